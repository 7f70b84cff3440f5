"""The form with which a tablet is handed over: a PIN for the way back, and whose names may be offered on it."""

import re
from typing import Any

from django import forms

PIN = re.compile(r"[0-9]{4,6}", re.ASCII)
RUNS = ("0123456789", "9876543210")


class HandingForm(forms.Form):
    """The PIN is chosen anew each time, so nobody learns one that opens anything else."""

    code = forms.CharField(
        label="Choose a PIN of 4 to 6 digits",
        help_text="You need it to take the tablet back. Five wrong tries sign you out; nothing is lost by that.",
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 6}),
        error_messages={"required": "Choose 4 to 6 digits."},
    )
    offered = forms.MultipleChoiceField(
        label="Whose names may be offered on the tablet?",
        help_text="Nobody is, unless you tick them. Tick only people the child knows of; others can be typed in.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: tuple[tuple[str, str], ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["offered"].choices = list(people)
        if not people:
            del self.fields["offered"]

    def clean_code(self) -> str:
        pin = str(self.cleaned_data["code"])
        if not PIN.fullmatch(pin):
            raise forms.ValidationError("Choose 4 to 6 digits.")
        if len(set(pin)) == 1 or any(pin in run for run in RUNS):
            raise forms.ValidationError("A child would guess that one. Choose digits that are not alike or in a row.")
        return pin
