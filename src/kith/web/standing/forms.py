"""Forms of where a child stands. They gather words; the rules live in the cases app."""

from typing import Any

from django import forms

from kith.apps.cases import projections
from kith.apps.cases.projections import StandingTold
from kith.web.children.fields import NOT_OFFERED, DayField, PlainText, version_field

A_DAY = "“24 November 2026” or “24/11/2026”."
NEEDS_DAY = {"required": "Write the day. “24 November 2026” is fine."}


class StandingForm(forms.Form):
    """What it is with what it rests on, from which day, and a line of words."""

    what = forms.ChoiceField(
        label="Where does the child stand?",
        help_text="With what it rests on in law. What the law gives to the council, children’s social care records.",
        error_messages={"required": "Choose where the child stands."} | NOT_OFFERED,
    )
    since = DayField(label="From which day?", help_text=A_DAY, error_messages=NEEDS_DAY)
    words = PlainText(label="What else should the team know?", required=False, limit="line", help_text="One line.")

    def __init__(self, data: Any = None, *, page: projections.StandingForm) -> None:
        super().__init__(data, initial=_held(page.told) if page.told else {})
        self.fields["what"].choices = [("", "Choose"), *((group, list(some)) for group, some in page.choices)]
        self.fields["version"] = version_field(page.version)

    def told(self) -> StandingTold:
        said = self.cleaned_data
        kind, _, ground = said["what"].partition(".")
        return StandingTold(kind=kind, ground=ground, since=said["since"], words=said["words"])


def _held(told: StandingTold) -> dict[str, Any]:
    what = f"{told.kind}.{told.ground}" if told.ground else told.kind
    return {"what": what, "since": told.since, "words": told.words}


class EndForm(forms.Form):
    """On which day it ended."""

    until = DayField(label="On which day did it end?", help_text=A_DAY, error_messages=NEEDS_DAY)

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data)
        self.fields["version"] = version_field(version)
