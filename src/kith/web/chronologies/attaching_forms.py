"""Forms about what is attached to a row."""

from typing import Any

from django import forms

from kith.apps.chronologies.projections import AttachmentSaid, RowForm
from kith.web.children.fields import PlainText, one_of
from kith.web.loading.forms import PictureForm

WHY = "It has a reason of its own: a picture often shows more than the row tells."


class RecordingForm(forms.Form):
    """Where a recording is kept that is not in Kith."""

    what = PlainText(label="What was recorded?", limit="line", help_text="For example: the talk at the door.")
    kept_at = PlainText(label="Where is it kept?", limit="line", help_text="The agency, and its store.")
    number = PlainText(label="Under which number?", required=False)
    basis = one_of("Why may it be shared?", help_text=WHY)

    def __init__(self, *sent: Any, offered: RowForm) -> None:
        super().__init__(*sent)
        self.fields["basis"].choices = list(offered.bases)

    def said(self) -> AttachmentSaid:
        said = self.cleaned_data
        return AttachmentSaid(**{name: said.get(name, "") for name in ("what", "basis", "kept_at", "number")})


class PhotographForm(PictureForm, RecordingForm):
    """A photograph, taken with a telephone or chosen."""

    too_large = "This photograph is over 8 MB. Save it smaller, or take it once more."
    field_order = ("picture", "what", "basis")
    picture = forms.FileField(
        label="The photograph",
        help_text="PNG, JPEG or WebP, at most 8 MB.",
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={
            "required": "Choose a photograph of at most 8 MB, or take one.",
            "empty": "This file is empty. Choose the photograph.",
        },
    )
    what = PlainText(label="What does it show?", limit="line", help_text="In a few words, for those who cannot see it.")

    def __init__(self, *sent: Any, offered: RowForm) -> None:
        super().__init__(*sent, offered=offered)
        del self.fields["kept_at"], self.fields["number"]
