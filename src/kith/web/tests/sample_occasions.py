"""Invented contexts for the pages of a child's ledger, and for a relative's page on both sides of the door."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.cases.projections import ClockCard
from kith.apps.occasions.kinds import not_coming_kinds
from kith.apps.occasions.projections import (
    AnswerCard,
    ChildAnswerCard,
    Gap,
    KindOffered,
    LoopCard,
    LoopLine,
    LoopPage,
    NotComingCard,
    OccasionCard,
    OccasionPage,
    ParentLine,
    ParentPage,
    ParentPart,
    Question,
    RelativePage,
    RepresentationCard,
    RowCard,
    RowPage,
    RowSaid,
    SentWords,
    Unanswered,
)
from kith.apps.occasions.relative_copies import NamedWorker, RelativeCopy, ToldLine
from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_people import LONG, NOOR

AT, TODAY = datetime(2026, 11, 24, 9, 12, tzinfo=UTC), date(2026, 11, 24)
BY = "Rowan Achterberg, Tidewise Young Carers"
SAID = RowSaid(
    told_on=TODAY,
    told_by="Rowan",
    told_words="Noor is safe and sleeps in hospital tonight.",
    asked_words="Could you bring her things?",
    helps_words="Takes Noor to the clinic.",
    invited_on=TODAY,
)
WHY = RowSaid(why_not="whereabouts", tried="Two numbers and a letter.", look_again_on=TODAY)
ROW = RowCard(
    person_ref="g",
    name="Comfort Ashdown",
    said=SAID,
    version=2,
    told="yes",
    invited="yes",
    came="Came",
    recorded_by=BY,
    recorded_at=AT,
)
NOT_TOLD = replace(ROW, person_ref="d", name=LONG.name, said=WHY, told="no", invited="no", came="", why="Nobody knows")
LOOP_CARD = LoopCard(
    ref="o1",
    says=LONG.name,
    on=TODAY,
    lines=(
        LoopLine(name="Comfort Ashdown", told="yes", invited=""),
        LoopLine(name=LONG.name, told="no", invited="yes"),
    ),
    more=3,
)
EMPTY_ROW = RowCard(person_ref="u", name="Yaw Ashdown", said=RowSaid())
ON_THE_TEAM = RowCard(
    person_ref="w",
    name="Ife Marlowe",
    post="health visitor, Saltmere NHS Trust",
    said=RowSaid(told_on=TODAY, told_by="Rowan", told_words="Noor is in hospital."),
    version=1,
    told="yes",
    recorded_by=BY,
    recorded_at=AT,
)
ANSWER = ChildAnswerCard(
    says="Some people, not others",
    words="Nan, yes. Not my uncle.",
    judged="She weighed who would be cross with her.",
    asked_by="Rowan",
    asked_on=TODAY,
    recorded_by=BY,
)
CARD = OccasionCard(
    ref="o1",
    version=1,
    kind="event",
    says="Something important happened",
    plain="A stay in hospital",
    words="In hospital after tablets",
    on=TODAY,
    at="21:30",
    place="Saltmere General",
    is_of_path=False,
    is_taken_out=False,
    answer=ANSWER,
    rows=(ROW, NOT_TOLD),
    team=(ON_THE_TEAM,),
    recorded_by=BY,
)
OUT = replace(CARD, ref="o2", is_taken_out=True, rows=(), team=(), answer=None)
OF_PATH = replace(CARD, ref="o3", is_of_path=True, words="Child protection conference", answer=None, rows=())
GAPS = tuple(
    Gap(
        ref=f"g{number}",
        name=name,
        says="is known, and was never told or invited. Who asks them?",
        is_parent=is_parent,
        asks_safety=is_parent,
    )
    for number, (name, is_parent) in enumerate((("Kwabena", True), ("Ada", False), ("Yaw", False), (LONG.name, False)))
)
QUESTION = Question(part="safety", says="Is contact safe, and by which way? Nobody has answered yet.")
AWAY = NotComingCard(
    ref="n1",
    person_ref="d",
    is_safety_first=True,
    name="Kwabena Ashdown",
    kind="They choose not to",
    means="They have understood, and say no.",
    never="Asking the same thing louder.",
    response="Somebody else asks",
    seen="He did not open the door.",
    view="You never asked me.",
    doing="His sister asks him",
    together="School and health visitor",
    adult_services="None",
    look_again_on=TODAY,
    is_due=True,
    is_taken_out=False,
    recorded_by=BY,
    recorded_at=AT,
)
LATE = ClockCard(rule="x", name="Answer", state="overdue", due_on=TODAY, variance_days=3)
REPLY = AnswerCard(
    done="We took the wrong name off the page, and said sorry.",
    way="By telephone",
    answered_on=TODAY,
    answered_by="Rowan",
    recorded_by=BY,
    recorded_at=AT,
)
SENT = RepresentationCard(
    ref="s1",
    version=1,
    name="Comfort Ashdown",
    kind="complain",
    says="Complains",
    words="Nobody rang me.\nI waited all night.",
    reach="Ring my sister, 01632 960003, in the evening",
    sent_on=TODAY,
    clock=LATE,
    answers=(),
    may_answer=True,
)
ANSWERED = replace(SENT, ref="s2", version=3, words="", reach="", answers=(REPLY, replace(REPLY, answered_by="")))
WAITING = Unanswered(child_ref="n", child="Noor", ref="s1", name=LONG.name, says="Complains", clock=LATE)
OWN_WORDS = SentWords(
    kind="disagree",
    words="I was not asked.\nI can take her at weekends.",
    reach="Ring my sister",
    sent_on=TODAY,
    due_on=TODAY,
)
LOOP = LoopPage(
    sent=(SENT, ANSWERED),
    gaps=GAPS,
    occasions=(CARD, OUT, OF_PATH),
    parents=(ParentLine(ref="d", name="Kwabena", how="Parent", stands="Not spoken to", questions=(QUESTION,)),),
    not_coming=(AWAY, replace(AWAY, ref="n2", is_taken_out=True)),
    one_parent_only=True,
    others=(("g", LONG.name),),
    may_keep=True,
    may_publish=True,
)
NO_LOOP = LoopPage(
    gaps=(), occasions=(), parents=(), not_coming=(), one_parent_only=False, may_keep=False, may_publish=False
)
PARENT = ParentPage(
    ref="d",
    name="Kwabena Ashdown",
    version=1,
    said={},
    parts=(
        ParentPart(
            name="found", says="Who they are, and where", lines=(("Where they are", "Far away"),), is_open=False
        ),
        ParentPart(name="safety", says="Whether contact is safe", lines=(), is_open=True),
    ),
    questions=(QUESTION,),
    is_safe=False,
    responsibility_on_record=True,
    may_keep=True,
)
COPY = RelativeCopy(
    child="Noor",
    child_says="agreed",
    made_on="24 November 2026",
    told=(ToldLine(on="24 November 2026", what="A stay in hospital", words="Noor is safe. She sleeps there tonight."),),
    asked=(ToldLine(on="24 November 2026", what="A stay in hospital", words="Can you bring her things?"),),
    invited=(ToldLine(on="Wednesday 9 December, 2.30pm", what="A meeting", place="The school"),),
    helps=(ToldLine(on="1 December 2026", what="A visit to the clinic", words="You take Noor there."),),
    workers=(
        NamedWorker(name="Priya", agency="The council", phone="01632 960001"),
        NamedWorker(name="Priya", agency=""),
    ),
    answered_within=(("disagree", "5 working days"), ("wrong", "1 month"), ("complain", "10 working days")),
)
BARE_COPY = replace(COPY, asked=(), invited=(), helps=(), workers=(), child_says="too_young")
RELATIVE = RelativePage(copy=COPY, sent=(OWN_WORDS, replace(OWN_WORDS, kind="wrong", reach="")), link_ref="l")
NO_LIMIT = RelativePage(
    copy=replace(COPY, answered_within=(("complain", ""),)),
    sent=(replace(OWN_WORDS, kind="complain", due_on=None),),
    link_ref="l",
)
SPEAK_FIELDS = (
    SampleField(
        "kind",
        "What do you want to tell us?",
        "radioselect",
        choices=(
            ("disagree", "I do not agree"),
            ("wrong", "Something is wrong"),
            ("complain", "I want to complain"),
        ),
    ),
    SampleField("words", "What do you want to say?", "textarea", held=OWN_WORDS.words),
    SampleField("reach", "How may we answer you?"),
)
SPEAK_FORM = SampleForm(SPEAK_FIELDS)
SPEAK_AGAIN = SampleForm(SPEAK_FIELDS, is_bound=True, faults=("Choose one of the three.",))
ANSWER_FORM = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("done", "What was done?", "textarea"),
        SampleField("way", "How were they told?", "radioselect", choices=(("met", "We met"),)),
        SampleField("answered_on", "Told on which day?"),
        SampleField("answered_by", "Told by whom?"),
    )
)
FORM = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("kind", "What is it?", "radioselect", choices=(("event", "Something important happened"),)),
        SampleField("words", "What is it, in a few words?"),
    )
)
ROW_FORM = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("told_words", "What were they told?", "textarea", held=SAID.told_words),
        SampleField("invited_by", "Invited by whom?"),
        SampleField("why_words", "More about why"),
    ),
    is_bound=True,
    faults=("Somebody else wrote about this person. Look again, then save.",),
)
MAKE_FORM = SampleForm(
    (
        SampleField("reader", "Who is the page for?", "radioselect", choices=(("g", "Comfort Ashdown"),)),
        SampleField(
            "occasions", "What may stand on it?", "checkboxselectmultiple", held=[], choices=(("o", "A stay"),)
        ),
    )
)
KINDS = tuple(
    KindOffered(
        name=kind.name,
        says=kind.says,
        means=kind.means,
        never=kind.never,
        responses=tuple(kind.responses.items()),
    )
    for kind in not_coming_kinds().values()
)
MAKE = {"child": NOOR, "form": MAKE_FORM, "has_readers": True, "preview": None, "easy": None, "back": "/loop"}
OCCASION_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "loop": ("occasions/loop.html", {"child": NOOR, "page": LOOP}),
    "loop-empty": ("occasions/loop.html", {"child": NOOR, "page": NO_LOOP}),
    "occasion": (
        "occasions/occasion.html",
        {
            "child": NOOR,
            "form": FORM,
            "page": OccasionPage(
                card=CARD,
                everybody=(ROW, NOT_TOLD, EMPTY_ROW),
                team=(ON_THE_TEAM,),
                earlier_answers=(ANSWER,),
                may_keep=True,
            ),
        },
    ),
    "occasion-out": (
        "occasions/occasion.html",
        {
            "child": NOOR,
            "form": FORM,
            "page": OccasionPage(card=OUT, everybody=(), team=(), earlier_answers=(), may_keep=True),
        },
    ),
    "occasion-row": (
        "occasions/row.html",
        {"child": NOOR, "form": ROW_FORM, "page": RowPage(occasion=CARD, row=ROW, reasons=())},
    ),
    "occasion-row-new": (
        "occasions/row.html",
        {"child": NOOR, "form": ROW_FORM, "page": RowPage(occasion=OF_PATH, row=EMPTY_ROW, reasons=(), of_path=True)},
    ),
    "occasion-team-row": (
        "occasions/row.html",
        {
            "child": NOOR,
            "form": ROW_FORM,
            "page": RowPage(occasion=CARD, row=ON_THE_TEAM, reasons=(), is_team=True),
        },
    ),
    "occasion-form": (
        "occasions/form.html",
        {
            "child": NOOR,
            "form": FORM,
            "heading": "Add it",
            "lead": "Why.",
            "act": "Save",
            "back": "/",
            "first": ("kind",),
        },
    ),
    "loop-parent": ("occasions/parent.html", {"child": NOOR, "page": PARENT}),
    "loop-parent-known": (
        "occasions/parent.html",
        {"child": NOOR, "page": replace(PARENT, questions=(), is_safe=True, may_keep=False)},
    ),
    "not-coming": ("occasions/coming.html", {"child": NOOR, "form": FORM, "kinds": KINDS}),
    "relative-make": ("occasions/make.html", MAKE),
    "relative-none": ("occasions/make.html", {**MAKE, "has_readers": False}),
    "relative-preview": ("occasions/make.html", {**MAKE, "preview": Record(copy=COPY, mark="0")}),
    "relative": ("occasions/relative.html", {"page": RELATIVE}),
    "relative-bare": ("occasions/relative.html", {"page": replace(RELATIVE, copy=BARE_COPY, sent=())}),
    "relative-write": ("links/speak.html", {"page": RELATIVE, "form": SPEAK_FORM}),
    "relative-write-again": ("links/speak.html", {"page": NO_LIMIT, "form": SPEAK_AGAIN}),
    "relative-sent": ("links/spoken.html", {"page": RELATIVE, "last": OWN_WORDS}),
    "relative-sent-soon": ("links/spoken.html", {"page": NO_LIMIT, "last": NO_LIMIT.sent[0]}),
    "relative-closed": ("links/closed.html", {"words": OWN_WORDS.words}),
    "loop-answer": ("occasions/answer.html", {"child": NOOR, "card": SENT, "form": ANSWER_FORM}),
    "loop-answer-again": ("occasions/answer.html", {"child": NOOR, "card": ANSWERED, "form": ANSWER_FORM}),
}
