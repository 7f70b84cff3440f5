"""Samples of copies with stand-ins: sets, one before a copy is made, and the way back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from kith.apps.pseudonyms.projections import (
    CommentBack,
    LostComment,
    Meant,
    PictureChoice,
    SetCard,
    SetPage,
    SetsPage,
    TurnedBack,
    UnsureWord,
    Warned,
)
from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_rows import CHILD

CARD = SetCard(
    ref="s1",
    version=1,
    code="7QX2-K9MA",
    purpose="Learning review",
    what_for="Review of spring",
    people="Invented first names",
    dates="Month and year alone",
    ends_on=date(2027, 11, 23),
    made_by="Hana Osei, Eastmarch Council",
    made_at=datetime(2026, 11, 23, 9, 12, tzinfo=UTC),
    is_ended=False,
)
ENDING, ENDED = replace(CARD, ref="s2", is_ending=True), replace(CARD, ref="s3", what_for="", is_ended=True)
NEW = UnsureWord("Marsh", "…was at Marsh Lane with her aunt…", is_left=False, is_new=True)
SAID = (UnsureWord("Ashdown", "", is_left=True, is_new=False), UnsureWord("Petra", "", is_left=False, is_new=False))
LOOK = (Warned("rare", "Some kinds of event stand here once: fire."), Warned("few_rows", "There are few rows."))
PAGE = SetPage(
    card=CARD,
    words=SAID,
    warnings=LOOK,
    pictures=(PictureChoice("family", "The picture of the network"), PictureChoice("p1", "My island")),
    row_count=12,
    kept_back=2,
    no_pdf="",
    may_turn_back=True,
)
FIELDS = (
    SampleField("purpose", "What are the copies for?", "radioselect", choices=(("training", "Training"),)),
    SampleField("what_for", "Which one?", help_text="In a few words."),
    SampleField("people", "How are people called?", "radioselect", choices=(("names", "Invented first names"),)),
    SampleField("dates", "What becomes of days?", "radioselect", choices=(("month", "Month and year alone"),)),
    SampleField("ends_on", "When is the list destroyed?", held="23 November 2027"),
)
BACK = (
    SampleField("file", "A copy that came back", "file"),
    SampleField("word", "Or a stand-in"),
    SampleField("reason", "Why do you need to know?"),
)
FOUND = TurnedBack(
    meant=(Meant("Arden", "Noor Wrayburn"), Meant("Worker 47, health", "Comfort Lim")),
    comments=(
        CommentBack(row_ref="r1", when="16 November 2026", fact="Late.", comment="Who rang Noor?", expected="A call."),
    ),
    lost=(LostComment("row 9", "And this?"),),
    may_place=True,
)
SETS = SetsPage(sets=(ENDING, CARD, ENDED), may_make=True, may_turn_back=True)


def _one(page: SetPage, **more: Any) -> tuple[str, dict[str, Any]]:
    return "pseudonyms/set.html", {"child": CHILD, "page": page, "problem": "", "looked_at": [], **more}


def _back(**more: Any) -> tuple[str, dict[str, Any]]:
    return "pseudonyms/back.html", {"child": CHILD, "card": CARD, "form": SampleForm(BACK), "found": None, **more}


PSEUDONYM_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "stand-ins": ("pseudonyms/sets.html", {"child": CHILD, "page": SETS, "form": SampleForm(FIELDS)}),
    "stand-ins-none": (
        "pseudonyms/sets.html",
        {"child": CHILD, "page": SetsPage(sets=(), may_make=False, may_turn_back=True), "form": SampleForm(FIELDS)},
    ),
    "stand-ins-set": _one(PAGE),
    "stand-ins-new-words": _one(replace(PAGE, words=(NEW, *SAID), card=ENDING, may_turn_back=False)),
    "stand-ins-missing": _one(
        replace(PAGE, words=(), pictures=PAGE.pictures[:1], row_count=1, kept_back=1, no_pdf="A PDF needs Pango."),
        problem="Look at everything first.",
        looked_at=["rare"],
    ),
    "stand-ins-one-word": _one(replace(PAGE, words=SAID[:1], warnings=(), kept_back=0)),
    "stand-ins-ended": ("pseudonyms/ended.html", {"child": CHILD, "card": ENDED}),
    "stand-ins-back": _back(),
    "stand-ins-back-found": _back(found=FOUND),
    "stand-ins-back-nothing": _back(found=TurnedBack()),
    "stand-ins-back-read": _back(found=replace(FOUND, may_place=False, lost=())),
    "stand-ins-back-ended": _back(card=ENDED),
}
