"""A column that holds a partial date by its code, so that "spring 2019" stays what it was."""

from typing import TYPE_CHECKING, Any

from django.db import models

from kith.kernel.partial_dates import PartialDate

if TYPE_CHECKING:
    CodeField = models.CharField[PartialDate | str | None, PartialDate | None]
else:
    CodeField = models.CharField


class PartialDateField(CodeField):
    """Stores `PartialDate.code`; no date is the empty string."""

    def __init__(self, **options: Any) -> None:
        settings: dict[str, Any] = {"max_length": 40, "default": "", "blank": True}
        super().__init__(**(settings | options))

    def from_db_value(self, value: str | None, *_: Any) -> PartialDate | None:
        return PartialDate.from_code(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        return value if isinstance(value, PartialDate) else self.from_db_value(value)

    def get_prep_value(self, value: Any) -> str:
        return value.code if isinstance(value, PartialDate) else value or ""
