"""Forms of bringing a table. They gather; the rules live in the chronologies app."""

from typing import Any

from django import forms

from kith.apps.chronologies.projections.bringing import BringingPage, BroughtCard
from kith.web.children.fields import PlainText, version_field
from kith.web.loading.forms import FileOrWordsForm

LARGEST = 8 * 1024 * 1024
TOO_LARGE = "This file is over 8 MB. Bring a smaller part of it, or take out what is no table: pictures, other sheets."
NOTHING = "Choose a file, or paste what you copied from your table."
BOTH = "Bring one at a time: the file, or what you pasted."
MOST_PASTED = 2_000_000
PASTED = "what was pasted"
ALONE = ("", "Leave it alone")
MOST_HEADINGS = 200


class TableForm(FileOrWordsForm):
    """A file, or what was copied from a table in Word; what a browser gave beside it as HTML stands in `table`."""

    words_in, nothing, both = "words", NOTHING, BOTH
    largest, too_large = LARGEST, TOO_LARGE

    file = forms.FileField(
        label="A file",
        required=False,
        help_text="Excel (.xlsx), Word with a table (.docx) or CSV, of at most 8 MB. Macros and formulas are not run.",
        error_messages={"empty": "This file is empty. Choose the file that holds the rows."},
    )
    words = forms.CharField(
        label="Or paste a table from Word or Excel",
        required=False,
        strip=False,
        max_length=MOST_PASTED,
        widget=forms.Textarea,
        help_text="Mark the whole table with its headings, copy it, and paste it here.",
    )
    table = forms.CharField(required=False, strip=False, max_length=MOST_PASTED, widget=forms.HiddenInput)

    @property
    def used(self) -> str:
        return "file" if self.files.get("file") else "words"

    def brought(self) -> tuple[bytes, str]:
        """The bytes to read, and what they are called."""
        if self.cleaned_data["file"]:
            return self.cleaned_data["file"], str(getattr(self.files["file"], "name", "")) or "the file"
        return (self.cleaned_data["table"] or self.cleaned_data["words"]).encode(), PASTED


class HeadingsForm(forms.Form):
    """What each heading means, in the order of the file."""

    def __init__(self, data: Any = None, *, page: BringingPage) -> None:
        super().__init__(data)
        self.asked = page.headings[:MOST_HEADINGS]
        for number, one in enumerate(self.asked):
            self.fields[f"heading_{number}"] = forms.ChoiceField(
                label=f"What “{one.heading}” means",
                choices=[ALONE, *page.fields],
                required=False,
                initial=one.field,
                widget=forms.Select(attrs={"class": "govuk-select"}),
            )
        self.fields["version"] = version_field(page.card.version)

    def rows(self) -> list[tuple[Any, Any]]:
        """Each heading with its question."""
        return [(one, self[f"heading_{number}"]) for number, one in enumerate(self.asked)]

    def chosen(self) -> dict[str, str]:
        return {one.heading: self.cleaned_data[f"heading_{number}"] for number, one in enumerate(self.asked)}


class UndoForm(forms.Form):
    """Why all rows of a table are taken back."""

    why = PlainText(
        label="Why do you undo it?",
        limit="line",
        help_text="It stands beside each row: “wrong child”, “an old file”.",
    )

    def __init__(self, data: Any = None, *, card: BroughtCard) -> None:
        super().__init__(data, initial={"why": card.why_undone})
        self.fields["version"] = version_field(card.version)
