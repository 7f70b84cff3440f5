"""The two steps of loading a family file."""

import base64
import binascii
from typing import Any

from django import forms

from kith.engines.drawing.formats import READS
from kith.engines.drawing.network import Person

LARGEST = 2 * 1024 * 1024
TOO_LARGE = "This file is over 2 MB. Larger files are loaded with the command kith load; ask your administrator."
MOST_CHOICES = 2_000


class FileForm(forms.Form):
    """Which file."""

    file = forms.FileField(
        label="Which file?",
        help_text=f"A file from a family-tree or genogram program: {READS}. At most 2 MB.",
        error_messages={
            "required": "Choose a file of at most 2 MB.",
            "empty": "This file is empty. Choose the file that holds the family.",
        },
    )

    def clean_file(self) -> bytes:
        uploaded = self.cleaned_data["file"]
        if uploaded.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return uploaded.read()

    @property
    def file_name(self) -> str:
        """What the person's own machine calls the file; only shown back to them."""
        return str(getattr(self.files.get("file"), "name", "")) or "file"


class ConfirmForm(forms.Form):
    """The file once more, as the browser carried it, and who in it the child is."""

    about = forms.ChoiceField(error_messages={"required": "Choose who in the file the child is."})
    carried = forms.CharField(widget=forms.HiddenInput, strip=False)
    name = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, people: tuple[Person, ...] = (), child: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["about"].label = f"Who in this file is {child}?"
        choices = [(p.id, f"{p.full_name}, born {p.birth}" if p.birth else p.full_name) for p in people[:MOST_CHOICES]]
        self.fields["about"].choices = [("", "Choose"), *choices]


def carried(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def uncarried(text: str) -> bytes:
    """The file's bytes again; anything that is not what we sent is an empty file, and is refused as such."""
    try:
        return base64.b64decode(text.encode("ascii", "replace"), validate=True)[: LARGEST + 1]
    except binascii.Error:
        return b""
