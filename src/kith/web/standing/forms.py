"""Forms of where a child stands and of standing checks. They gather words; the rules live in the cases app."""

from typing import Any

from django import forms

from kith.apps.cases import projections
from kith.apps.cases.projections import CheckAnswerForm, CheckAnswerTold, StandingTold
from kith.kernel.days import day_words
from kith.web.children.fields import NOT_OFFERED, DayField, PlainText, one_of, version_field

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


class CheckForm(forms.Form):
    """Why a check need not show, in words, who stands for it, and on which day it comes back."""

    answer = one_of("What is the answer?")
    words = PlainText(label="Why? In a few words", limit="line", help_text="So that nobody need ask again.")
    who = PlainText(label="Who says so, or who does it?", required=False, help_text="Leave this empty if it is you.")
    until = DayField(label="On which day is it asked again?", error_messages=NEEDS_DAY)

    def __init__(self, data: Any = None, *, offered: CheckAnswerForm) -> None:
        told = offered.told
        parts = ("answer", "words", "who")
        held = {part: getattr(told, part) for part in parts} if told else {}
        super().__init__(data, initial=held | {"until": offered.last_day})
        self.fields["answer"].choices = list(offered.answers)
        day = day_words(offered.last_day)
        self.fields["until"].help_text = f"At the latest {day}. {offered.check.because}."
        self.fields["version"] = version_field(offered.version)

    def told(self) -> CheckAnswerTold:
        said = {part: value for part, value in self.cleaned_data.items() if part != "version"}
        return CheckAnswerTold(**said)


class EndForm(forms.Form):
    """On which day it ended."""

    until = DayField(label="On which day did it end?", help_text=A_DAY, error_messages=NEEDS_DAY)

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data)
        self.fields["version"] = version_field(version)
