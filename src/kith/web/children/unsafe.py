"""The warning before an address is saved: where somebody would live with a child whom a condition keeps from them."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import HttpRequest

from kith.apps.people.projections import Place
from kith.apps.sentences.queries import unsafe_if
from kith.kernel.errors import KithError

READ = "unsafe_read"
THEN = "Ring their probation worker or the front door now. If it is so all the same, tick that you have read this."


class UnsafeAddress(KithError):
    """Somebody has to read the warning before it is saved."""


def require_read(request: HttpRequest, form: forms.Form, moved: Mapping[str, Sequence[Place]]) -> None:
    """Asked once for each form: the words stay, and whoever ticks that they have read it may save."""
    cards = unsafe_if(request.actor, {ref: places for ref, places in moved.items() if places}, now=request.now)
    if not cards or form.data.get(READ) == "on":
        return
    form.fields[READ] = forms.BooleanField(required=False, label="I have read the warning. Save it all the same")
    raise UnsafeAddress(" ".join((*(f"Unsafe address. {card.says}" for card in cards), THEN)))
