"""What is known of those who can lead, and of the requests that wait for two of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kith.kernel.errors import KithError

Place = tuple[float, float]
"""Miles east and miles north of any one point, the same for all."""


class CannotPair(KithError):
    """The requests and the pool do not fit together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facilitator:
    """Somebody trained; `load` meetings are theirs now, and they have `room` for so many more.

    `managers` are the refs of everybody in their line, `away` the days on which they cannot.
    """

    ref: str
    name: str
    agency: str
    teams: frozenset[str] = frozenset()
    managers: frozenset[str] = frozenset()
    place: Place | None = None
    away: frozenset[date] = frozenset()
    led: int = 0
    load: int = 0
    room: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request: who is in its network, who manages them, their teams, and who is kept out for another reason.

    `kept_out` holds facilitators with a family tie, or who said themselves that they are not independent.
    Without `days`, no day is named yet, and nobody is left out for being away. `already` has agreed, and needs only a
    second; they count as proposed, so their `room` has to hold this request.
    """

    ref: str
    people: frozenset[str] = frozenset()
    managers: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    kept_out: frozenset[str] = frozenset()
    place: Place | None = None
    days: frozenset[date] = frozenset()
    already: str = ""


Together = frozenset[str]
"""Two refs of facilitators who have led together."""


def checked(requests: Collection[Request], pool: Collection[Facilitator]) -> None:
    """Raises CannotPair where a ref stands twice, or somebody holds less than nothing.

    >>> checked([Request(ref="a"), Request(ref="a")], [])
    Traceback (most recent call last):
    kith.engines.pairing.pool.CannotPair: Two requests have the ref a.
    """
    for what, refs in (("requests", [one.ref for one in requests]), ("facilitators", [one.ref for one in pool])):
        twice = next((ref for ref in refs if refs.count(ref) > 1), None)
        if twice is not None:
            raise CannotPair(f"Two {what} have the ref {twice}.")
    for one in pool:
        if min(one.led, one.load, one.room) < 0:
            raise CannotPair(f"{one.name} cannot have led, hold or take fewer than none.")
