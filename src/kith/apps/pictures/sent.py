"""What a tablet without network calls things, and what stands in Kith of what it sends."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kith.apps.agencies.projections import Actor
from kith.apps.pictures.models import CheckOut, Picture, Placed, SentAct
from kith.apps.pictures.rules import WORKER
from kith.apps.pictures.sight import seen_on
from kith.apps.pictures.taking import QUEUE_KEYS
from kith.apps.records.base import StaleVersion, called_there, queue_key_in

PLACE, CHANGE, TAKE_OFF = "place", "change", "take_off"
LINE, LINE_OFF = "line", "line_off"
MAKE, RUB_OUT = "make", "rub_out"
WHATS = (PLACE, CHANGE, TAKE_OFF, LINE, LINE_OFF, MAKE, RUB_OUT)
TABLET, BOTH, HERE = "tablet", "both", "here"


class Clash(StaleVersion):
    """Somebody changed the same thing meanwhile, or it is not on the picture any more: choose, and send it again.

    `key` is that of what stands in Kith, a card or a line; empty where nothing stands.
    """

    def __init__(self, message: str, *, key: str = "", choices: tuple[str, ...], is_of_line: bool = False) -> None:
        super().__init__(message)
        self.key, self.choices, self.is_of_line = key, choices, is_of_line


def key_of(row: CheckOut) -> str:
    """Base64 of the bytes under which the tablet keeps what it has not sent."""
    return queue_key_in(row.queue_key, purpose=QUEUE_KEYS, bound_to=row.ref)


def called_on(row: CheckOut, person_refs: Iterable[str]) -> dict[str, str]:
    """What this tablet, and no other, calls people."""
    key = key_of(row)
    return {ref: called_there(key, ref) for ref in person_refs}


@dataclass(frozen=True)
class FromTablet:
    """One check-out from which its holder sends, inside the deed."""

    by: Actor
    child_ref: str
    picture: Picture
    row: CheckOut
    now: dt.datetime

    @property
    def at(self) -> dict[str, Any]:
        return {"by": self.by, "child_ref": self.child_ref, "picture_ref": self.picture.ref, "now": self.now}

    def key(self, said: str) -> str:
        """What was placed on the tablet is called there by the act that placed it."""
        act = SentAct.objects.filter(check_out=self.row, name=said).first() if said else None
        return act.key if act else said

    def last_sent(self, keys: Iterable[str]) -> SentAct | None:
        """The last act from here about any of these."""
        return SentAct.objects.filter(check_out=self.row, key__in=list(keys)).order_by("-pk").first()

    def on_it(self, key: str) -> Placed | None:
        """Somebody whom the sender may not see is not on the picture."""
        return seen_on(self.by, self.picture, now=self.now, key=key)

    def choices(self, *, takes_off: bool, is_gone: bool) -> tuple[str, ...]:
        """After a clash. What a child or a relative drew is drawn over by nobody: both stand, to be looked at."""
        is_shared = self.picture.whose == WORKER
        if takes_off:
            return (TABLET, HERE) if is_shared else (HERE,)
        if is_gone:
            return (BOTH, HERE)
        return (TABLET, BOTH, HERE) if is_shared else (BOTH,)
