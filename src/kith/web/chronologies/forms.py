"""Forms about rows. They gather words; the rules live in the chronologies app."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from kith.apps.chronologies.projections import AboutToo, RowForm, RowSaid
from kith.apps.chronologies.queries import MOST_WORDS
from kith.kernel.partial_dates import PartialDate
from kith.web.children.fields import LongText, PartialDateField, PlainText, one_of, version_field

WHEN = "As exactly as you know it: “14 November 2026”, “November 2026”, “spring 2026”."
NOT_SAID = ("", "Not said")
PLAIN = ("", "None of these")
NO_FARTHER = ("", "No, it is for everybody who works with the child")
TIMES = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p"]
A_TIME = "Write the time as 14:30 or 2.30pm."


class ClockField(forms.TimeField):
    """A time of day as people write it."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False, input_formats=TIMES, error_messages={"invalid": A_TIME})

    def clean(self, value: Any) -> dt.time | None:
        return super().clean(value.replace(" ", "") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, dt.time) else value


class TellingForm(forms.Form):
    """One event: when, what, what the child said of it, and how it reads; the rest where somebody knows it."""

    start = PartialDateField(label="When was that?", required=True, help_text=WHEN)
    fact = LongText(
        label="What happened?",
        most=MOST_WORDS,
        help_text="Plain fact first. What you think comes after. The family may read it.",
    )
    childs_words = LongText(label="", most=MOST_WORDS, required=False, help_text="Word for word, if you know them.")
    rag = one_of("This reads as", required=False)
    impact = LongText(
        label="What did it mean for the child?",
        most=MOST_WORDS,
        required=False,
        help_text="Good or bad. It stands apart from the fact.",
    )
    action = LongText(
        label="What was done about it?",
        most=MOST_WORDS,
        required=False,
        help_text="Write “none” where nothing was, and why.",
    )
    effective = one_of("Did that help?", required=False)
    type = one_of("What kind of event is it?", required=False)
    end = PartialDateField(label="Until when, if it went on?", required=False)
    start_time = ClockField(label="At what time did it begin?")
    end_time = ClockField(label="And end?")
    source = PlainText(
        label="What do you rely on?", limit="line", required=False, help_text="A record, a letter, a person."
    )
    role = one_of("What was it for the child?", required=False)
    others = forms.MultipleChoiceField(
        label="Is it about a brother or sister too?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="It then stands in their chronology as well.",
    )
    basis = one_of("Why may it be shared?", required=False)
    restriction = one_of("Does it go no farther?", required=False)
    field_order: Sequence[str] = ("start", "fact", "childs_words", "rag")

    def __init__(self, data: Any = None, *, offered: RowForm, called: str, today: dt.date) -> None:
        said = offered.said
        names = [name for name in self.base_fields if name != "others"]
        initial = {name: getattr(said, name) for name in names} if said else {"start": PartialDate.of(today)}
        super().__init__(data, initial=initial)
        self.is_new = said is None
        self.fields["childs_words"].label = f"In {called}’s words"
        self.fields["rag"].choices = [*offered.rags, PLAIN]
        for name, choices in (("effective", offered.effects), ("type", offered.types), ("basis", offered.bases)):
            self.fields[name].choices = [*choices, NOT_SAID]
        self.fields["role"].choices = list(offered.roles)
        self.fields["restriction"].choices = [
            ("", "No, it is for everybody who works with the child"),
            *offered.restrictions,
        ]
        self.fields["version"] = version_field(offered.version)
        self.fields["others"].choices = list(offered.brothers_and_sisters)
        if said or not offered.brothers_and_sisters:
            del self.fields["others"]

    def said(self) -> RowSaid:
        told = {name: value for name, value in self.cleaned_data.items() if name not in ("version", "others")}
        others = tuple(AboutToo(ref, told["role"] or "happened") for ref in self.cleaned_data.get("others", ()))
        return RowSaid(others=others, **told)


class WithdrawForm(forms.Form):
    """Why a row is taken back."""

    why = PlainText(
        label="Why do you withdraw it?",
        limit="line",
        help_text="It stays, struck through, with this beside it: “wrong child”, “recorded twice”.",
    )

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data)
        self.fields["version"] = version_field(version)
