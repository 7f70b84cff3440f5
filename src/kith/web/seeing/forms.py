"""The form of an emergency look. It gathers words; the rules live in access."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.web.children.fields import PlainText


class LookForm(forms.Form):
    """Why now, what is happening, and the reference of a call where there is one."""

    reason = forms.ChoiceField(label="Why now?", widget=forms.RadioSelect)
    words = PlainText(
        limit="line",
        label="What is happening?",
        help_text="One or two sentences. The reviewer reads this first.",
        widget=forms.Textarea,
    )
    call_reference = PlainText(limit="identifier", label="Reference of a call, if there is one", required=False)

    def __init__(self, data: Any, *, reasons: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["reason"].choices = list(reasons)
