"""The form with which the photograph of a paper map is added: which picture it is, whose view, of which day."""

import datetime as dt
from typing import Any

from django import forms

from kith.apps.pictures.projections import PicturesPage, PictureStart
from kith.kernel.text import LIMITS
from kith.web.children.fields import NOT_OFFERED, DayField
from kith.web.loading.forms import PictureForm
from kith.web.pictures.forms import ViewForm


class PhotographForm(PictureForm, ViewForm):
    """A photograph that somebody took, with a telephone by its camera; so the picture comes first."""

    too_large = "This photograph is over 8 MB. Save it smaller, or take it once more."
    field_order = ("picture", "kind", "drawn_on", "whose", "view_of", "present")
    picture = forms.FileField(
        label="The photograph",
        help_text="PNG, JPEG or WebP, at most 8 MB. No place, day or face is read from it.",
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
        error_messages={
            "required": "Choose a photograph of at most 8 MB, or take one.",
            "empty": "This file is empty. Choose the photograph.",
        },
    )
    kind = forms.ChoiceField(label="What is on the paper?", error_messages=NOT_OFFERED)
    drawn_on = DayField(
        label="On which day was it drawn?",
        help_text="For example: today, or 3 March 2026.",
        error_messages={"required": "Say on which day it was drawn. “Today” is fine."},
    )
    present = forms.CharField(
        label="Who was there?",
        help_text="For example: Noor, her sister and you, at home.",
        max_length=LIMITS["line"],
        required=False,
    )

    def __init__(self, *sent: Any, page: PicturesPage, child_name: str, today: dt.date) -> None:
        super().__init__(*sent, child_name=child_name, people=page.people)
        self.initial = {"drawn_on": today}
        self.offer("kind", [("", "Choose"), *((kind.name, kind.title) for kind in page.kinds)])

    def start(self) -> PictureStart:
        said = self.cleaned_data
        return PictureStart(kind=said["kind"], whose=said["whose"], view_of=self.view_said, present=said["present"])
