"""Samples of what happened as it is given to one person of the family: chosen, looked at, read."""

from dataclasses import replace
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.chronologies.projections import (
    AnalysisCard,
    EditionCard,
    EditionPage,
    EditionsPage,
    KnownRow,
    ReviewRow,
)
from kith.apps.networks.faces import Choice
from kith.apps.networks.projections import GivenRow, GivenStory
from kith.apps.networks.story_cards import RowToChoose, RowTogether, StoryForm, StoryReaders, StoryTogether
from kith.web.tests.sample_copies import DAYS, HURT, READING, SAFETY, SAYS, TELLING, VISITS
from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_occasions import OWN_WORDS
from kith.web.tests.sample_rows import AT, CHILD, LONG, MUM, OUT, POLICE, ROW

SAFIYA = Choice(ref="m", name="Safiya Wrayburn", kin="Mum")
GIVEN = GivenStory(
    reader_part="parent",
    child="Noor",
    child_says="agreed",
    made_on="24 November 2026",
    rows=(
        GivenRow(
            when="16 November 2026", told_by="Hana", fact="[Dad] rang at 8.", meant="It was hard.", done="A call."
        ),
        GivenRow(when="spring 2026", told_by="[Mum]", fact="I rang them.", childs_words="I was glad."),
    ),
    withheld=("It is about another person.",),
    answered_within=(("wrong", "1 month"),),
)
OWN = replace(GIVEN, reader_part="young_person", child_says="own", withheld=())
EMPTY = replace(GIVEN, child_says="too_young", rows=())
NAMED = SampleField("named", "Who may be there by first name?", "checkboxselectmultiple", choices=(("d", "Baz"),))
WORDS = SampleField("childs_words", "Show what Noor said", "checkbox", held=False)
PAGE = StoryForm(
    child=CHILD,  # type: ignore[arg-type]
    reader=SAFIYA,
    reader_part="parent",
    rows=(RowToChoose(card=ROW, why_left=""), RowToChoose(card=LONG, why_left="It names somebody else.")),
    known=(KnownRow(ref="r2", known_ref="k", card=POLICE, says="It is kept.", said_by="She told me", at=AT),),
    kept=(replace(POLICE, ref="r6"), MUM),
    people=(SAFIYA,),
    no_pdf="",
    safety_answers={"safe": "Yes"},
)


class _GiveForm(SampleForm):
    """With its fields by name, as the page asks for them."""

    named, childs_words, child_says, safety, hurt = NAMED, WORDS, SAYS, SAFETY, HURT
    reading, days, visits, telling = READING, DAYS, VISITS, TELLING
    chosen = ("r1",)


class _OwnForm(SampleForm):
    """For the young person, who is asked nothing of this."""

    named = childs_words = child_says = None
    reading, days, visits, telling = READING, DAYS, VISITS, TELLING
    chosen = ()


GIVE = {
    "child": CHILD,
    "page": PAGE,
    "form": _GiveForm((NAMED, WORDS, SAYS, SAFETY, HURT, READING, DAYS, VISITS, TELLING)),
    "preview": None,
    "easy": None,
}
OWN_PAGE = replace(PAGE, reader_part="young_person", rows=(), known=(), kept=(), no_pdf="A PDF needs Pango.")
LOOKED = Record(given=GIVEN, doubtful=("Bernard", "Ashdown"), mark="0")
TOGETHER = StoryTogether(
    given=GIVEN,
    rows=tuple(RowTogether(ref=f"r{number}", row=row) for number, row in enumerate(GIVEN.rows)),
    reader="Safiya Wrayburn",
)


class _Saying(SampleForm):
    """What the family says, with its fields by name."""

    beside = SampleField("beside", "", "hidden", held="r0", is_hidden=True)
    when, words = SampleField("when", "When was that?", held=""), SampleField("words", "How do you see it?", held="")


AGAIN = _Saying((), is_bound=True, faults=("Again.",))
READ = {"page": TOGETHER, "form": _Saying(()), "refs": ["noor", "m"], "may_say": True}
COVERED = {"opens": "/open", "goes_on": "story.go_on", "has_pin": True}

EDITION = EditionCard(ref="e1", called="2", what_for=LONG.said.fact, published_by="Ira Vane, Council", published_at=AT)
EDITIONS = EditionsPage(editions=(EDITION, replace(EDITION, called="1b", what_for="")), may_publish=True)


class _PublishForm(SampleForm):
    """With its one field by name."""

    what_for = SampleField("what_for", "What is this edition for?")


class _AnalysisForm(SampleForm):
    """The three columns by name."""

    comment, expected = SampleField("comment", "Comment", "textarea"), SampleField("expected", "Expected", "textarea")
    actual = SampleField("actual", "There was", "textarea")


ANALYSIS = AnalysisCard(comment="They met too late.", expected="A week", actual="Six", by="Ira Vane", at=AT, version=1)
REVIEWED = (ReviewRow(row=OUT, analysis=AnalysisCard()), ReviewRow(row=ROW, analysis=ANALYSIS))
NO_PAGE = replace(EDITIONS, editions=(), may_publish=False)

STORY_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "story-readers": (
        "chronologies/readers.html",
        {"child": CHILD, "page": StoryReaders(child=CHILD, readers=(SAFIYA,))},  # type: ignore[arg-type]
    ),
    "story-no-readers": (
        "chronologies/readers.html",
        {"child": CHILD, "page": StoryReaders(child=CHILD, readers=())},  # type: ignore[arg-type]
    ),
    "story-give": ("chronologies/give.html", GIVE),
    "story-give-look": ("chronologies/give.html", GIVE | {"preview": LOOKED}),
    "story-give-own": (
        "chronologies/give.html",
        GIVE | {"page": OWN_PAGE, "form": _OwnForm(()), "preview": Record(given=OWN, doubtful=(), mark="0")},
    ),
    "story-together": ("chronologies/together.html", READ),
    "story-together-again": ("chronologies/together.html", READ | {"form": AGAIN}),
    "story-together-read": (
        "chronologies/together.html",
        READ | {"page": replace(TOGETHER, given=replace(EMPTY, withheld=()), rows=()), "may_say": False},
    ),
    "story-editions": ("chronologies/editions.html", {"child": CHILD, "page": EDITIONS, "form": _PublishForm(())}),
    "story-editions-none": ("chronologies/editions.html", {"child": CHILD, "page": NO_PAGE, "form": _PublishForm(())}),
    "story-edition": (
        "chronologies/edition.html",
        {"child": CHILD, "page": EditionPage(edition=EDITION, rows=(ROW, OUT, MUM), may_take=True)},
    ),
    "story-edition-none": (
        "chronologies/edition.html",
        {"child": CHILD, "page": EditionPage(edition=replace(EDITION, what_for=""), rows=())},
    ),
    "story-review": ("chronologies/review.html", {"child": CHILD, "rows": REVIEWED}),
    "story-review-none": ("chronologies/review.html", {"child": CHILD, "rows": ()}),
    "story-analyse": (
        "chronologies/analyse.html",
        {"child": CHILD, "one": REVIEWED[1], "form": _AnalysisForm(())},
    ),
    "story-covered": ("pictures/covered.html", COVERED),
    "story-given": ("chronologies/given.html", {"given": GIVEN, "sent": (OWN_WORDS,)}),
    "story-given-own": ("chronologies/given.html", {"given": OWN, "sent": ()}),
    "story-given-empty": ("chronologies/given.html", {"given": EMPTY, "sent": ()}),
}
