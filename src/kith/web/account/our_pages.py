"""Pages of the library with our templates, which are given plain values and never the rows behind a form."""

from typing import Any

from django.forms import BaseForm

ROWS = ("user", "authenticator", "instance", "request")


class OurPage:
    """Goes in front of one of the library's views; `words` adds what our template says besides."""

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context = super().get_context_data(**given) | given  # type: ignore[misc]
        context.pop("view", None)
        for value in context.values():
            if isinstance(value, BaseForm):
                without_rows(value)
        return context | self.words()

    def words(self) -> dict[str, Any]:
        return {}


def without_rows(form: Any) -> Any:
    """A form that is only shown again no longer needs the rows that it was checked against."""
    for name in ROWS:
        vars(form).pop(name, None)
    return form
