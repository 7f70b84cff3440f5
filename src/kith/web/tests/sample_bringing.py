"""Samples of a table on its way into a chronology: chosen, understood, looked at, taken in, undone."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kith.apps.chronologies.projections import Remark
from kith.apps.chronologies.projections.bringing import (
    BringingPage,
    BroughtCard,
    Change,
    HeadingOffered,
    Plan,
    Planned,
    RowLeft,
)
from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_rows import CHILD, LONG, POLICE, ROW

AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
CARD = BroughtCard(
    ref="b1",
    version=2,
    name="what school knows.xlsx",
    brought_at=AT,
    state="looking",
    to_do=0,
    added=0,
    corrected=0,
    withdrawn=0,
)
TAKING = replace(CARD, state="taking", to_do=3_000, added=1_200)
TAKEN = replace(CARD, state="taken", to_do=6, added=4, corrected=1, withdrawn=1, may_withdraw=3, may_put_back=1)
UNDOING = replace(TAKEN, state="undoing", may_withdraw=1, may_put_back=0, why_undone="An old file.")
UNDONE = replace(UNDOING, state="undone", may_withdraw=0, left=(RowLeft(ref="r1", when="3 March 2026"),))
HEADINGS = (
    HeadingOffered(heading="Log no", field="row", because="", samples=("S1", "S2")),
    HeadingOffered(heading="Analysis", field="", because="what an analyst thinks of a row stays there", samples=()),
    HeadingOffered(heading="ملاحظة " * 9, field="fact", because="", samples=("نور رأت كل شيء.", "x" * 60)),
)
FILE = SampleField("file", "A file", "file")
WORDS = SampleField("words", "Or paste a table from Word or Excel", "textarea")
TABLE = SampleField("table", "", "hidden", is_hidden=True)
VERSION = SampleField("version", "", "hidden", held="1", is_hidden=True)
CHOICES = (("", "Leave it alone"), ("start", "Date"), ("fact", "What happened"))
ASKED = tuple(
    SampleField(f"heading_{n}", f"What “{one.heading}” means", "select", choices=CHOICES)
    for n, one in enumerate(HEADINGS)
)


class _HeadingsForm(SampleForm):
    """With each heading beside its question, as the page asks for them."""

    def rows(self) -> list[tuple[Any, Any]]:
        return list(zip(HEADINGS, ASKED, strict=True))


CHOOSE = SampleForm((FILE, WORDS, TABLE))
NOT_CHOSEN = replace(CHOOSE, is_bound=True, faults=("Choose a file, or paste what you copied from your table.",))
NEW = Planned(said=ROW.said, when=ROW.when)
CORRECTED = Planned(
    said=ROW.said,
    when=ROW.when,
    card=ROW,
    changes=(
        Change("What happened", "Late twice.", "Late twice in one week."),
        Change("What it meant for the child", "", "She missed maths."),
    ),
)
OUT = Planned(said=POLICE.said, when=POLICE.when, card=POLICE, why="Another family.")
PLAN = Plan(
    added=(NEW, Planned(said=LONG.said, when=LONG.when)),
    corrected=(CORRECTED,),
    withdrawn=(OUT,),
    same=1_204,
    lost=(
        Remark("what school knows.xlsx, row 14", "“31/02/2020” is not a day. The row was left out.", is_row_lost=True),
        Remark("what school knows.xlsx, row 15", "It is about “Theo Marsh”, and does not name Noor."),
    ),
    remarks=("Years of two digits were read as 1950 to 2035: 03/04/19 as 03/04/2019.",),
    has_numbers=False,
)
MANY = Plan(added=(NEW,) * 120)


def _page(card: BroughtCard, plan: Plan | None = None) -> dict[str, Any]:
    return {"child": CHILD, "page": BringingPage(card=card, headings=HEADINGS, plan=plan), "most": 100}


UNDO = {"child": CHILD, "card": TAKEN, "form": SampleForm((VERSION, SampleField("why", "Why do you withdraw them?")))}
HEADINGS_FORM = _HeadingsForm((VERSION,))
BEFORE = tuple(
    replace(one, ref=f"b{n}")
    for n, one in enumerate((CARD, TAKING, TAKEN, UNDOING, replace(UNDONE, why_undone="x" * 99)))
)

BRINGING_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "bring": ("chronologies/bring.html", {"child": CHILD, "form": CHOOSE, "before": ()}),
    "bring-again": ("chronologies/bring.html", {"child": CHILD, "form": NOT_CHOSEN, "before": BEFORE}),
    "bring-headings": ("chronologies/headings.html", {**_page(CARD), "form": HEADINGS_FORM}),
    "bring-look": ("chronologies/dry_run.html", _page(CARD, PLAN)),
    "bring-look-many": ("chronologies/dry_run.html", _page(CARD, MANY)),
    "bring-look-nothing": ("chronologies/dry_run.html", _page(CARD, Plan(same=1))),
    "bring-taking": ("chronologies/brought.html", _page(TAKING)),
    "bring-taken": ("chronologies/brought.html", _page(TAKEN)),
    "bring-undo": ("chronologies/undo_brought.html", UNDO),
    "bring-undoing": ("chronologies/brought.html", _page(UNDOING)),
    "bring-undone": ("chronologies/brought.html", _page(UNDONE)),
}
