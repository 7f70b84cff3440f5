"""How often something may be asked: the table of limits, and the places in it that a try takes up.

A limit of five has five places. A try takes a free one, which comes free again by itself when the try is old enough,
so the limit slides with the clock. Taking a place is one insert that either works or does not: two tries at the same
moment, in two processes, never get the same place.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from django.utils.crypto import salted_hmac

from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError

TRIES_FOR_A_PLACE = 4  # somebody else may take the place that looked free; more often than this, refuse
_chance = secrets.SystemRandom()


class TooMany(KithError):
    """A limit is reached; `limit` is its name."""

    def __init__(self, limit: str) -> None:
        super().__init__("That was too many tries.")
        self.limit = limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """So many tries, each of which counts for so many minutes."""

    most: int
    minutes: int
    routes: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    only_given: bool = False

    def is_for(self, route: str, method: str) -> bool:
        return method in self.methods and (route in self.routes or "*" in self.routes)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that somebody's try has taken up in a limit."""

    limit: str
    key: str

    def give_back(self) -> None:
        cache.delete(self.key)


def _read() -> dict[str, Limit]:
    table = toml_of("kith.web", "data/limits.toml")
    return {name: _limit(row) for name, row in table.items() if isinstance(row, dict)}


def _limit(row: Mapping[str, object]) -> Limit:
    lists = {name: tuple(value) for name, value in row.items() if isinstance(value, list)}
    return Limit(**{**row, **lists})  # type: ignore[arg-type]


LIMITS = _read()


def take(name: str, whom: str) -> Place:
    """A place in a limit for somebody; raises TooMany where none is free. Whom it is about is not readable in it."""
    limit = LIMITS[name]
    who = salted_hmac("kith.web.limits", whom, algorithm="sha256").hexdigest()[:32]
    places = [f"limit:{name}:{who}:{number}" for number in range(limit.most)]
    taken = cache.get_many(places)
    free = [place for place in places if place not in taken]
    for place in _chance.sample(free, min(len(free), TRIES_FOR_A_PLACE)):
        if cache.add(place, 1, timeout=limit.minutes * 60):
            return Place(name, place)
    raise TooMany(name)


def take_for_route(route: str, method: str, whom: str) -> list[Place]:
    """A place in every limit that holds for this route, in one transaction; none of them where one is full."""
    wanted = [name for name, limit in LIMITS.items() if limit.is_for(route, method)]
    if not wanted:
        return []
    with transaction.atomic():
        return [take(name, whom) for name in wanted]
