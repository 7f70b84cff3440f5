"""Form fields of our own: a date as people know it, and texts within their limits."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms

from kith.apps.people.queries import language_code
from kith.kernel.days import day_words
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS, cleaned

DAYS = ["%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%Y-%m-%d"]
"""How a whole day may be written where nothing vaguer will do."""


class PartialDateField(forms.CharField):
    """Understands "3 March 2019", "spring 2019" and "about 2014", and says plainly what it does not understand."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"required": False, "max_length": LIMITS["date"]} | options))

    def clean(self, value: Any) -> PartialDate | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except KithError as problem:
            raise forms.ValidationError(problem.message) from None

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, PartialDate) else value


class DayField(forms.CharField):
    """One whole day, in any words that name one."""

    def clean(self, value: Any) -> dt.date | None:
        said = PartialDateField(required=self.required, error_messages=self.error_messages).clean(value)
        if said is None:
            return None
        if said.earliest is None or said.earliest != said.latest:
            raise forms.ValidationError("Give a whole day, such as 3 March 2027.")
        return said.earliest

    def prepare_value(self, value: Any) -> Any:
        return day_words(value) if isinstance(value, dt.date) else value


NOT_OFFERED = {"invalid_choice": "Choose from what is offered here."}
MOST_VERSIONS = 9_999_999


def version_field(shown: int) -> forms.IntegerField:
    """The version that the page showed, sent back unseen."""
    return forms.IntegerField(min_value=0, max_value=MOST_VERSIONS, widget=forms.HiddenInput, initial=shown)


class PlainText(forms.CharField):
    """One line of text, cleaned as the kernel cleans it, so that a refusal is said beside the field."""

    multi_line = False

    def __init__(self, *, limit: str = "name", **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.limit = LIMITS[limit]

    def clean(self, value: Any) -> str:
        try:
            text = cleaned(value or "", limit=self.limit, multi_line=self.multi_line)
        except KithError as problem:
            raise forms.ValidationError(problem.message) from None
        if self.required and not text:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return text


class LongText(PlainText):
    """Several lines, of so many signs at most."""

    widget = forms.Textarea
    multi_line = True

    def __init__(self, *, most: int, **options: Any) -> None:
        super().__init__(**options)
        self.limit = most


def one_of(label: str, choices: Iterable[tuple[Any, str]] = (), **options: Any) -> forms.ChoiceField:
    """One answer of a few, all of them in sight."""
    return forms.ChoiceField(
        label=label, choices=list(choices), widget=forms.RadioSelect, error_messages=NOT_OFFERED, **options
    )


def understood(form: forms.Form) -> dict[str, str]:
    """Of each date that was written in other words than ours: what it was taken for."""
    said = {name: getattr(form, "cleaned_data", {}).get(name) for name in form.fields}
    return {
        name: str(date)
        for name, date in said.items()
        if isinstance(date, PartialDate) and (written := str(form[name].value() or "").strip())
        if str(date).casefold() != written.casefold()
    }


def say_back(form: forms.Form) -> None:
    for name, words in understood(form).items():
        form[name].help_text = f"We understood: {words}."


def said_back(form: forms.Form) -> str:
    """The same for a notice, where the form is gone: " We understood: spring 2019." or nothing."""
    words = ", ".join(understood(form).values())
    return f" We understood: {words}." if words else ""


class LanguageList(PlainText):
    """Languages by their English names with commas between them; becomes their codes."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def clean(self, value: Any) -> Any:
        names = [name for name in super().clean(value).replace(";", ",").split(",") if name.strip()]
        try:
            return tuple(language_code(name) for name in names)
        except KithError as problem:
            raise forms.ValidationError(problem.message) from None
