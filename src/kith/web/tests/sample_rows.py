"""Samples of what happened for a child: rows of agencies and of the family, corrected, withdrawn, told twice, none."""

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.chronologies.projections import ChildNamed, EarlierTelling, RowCard, RowSaid, Story, Withdrawn
from kith.kernel.partial_dates import PartialDate
from kith.web.tests.sample_fields import SampleField, SampleForm

AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
MARCUS = "Marcus Feld-Ibrahim, Saltmere Academy"
CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn")
NOOR, ELI = ChildNamed("noor", "Noor", "It happened to them"), ChildNamed("", "another child", "They were there")
ROW = RowCard(
    ref="r1",
    version=2,
    agency="Saltmere Academy",
    agency_ref="a1",
    agency_kind="school",
    is_own=True,
    said=RowSaid(
        start=PartialDate("2026-11-16"),
        fact="Late twice in one week.",
        type="attendance",
        rag="amber",
        childs_words="Eli was ill.",
        impact="She missed maths.",
        action="Form tutor rang home.",
        source="The register",
    ),
    when="16 November 2026",
    type_name="Attendance or exclusion",
    recorded_by=MARCUS,
    recorded_at=AT,
    group=1,
    corrections=1,
    children=(NOOR, ELI),
    missing=("basis",),
)
POLICE = replace(
    ROW,
    ref="r2",
    agency="Eastmarch Police",
    is_own=False,
    said=RowSaid(start=PartialDate("2026-03-06"), fact="Officers attended.", rag="red", restriction="third_party"),
    when="6 March 2026, 22:10",
    restriction_words="Tells of somebody outside the family",
    corrections=2,
    children=(NOOR,),
    missing=(),
)
MUM = replace(
    POLICE,
    ref="r3",
    said=RowSaid(start=PartialDate("2026-21"), fact="I rang them.", rag="green", teller="Mum"),
    when="spring 2026",
    type_name="",
    restriction_words="",
    group=0,
    corrections=0,
)
OUT = replace(ROW, ref="r4", group=0, withdrawn=Withdrawn(by=MARCUS, at=AT, why="wrong child"))
LONG = replace(MUM, ref="r5", said=replace(MUM.said, fact="نور رأت كل شيء. " * 60, teller="A" * 60))
EARLIER = (
    EarlierTelling(
        when="15 November 2026", texts={"fact": "Late twice in two weeks.", "impact": "None."}, by=MARCUS, at=AT
    ),
)
FORM = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("start", "When was that?", held="23 November 2026"),
        SampleField("fact", "What happened?", "textarea"),
        SampleField("rag", "This reads as", "radioselect", choices=(("red", "Harm"), ("", "None of these"))),
        SampleField("action", "What was done about it?", "textarea"),
    )
)
STALE = replace(FORM, is_bound=True, faults=("Somebody else changed this while you were writing.",))
ASKED = {
    "child": CHILD,
    "heading": "Add what happened",
    "first": ("start", "fact", "rag"),
    "more": "More",
    "act": "Save",
    "standing": None,
    "earlier": (),
}
WHY = SampleForm((SampleField("why", "Why do you withdraw it?"),))


def _story(*rows: RowCard, **changes: Any) -> dict[str, Any]:
    return {"child": CHILD, "story": Story(rows=rows, **{"may_write": True, **changes}), "rows": rows}


ROW_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "story": ("chronologies/page.html", _story(ROW, POLICE, MUM, OUT, LONG)),
    "story-read": ("chronologies/page.html", _story(POLICE, may_write=False)),
    "story-empty": ("chronologies/page.html", _story()),
    "row": ("chronologies/row.html", {"child": CHILD, "row": ROW, "earlier": EARLIER}),
    "row-withdrawn": ("chronologies/row.html", {"child": CHILD, "row": OUT, "earlier": ()}),
    "row-of-family": ("chronologies/row.html", {"child": CHILD, "row": LONG, "earlier": ()}),
    "row-form": ("chronologies/form.html", {**ASKED, "form": FORM}),
    "row-form-stale": ("chronologies/form.html", {**ASKED, "form": STALE, "standing": ROW, "earlier": EARLIER}),
    "row-withdraw": ("chronologies/withdraw.html", {"child": CHILD, "row": ROW, "form": WHY}),
}
