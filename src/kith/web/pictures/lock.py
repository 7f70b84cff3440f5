"""The lock of a tablet that was handed over: which page it shows, under which PIN, and whether it is covered.

It stands in the session, so it holds across reloads, other addresses and the way back, with and without scripts. The
PIN is kept as a hash that nothing can be read from.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest
from django.urls import reverse

from kith.web.limits import TooMany, take

KEY = "handed_over"
LIMIT = "tablet_pins"
MOST_WRONG = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """To which page this session is locked: a picture, or what happened for whoever of the family reads it.

    `offered` are the refs of those whose names may stand as buttons; `story` is what was chosen for the reader.
    """

    child_ref: str
    picture_ref: str = ""
    person_ref: str = ""
    pin: str = ""
    offered: tuple[str, ...] = ()
    is_covered: bool = False
    wrong: int = 0
    story: Mapping[str, Any] = field(default_factory=dict)

    @property
    def refs(self) -> list[str]:
        return [self.child_ref, self.person_ref or self.picture_ref]

    @property
    def kind(self) -> str:
        """The app of the page."""
        return "chronologies" if self.person_ref else "pictures"

    @property
    def page(self) -> str:
        return reverse(f"{self.kind}:together", args=self.refs)

    @property
    def back(self) -> str:
        """Where a worker goes on who took the tablet back."""
        return reverse("chronologies:give" if self.person_ref else "pictures:drawn", args=self.refs)

    def is_on(self, refs: Mapping[str, str]) -> bool:
        """Whether an address is about the page that it is locked to."""
        return [refs.get("child_ref"), refs.get("person_ref" if self.person_ref else "picture_ref")] == self.refs


def lock_of(request: HttpRequest) -> Lock | None:
    stored = request.session.get(KEY)
    return Lock(**stored | {"offered": tuple(stored["offered"])}) if stored else None


def set_lock(request: HttpRequest, lock: Lock) -> None:
    request.session[KEY] = asdict(lock)


def open_lock(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def hashed(pin: str) -> str:
    return make_password(pin)


def is_right(lock: Lock, pin: str) -> bool:
    """Whether it opens. Wrong ones are counted for all requests at once, so asking side by side gains nothing."""
    if not lock.pin:
        return True
    try:
        tried = take(LIMIT, lock.pin)
    except TooMany:
        return False
    found = check_password(pin, lock.pin)
    if found:
        tried.give_back()
    return found
