"""Form fields of our own: a date as people know it, and texts within their limits."""

from typing import Any

from django import forms

from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS, cleaned


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


class PlainText(forms.CharField):
    """One line of text, cleaned as the kernel cleans it, so that a refusal is said beside the field."""

    def __init__(self, *, limit: str = "name", **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.limit = LIMITS[limit]

    def clean(self, value: Any) -> str:
        try:
            text = cleaned(value or "", limit=self.limit)
        except KithError as problem:
            raise forms.ValidationError(problem.message) from None
        if self.required and not text:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return text
