"""Invented contexts for the pages about numbers to ring."""

from datetime import date
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.helplines.national import listeners, national_numbers
from kith.apps.helplines.projections import HelpNumber, HelpStrip
from kith.web.tests.sample_fields import SampleField, SampleForm

NIGHT_LINE = HelpNumber(
    label="Eastmarch night line",
    shown="01632 960210",
    dial="01632960210",
    hours="Every night, 5pm to 8am",
    checked_on=date(2026, 7, 1),
    source="The county’s emergency duty team",
)
COUNTY_STRIP = HelpStrip(**{**national_numbers(), "tonight": NIGHT_LINE})
NUMBERS = [
    Record(
        place=place,
        title=title,
        who="Everybody, signed in or not",
        number=number,
        version=3 if is_own else 0,
        is_own=is_own,
        is_due=is_own,
    )
    for place, title, number, is_own in (
        ("danger", "In danger now", national_numbers()["danger"], False),
        ("crisis", "In crisis in my mind", national_numbers()["crisis"], False),
        ("tonight", "Somebody to ring tonight", NIGHT_LINE, True),
    )
]
FIELDS = (
    SampleField("version", "", "hidden", held="3", is_hidden=True),
    SampleField("label", "Who answers?", held="Eastmarch night line"),
    SampleField("shown", "The number, as people read it", held="01632 960210"),
)
WRONG = (*FIELDS, SampleField("dial", "The number a telephone dials", held="call us", errors=("Digits only.",)))

HELP_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "help-now": ("help/now.html", {"help_strip": COUNTY_STRIP, "more": listeners()}),
    "help-now-national": ("help/now.html", {"more": ()}),
    "numbers": ("help/numbers.html", {"numbers": NUMBERS, "days": 90, "may_keep_numbers": True}),
    "number-form": ("help/number_form.html", {"heading": "Somebody to ring tonight", "form": SampleForm(FIELDS)}),
    "number-form-wrong": (
        "help/number_form.html",
        {"heading": "Somebody to ring tonight", "form": SampleForm(WRONG, is_bound=True)},
    ),
}
