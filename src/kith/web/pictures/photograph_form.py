"""The form with which the photograph of a paper map is added: which picture it is, whose view, of which day."""

import datetime as dt
from typing import Any

from django import forms

from kith.apps.pictures.projections import PicturesPage, PictureStart
from kith.kernel.text import LIMITS
from kith.web.children.fields import NOT_OFFERED, DayField, one_of
from kith.web.pictures.forms import RELATIVE, UploadedPicture


class PhotographForm(UploadedPicture):
    """The picture first: a telephone offers its camera."""

    field_order = ("picture", "kind", "drawn_on", "whose", "view_of", "present")
    kind = forms.ChoiceField(label="What is on the paper?", error_messages=NOT_OFFERED)
    drawn_on = DayField(
        label="On which day was it drawn?",
        help_text="For example: today, or 3 March 2026.",
        error_messages={"required": "Say on which day it was drawn. “Today” is fine."},
    )
    view_of = forms.ChoiceField(label="Which relative’s view?", required=False, error_messages=NOT_OFFERED)
    present = forms.CharField(
        label="Who was there?",
        help_text="For example: Noor, her sister and you, at home.",
        max_length=LIMITS["line"],
        required=False,
    )

    def __init__(self, *sent: Any, page: PicturesPage, child_name: str, today: dt.date) -> None:
        super().__init__(*sent)
        self.initial = {"drawn_on": today, "whose": "child"}
        kinds = [("", "Choose"), *((kind.name, kind.title) for kind in page.kinds)]
        self._choices("kind", kinds)
        views = (("child", child_name), (RELATIVE, "A relative"), ("worker", "Mine, as a worker"))
        self.fields["whose"] = one_of("Whose view is it?", views)
        self._choices("view_of", [("", "Choose"), *page.people])
        if not page.people:
            del self.fields["view_of"]
        self.order_fields(self.field_order)

    def _choices(self, name: str, choices: Any) -> None:
        self.fields[name].choices = list(choices)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("whose") == RELATIVE and not said.get("view_of"):
            self.add_error("view_of" if "view_of" in self.fields else None, "Say which relative’s view it is.")
        return said

    def start(self) -> PictureStart:
        said = self.cleaned_data
        return PictureStart(
            kind=said["kind"],
            whose=said["whose"],
            view_of=said.get("view_of", "") if said["whose"] == RELATIVE else "",
            present=said["present"],
        )
