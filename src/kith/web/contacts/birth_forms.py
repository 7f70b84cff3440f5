"""Forms about a baby: the record that begins before birth, the birth itself, and a pregnancy that ended."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.apps.cases.projections import BabyTold, BornTold, EndedTold
from kith.apps.people.queries import LOSS_WORDS
from kith.web.children.fields import NOT_OFFERED, DayField, PartialDateField, PlainText, version_field

SEXES = (("", "Not known yet"), ("F", "Female"), ("M", "Male"), ("X", "Recorded as neither"))
DAY_HELP = "“24 November 2026” or “24/11/2026”."
DAY_MISSING = {"required": "Write the day. “24 November 2026” is fine."}
NAME_HELP = "As the family says it. Leave it empty while there is none."


class BabyForm(forms.Form):
    """What the front door knows of a baby when the record begins."""

    expected = PartialDateField(
        label="When is the baby expected?", help_text="“19 February 2027”, or “February 2027” is fine."
    )
    mother_ref = forms.ChoiceField(
        label="Is the mother on record here?",
        required=False,
        error_messages=NOT_OFFERED,
    )
    mother_name = PlainText(
        label="If not: what is her name?", help_text="It can stay empty.", required=False, limit="name"
    )

    def __init__(self, data: Any = None, *, mothers: Iterable[tuple[str, str]], version: int, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["mother_ref"].choices = [("", "Nobody here, or we do not know"), *mothers]
        self.fields["version"] = version_field(version)

    def told(self) -> BabyTold:
        return BabyTold(**{part: self.cleaned_data[part] for part in ("expected", "mother_ref", "mother_name")})


class BornForm(forms.Form):
    """The day, and the name and sex as far as they are known."""

    on = DayField(label="On which day was the baby born?", help_text=DAY_HELP, error_messages=DAY_MISSING)
    name = PlainText(label="What is the baby’s name?", help_text=NAME_HELP, required=False, limit="name")
    sex = forms.ChoiceField(
        label="Sex registered at birth, if it is on a record",
        choices=SEXES,
        required=False,
        error_messages=NOT_OFFERED,
    )

    def __init__(self, data: Any = None, *, version: int, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["version"] = version_field(version)

    def told(self) -> BornTold:
        return BornTold(**{part: self.cleaned_data[part] for part in ("on", "name", "sex")})


class EndedForm(forms.Form):
    """How a pregnancy ended, in the words of the list."""

    how = forms.ChoiceField(
        label="What did the family tell you?",
        choices=list(LOSS_WORDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the family told you."} | NOT_OFFERED,
    )
    on = DayField(label="On which day?", help_text=DAY_HELP, error_messages=DAY_MISSING)
    name = PlainText(
        label="Did the family give the baby a name?", help_text="Only if they did.", required=False, limit="name"
    )

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data)
        self.fields["version"] = version_field(version)

    def told(self) -> EndedTold:
        return EndedTold(**{part: self.cleaned_data[part] for part in ("on", "how", "name")})
