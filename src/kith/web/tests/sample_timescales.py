"""Invented contexts for the pages of the timescales."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from kith.apps.cases.projections import ConfirmedCard, HolidayNote, RuleLine, RulePage, RulesPage
from kith.web.tests.sample_fields import SampleField, SampleForm

LINE = RuleLine(
    id="EHA_COMPLETE",
    group="Referral, early help and child in need",
    name="Early help assessment",
    says="The early help assessment is complete: 30 working days after the early help assessment began.",
    owner="the lead practitioner",
    authority="local procedure",
    source="Custom in several counties; yours decides",
    note="",
    is_unconfirmed=True,
    is_own=False,
    is_checked=False,
    may_confirm=True,
)
OWN = replace(LINE, name="Visit of a child with a plan", is_unconfirmed=False, is_own=True, is_checked=True)
LAW = replace(OWN, is_own=False, may_confirm=False, note="Not counted from the referral.")
SAID = ConfirmedCard(
    ref="r1",
    rule="EHA_COMPLETE",
    name="Early help assessment",
    limit="30 working days after",
    valid_from=date(2026, 4, 1),
    valid_to=None,
    decided_by="The safeguarding partners",
    written_in="Eastmarch procedures, part 3",
    by="Abe Quint, Eastmarch Council",
    at=datetime(2026, 3, 3, 9, 0, tzinfo=UTC),
    taken_back_why="",
    may_take_back=True,
)
BACK = replace(SAID, valid_to=date(2026, 4, 1), taken_back_why="It was the draft.", may_take_back=False)
ENDED = replace(BACK, valid_to=date(2026, 9, 1))
HOLIDAYS = HolidayNote(known_to=date(2028, 12, 26), version="2026-08-07", source="A list", runs_out_soon=False)
PAGE = RulesPage(
    unconfirmed=(LINE,),
    own=(OWN,),
    groups=(("Referral, early help and child in need", (LINE, OWN)), ("Child protection", (LAW, LAW))),
    holidays=HOLIDAYS,
    version="2026-11-20",
    may_keep=True,
)
FOUND = replace(PAGE, groups=(("Child protection", (LAW,)),), asked="core group")
NOTHING = replace(
    PAGE,
    unconfirmed=(),
    own=(),
    groups=(),
    asked="xylophone",
    which="own",
    holidays=replace(HOLIDAYS, runs_out_soon=True),
    may_keep=False,
)
UNITS = (("weeks", "Weeks"),)
FORM = SampleForm(
    (
        SampleField("valid_from", "From which day does it hold?", errors=("Give a whole day.",)),
        SampleField("unit", "Of what?", "radioselect", choices=UNITS),
        SampleField("decided_by", "Who decided it?"),
    )
)
ONE = RulePage(line=LINE, count=30, unit="working days", units=("weeks",), may_set_limit=True, said=(BACK, ENDED, SAID))
BARE = replace(ONE, line=OWN, may_set_limit=False, said=())
BACK_FORM = SampleForm((SampleField("holds_until", "From which day?"), SampleField("why", "Why?")))
TIMESCALE_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "timescales": ("timescales/rules.html", {"page": PAGE}),
    "timescales-found": ("timescales/rules.html", {"page": FOUND}),
    "timescales-read": ("timescales/rules.html", {"page": NOTHING}),
    "timescale": ("timescales/confirm.html", {"page": ONE, "form": FORM}),
    "timescale-bare": ("timescales/confirm.html", {"page": BARE, "form": FORM}),
    "timescale-back": ("timescales/take_back.html", {"said": SAID, "form": BACK_FORM}),
}
