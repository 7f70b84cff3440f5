"""Invented contexts for adults under a sentence or an order, and for what keeps a child safe from them."""

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.sentences.projections import (
    ConditionCard,
    FoundCard,
    FoundPage,
    IntelligenceCard,
    IntelligencePage,
    Overseen,
    OverseenPage,
    SafeguardCard,
    SafeguardsPage,
    SentenceLinks,
    SentencePage,
    StageCard,
    SummaryCard,
    Supervised,
    TellCard,
    ToldOf,
    UnsafeCard,
)
from kith.web.tests.sample_fields import SampleField, SampleForm

AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
UNSAFE = UnsafeCard(
    adult="Corin Hathersall",
    child="Noor Wrayburn",
    place="14 Quay Row, Saltmere, EM1 8DW",
    condition="Residence restriction",
)
CONDITION = ConditionCard(
    ref="k1",
    version=2,
    kind="residence",
    says="Residence restriction",
    means="May not live in, or stay overnight in, a home where such a child lives",
    covers="Noor Wrayburn and any child under 12",
    when="From 24 November 2026, with no end named",
    words="May see her at the contact centre.",
    said_by="The Parole Board",
    basis="It is our job by law",
    why_age="Agreed with the social worker",
    recorded_by="Ann Example, Eastmarch Probation",
    recorded_at=AT,
)
PAST = (
    replace(CONDITION, ref="k2", is_taken_out=True, why_age="", words=""),
    replace(CONDITION, ref="k3", is_over=True, when="From 1 March 2024 to 1 March 2025"),
)
OF = ToldOf(
    ref="t1",
    children=("Noor Wrayburn",),
    condition="Residence restriction",
    what="Changed",
    changed_at=AT,
    told_at=None,
    told_by="",
)
BOTH = (OF, replace(OF, ref="t2", condition="Restraining order", what="New", children=()))
TELL = (
    TellCard(name="Priyanka Oduya, Eastmarch Children’s Social Care", reach="01632 960118", conditions=BOTH),
    TellCard(name="The front door", reach="", conditions=(OF,)),
)
TOLD = TellCard(
    name="Priyanka Oduya, Eastmarch Children’s Social Care",
    reach="01632 960118",
    conditions=tuple(replace(of, told_at=AT, told_by="Ann Example, Eastmarch Probation") for of in BOTH),
)
STEPS = (
    StageCard(
        ref="s2",
        says="Released on licence",
        on=AT,
        said_by="Northmoor Prison",
        by="Ann Example, Eastmarch Probation",
        is_taken_out=False,
        may_take_out=True,
    ),
    StageCard(
        ref="s1", says="They go to prison", on=AT, said_by="A court", by="A", is_taken_out=True, may_take_out=False
    ),
)
STEP = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("step", "What happened?", "radioselect", choices=(("recall", "Recalled to prison"),)),
        SampleField("on", "On which day?"),
    )
)
WRITING = SampleForm((SampleField("words", "What is known?", "textarea"), SampleField("source", "Who told it?")))
CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn")


def _sentence(**changes: object) -> dict[str, Any]:
    page: dict[str, Any] = {
        "ref": "p1",
        "name": "Corin Hathersall",
        "stage": "On licence",
        "version": 2,
        "steps": STEPS,
        "next_steps": (("recall", "Recalled to prison"),),
        "conditions": (CONDITION,),
        "past": PAST,
        "unsafe": (UNSAFE,),
        "to_tell": TELL,
        "told": (TOLD,),
        "summary": SummaryCard(parts=(("Risk to children in general", "None known."),), by="Ann Example", at=AT),
        "addresses": ("14 Quay Row, Saltmere, EM1 8DW",),
    }
    return {"page": SentencePage(**{**page, **changes}), "form": STEP}


EMPTY: dict[str, Any] = dict.fromkeys(("steps", "conditions", "past", "unsafe", "to_tell", "told", "addresses"), ())
ADULT = SafeguardCard(
    ref="p1",
    name="Corin Hathersall",
    stage="On licence",
    conditions=(CONDITION, replace(CONDITION, ref="k4", words="", why_age="")),
    workers=(("Ann Example, Eastmarch Probation", "01632 960177"), ("Bo Example, Eastmarch Probation", "")),
)
INTELLIGENCE = IntelligenceCard(
    ref="i1",
    seal_ref="e1",
    words="He was seen at the quay with a child.",
    source="Eastmarch Police",
    by="Ann Example, Eastmarch Probation",
    at=AT,
)


def _intelligence(*cards: IntelligenceCard, may_add: bool) -> dict[str, Any]:
    page = IntelligencePage(ref="p1", name="Corin Hathersall", cards=cards, may_add=may_add)
    return {"page": page, "form": WRITING}


FOUND = FoundPage(
    ref="f1",
    found_at=AT,
    unsafe=replace(UNSAFE, adult_ref="p1", child_ref="noor"),
    adult=ADULT,
    child_name="Noor Wrayburn",
    workers=ADULT.workers,
)
LOOKED = replace(FOUND, came_of="An old address.", looked_by="Fay Example, Eastmarch Council", looked_at=AT, workers=())
FOUND_LIST = (FoundCard(ref="f1", found_at=AT), FoundCard(ref="f2", found_at=AT))
CAME_OF = SampleForm((SampleField("came_of", "What came of it?"),))
OFFICER = SampleForm(
    (SampleField("officer", "Who supervises them from now on?", "radioselect", choices=(("w1", "Bo Example"),)),)
)
OVERSEEN = Overseen(
    ref="p1",
    name="Corin Hathersall",
    stage="On licence",
    officers=("Ann Example", "Bo Example"),
    overdue=("somebody has not been told", "the plan says nothing of children"),
)
QUIET = replace(OVERSEEN, ref="p2", name="Ada Fennimore", officers=(), overdue=())
STANDS = (("Residence restriction. Any child under 16", "From 24 November 2026, with no end named"),)


def _overseen(adult: Overseen, *, colleagues: tuple[tuple[str, str], ...] = (), **parts: Any) -> dict[str, Any]:
    page = OverseenPage(adult=adult, colleagues=colleagues, **parts)
    return {"page": page, "form": OFFICER}


SENTENCE_LINKS = SentenceLinks(may_supervise=True, is_bound=True, has_intelligence=True)
SENTENCE_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "supervised": (
        "sentences/supervised.html",
        {
            "adults": (
                Supervised(
                    ref="p1",
                    name="Corin Hathersall",
                    stage="On licence",
                    is_to_tell=True,
                    is_near_a_child=True,
                    overdue=("somebody has not been told", "no step is recorded"),
                ),
                Supervised(ref="p2", name="Ada Fennimore", stage="Community order", is_to_tell=False),
            )
        },
    ),
    "supervised-nobody": ("sentences/supervised.html", {"adults": ()}),
    "sentence": ("sentences/sentence.html", _sentence()),
    "sentence-empty": ("sentences/sentence.html", _sentence(summary=None, **EMPTY)),
    "sentence-form": (
        "sentences/form.html",
        {
            "person_ref": "p1",
            "heading": "A condition",
            "lead": "It warns.",
            "act": "Save",
            "form": STEP,
            "first": ("on",),
        },
    ),
    "safeguards": (
        "sentences/safeguards.html",
        {
            "child": CHILD,
            "page": SafeguardsPage(adults=(ADULT, replace(ADULT, stage="", workers=())), unsafe=(UNSAFE,)),
        },
    ),
    "found": ("sentences/found.html", {"page": FOUND, "form": CAME_OF}),
    "found-looked-into": ("sentences/found.html", {"page": LOOKED, "form": CAME_OF}),
    "overseen": ("sentences/overseen.html", {"adults": (OVERSEEN, QUIET)}),
    "overseen-nobody": ("sentences/overseen.html", {"adults": ()}),
    "allocate": (
        "sentences/allocate.html",
        _overseen(OVERSEEN, colleagues=(("w1", "Bo Example"),), conditions=STANDS, may_open=True),
    ),
    "allocate-nobody": ("sentences/allocate.html", _overseen(QUIET, conditions=(), may_open=False)),
    "safeguards-none": ("sentences/safeguards.html", {"child": CHILD, "page": SafeguardsPage(adults=(), unsafe=())}),
    "intelligence": ("sentences/intelligence.html", _intelligence(INTELLIGENCE, may_add=False)),
    "intelligence-none": ("sentences/intelligence.html", _intelligence(may_add=True)),
}
