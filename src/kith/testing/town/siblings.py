"""When the children of one mother were or will be born, twins among them."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.testing.town.dates import age_on
from kith.testing.town.draft import Draft
from kith.testing.town.shelf import proportion

_SHORTEST_GAP, _LONGEST_GAP = 400, 1900  # days


@dataclass(frozen=True, slots=True)
class Birth:
    """One birth day; children born together share a `twin` mark."""

    day: date
    twin: str = ""
    identical: bool = False


def births(draft: Draft, *, at_least: int = 1) -> list[Birth]:
    """Eldest first. The youngest is a child today; the elder ones may have grown up."""
    rng = draft.rng
    wanted = max(at_least, int(proportion("children").pick(rng)))
    day = _birthday(draft, int(proportion("youngest").pick(rng)))
    found: list[Birth] = []
    while len(found) < wanted:
        found += _born_on(draft, day, f"t{len(found) + 1}")
        day -= timedelta(days=_SHORTEST_GAP + int((_LONGEST_GAP - _SHORTEST_GAP) * rng.random()))
    return [birth for birth in reversed(found) if age_on(birth.day, draft.today) <= 24]


def _birthday(draft: Draft, age: int) -> date:
    """A birthday that makes somebody this old today; the very youngest are some days old."""
    return draft.today - timedelta(days=int((age + draft.rng.random()) * 365.2) + (2 if age == 0 else 1))


def _born_on(draft: Draft, day: date, mark: str) -> list[Birth]:
    if not draft.happens("twins"):
        return [Birth(day)]
    number = 3 if draft.happens("triplets_of_twins") else 2
    return [Birth(day, mark, number == 2 and draft.happens("identical_of_twins"))] * number
