"""The form of a record that is to go: on what ground, and why, against the version that the page showed."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.web.children.fields import PlainText, version_field


class DestroyForm(forms.Form):
    """The words stay on record when the person is gone, so they may not name them."""

    ground = forms.ChoiceField(label="On what ground?", widget=forms.RadioSelect)
    why = PlainText(
        limit="line",
        label="Why, and who asked for it?",
        help_text="These words stay. Leave out the name, address and numbers of the person.",
        widget=forms.Textarea,
    )

    def __init__(self, data: Any, *, grounds: Iterable[tuple[str, str]], version: int) -> None:
        super().__init__(data)
        self.fields["ground"].choices = list(grounds)
        self.fields["version"] = version_field(version)
