"""The warning before an address is saved: where somebody would live with a child whom a condition keeps from them."""

from collections.abc import Iterable, Mapping, Sequence

from django import forms
from django.http import HttpRequest

from kith.apps.people.projections import Living, Place
from kith.apps.sentences.projections import UnsafeCard
from kith.apps.sentences.queries import unsafe_if
from kith.apps.sentences.services import go_on
from kith.kernel.errors import KithError
from kith.web.children.fields import PlainText

WHY = "unsafe_why"
THEN = "Ring their probation worker or the front door now. If it is so all the same, write below why you save it."


class UnsafeAddress(KithError):
    """Somebody has to read the warning before it is saved."""


def require_read(
    request: HttpRequest,
    form: forms.Form,
    moved: Mapping[str, Sequence[Place]],
    *,
    newcomers: Iterable[Living] = (),
    near: str = "",
) -> None:
    """Asked once for each form: the words stay, and whoever says why may save. `newcomers` are not on record yet."""
    there = {ref: places for ref, places in moved.items() if places}
    heed(request, form, unsafe_if(request.actor, there, newcomers=newcomers, near=near, now=request.now))


def heed(request: HttpRequest, form: forms.Form, cards: Sequence[UnsafeCard]) -> None:
    """Where there is something to be warned of: the reason goes on record, or it is asked for."""
    if not cards:
        return
    ask_why(form)
    why = form.data.get(WHY, "")
    if not why.strip():
        raise UnsafeAddress(" ".join((*(f"Unsafe address. {card.says}" for card in cards), THEN)))
    go_on(by=request.actor, cards=cards, why=why, now=request.now)


def ask_why(form: forms.Form) -> None:
    form.fields[WHY] = PlainText(
        label="Why is it saved all the same?",
        limit="line",
        required=False,
        help_text="Your name and your reason stay on record.",
    )
