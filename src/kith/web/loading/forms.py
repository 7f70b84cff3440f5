"""Choosing a file, whatever it is to hold, and the two steps of loading a family file."""

import base64
import binascii
from typing import Any, ClassVar

from django import forms

from kith.engines.drawing.formats import READS
from kith.engines.drawing.network import Person

LARGEST = 2 * 1024 * 1024
LARGEST_PICTURE = 8 * 1024 * 1024
TOO_LARGE = "This file is over 2 MB. Larger files are loaded with the command kith load; ask your administrator."
MOST_CHOICES = 2_000


def file_field(hint: str, *, holds: str, at_most: str = "2 MB") -> forms.FileField:
    """`holds` is what the right file holds: "the family"."""
    return forms.FileField(
        label="Which file?",
        help_text=hint,
        error_messages={
            "required": f"Choose a file of at most {at_most}.",
            "empty": f"This file is empty. Choose the file that holds {holds}.",
        },
    )


class FileForm(forms.Form):
    """Which file; what it is to hold, whoever derives from it says with the field `file`."""

    largest: ClassVar[int] = LARGEST
    too_large: ClassVar[str]

    def clean_file(self) -> bytes:
        return _sent(self, "file", self.largest, self.too_large)

    @property
    def file_name(self) -> str:
        return _name_of(self, "file")


class FileOrWordsForm(FileForm):
    """Either a file or the words of another field: neither and both are refused."""

    words_in: ClassVar[str]
    nothing: ClassVar[str]
    both: ClassVar[str]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        has_file, has_words = bool(said.get("file")), bool(said.get(self.words_in, "").strip())
        if has_file == has_words and not self.errors:
            raise forms.ValidationError(self.both if has_file else self.nothing)
        return said


class PictureForm(forms.Form):
    """Which picture; what it shows, whoever derives from it says with the field `picture`."""

    too_large: ClassVar[str]

    def clean_picture(self) -> bytes:
        return _sent(self, "picture", LARGEST_PICTURE, self.too_large)

    @property
    def file_name(self) -> str:
        return _name_of(self, "picture")


def _sent(form: forms.Form, field: str, largest: int, too_large: str) -> bytes:
    uploaded = form.cleaned_data[field]
    if uploaded is None:  # where a form can do without
        return b""
    if uploaded.size > largest:
        raise forms.ValidationError(too_large)
    return bytes(uploaded.read())


def _name_of(form: forms.Form, field: str) -> str:
    """What the person's own machine calls the file; only shown back to them."""
    return str(getattr(form.files.get(field), "name", "")) or field


class FamilyFileForm(FileForm):
    """Which family file."""

    too_large = TOO_LARGE
    file = file_field(f"A file from a family-tree or genogram program: {READS}. At most 2 MB.", holds="the family")


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
