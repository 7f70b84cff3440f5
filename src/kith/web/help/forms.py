"""The form of one number. Its rules live in the helplines app; a form only gathers words."""

from typing import Any

from django import forms

from kith.apps.helplines.projections import HelpNumber, KeptNumber
from kith.kernel.days import day_words
from kith.web.children.fields import DAYS, PlainText

PARTS = ("label", "shown", "dial", "hours", "checked_on", "source")


class NumberForm(forms.Form):
    """Who answers, the number written twice, when, and who says so."""

    label = PlainText(label="Who answers?", help_text="In words a child of 9 reads: “Eastmarch night line”.")
    shown = PlainText(label="The number, as people read it", help_text="“01632 960210”, or “111, then press 2”.")
    dial = PlainText(label="The number a telephone dials", help_text="Digits without spaces. Both have to agree.")
    hours = PlainText(label="When does somebody answer?", help_text="“Day and night”, or “Every night, 5pm to 8am”.")
    checked_on = forms.DateField(
        label="When did somebody last ring it to check?",
        input_formats=DAYS,
        help_text="“21 November 2026” or “21/11/2026”.",
        widget=forms.TextInput,
        error_messages={"invalid": "Write a day such as “21 November 2026”."},
    )
    source = PlainText(label="Who says so?", help_text="Where the number comes from, so that the next person can ask.")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def number(self) -> HelpNumber:
        return HelpNumber(**{part: self.cleaned_data[part] for part in PARTS})


def as_first_shown(kept: KeptNumber) -> dict[str, Any]:
    """What the form holds before anybody types: the county's own number, and 999 for danger, which is everybody's."""
    if not kept.is_own and kept.place != "danger":
        return {"version": kept.version}
    held = {part: getattr(kept.number, part) for part in PARTS}
    day = kept.number.checked_on
    return {**held, "checked_on": day_words(day), "version": kept.version}
