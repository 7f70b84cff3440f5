"""The rows of a chronology as events: likely accounts of one event count once, and all their rows are listed."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from kith.engines.chronology.adding_up.aids import Name, Part
from kith.engines.chronology.adding_up.hearing import hits, text_of, topics_of, words_of
from kith.engines.chronology.adding_up.speaking import spoken_to
from kith.engines.chronology.merging import NO_GROUP, Chronology, Entry
from kith.engines.chronology.order import Days, days_by_code
from kith.engines.chronology.rows import CHILD, Row

_PLACED_DAYS = 31


class Account(NamedTuple):
    """A row with its place in the chronology, what is heard in it or named by a role, and which carers it spoke to."""

    row: Row
    place: int
    group: int
    heard: frozenset[str]
    spoken_to: frozenset[str]


Telling = Callable[[Account], bool]


class Event(NamedTuple):
    """What one or several rows tell of. It began on one of the days from `first` to `last`, and was over by `until`.

    Days are ordinals; what accounts say differently, and an open end, makes them wider.
    """

    accounts: tuple[Account, ...]
    first: int
    last: int
    until: int

    @property
    def is_placed(self) -> bool:
        """Whether its day is known to about a month, so that it may be held against other days."""
        return self.last - self.first <= _PLACED_DAYS

    def has(self, telling: Telling) -> bool:
        """Whether one of its accounts is of this kind."""
        return telling(self.accounts[0]) or (len(self.accounts) > 1 and any(map(telling, self.accounts[1:])))


class Story(NamedTuple):
    """What aids are made of: all events up to a day, and those that professionals tell of, by their accounts alone."""

    called: str
    on: dt.date
    everybody: tuple[Event, ...]
    professional: tuple[Event, ...]


def story_of(chronology: Chronology, *, called: str, on: dt.date, family: Collection[Name]) -> Story:
    """The events of rows that stand and had, or may have, begun by the day."""
    standing = [(place, entry) for place, entry in enumerate(chronology.entries) if not entry.row.withdrawn]
    said = chain.from_iterable([(entry.row.start, entry.row.end) for _, entry in standing])
    days = days_by_code(filter(None, said))
    begun = [(place, entry) for place, entry in standing if days[entry.row.start.code].first <= on.toordinal()]
    accounts = [_account(entry, place, called) for place, entry in begun]
    everybody, relatives = _events(accounts, days), frozenset(family)
    if not relatives:
        return Story(called, on, everybody, everybody)
    professional = [account for account in accounts if account.row.name not in relatives]
    return Story(called, on, everybody, _events(professional, days))


def names_of(events: Iterable[Event]) -> tuple[Name, ...]:
    """The names of all rows that tell of these events, each once, in the order of the chronology."""
    rows = {account.place: account.row.name for event in events for account in event.accounts}
    return tuple([rows[place] for place in sorted(rows)])


def parted(events: Iterable[Event], telling: Telling) -> tuple[list[Event], list[Event]]:
    """Those that have an account of this kind, and the others."""
    yes: list[Event] = []
    no: list[Event] = []
    for event in events:
        (yes if event.has(telling) else no).append(event)
    return yes, no


def parts_of(*parts: tuple[str, Sequence[Event]]) -> tuple[Part, ...]:
    """Each part that has events, with their rows."""
    return tuple([Part(words, names_of(events)) for words, events in parts if events])


def numbered(several: Sequence[Sequence[Event]]) -> tuple[Part, ...]:
    """A part for each, with its running number: “2 of 4”."""
    return parts_of(*[(f"{number} of {len(several)}", events) for number, events in enumerate(several, 1)])


def _account(entry: Entry, place: int, called: str) -> Account:
    row = entry.row
    words = words_of(text_of(row))
    found = hits(words)
    heard = frozenset([hit.topic for hit in found])
    roles = [topics_of(subject.role) for subject in row.subjects if subject.role != CHILD]
    named = heard.union(*roles) if roles else heard
    return Account(row, place, entry.group, named, spoken_to(row, words, found, called))


def _events(accounts: Iterable[Account], days: Mapping[str, Days]) -> tuple[Event, ...]:
    together: dict[tuple[int, int], list[Account]] = {}
    for account in accounts:
        alone = account.place if account.group == NO_GROUP else 0
        together.setdefault((account.group, alone), []).append(account)
    return tuple([_event(tuple(told), days) for told in together.values()])


def _event(accounts: tuple[Account, ...], days: Mapping[str, Days]) -> Event:
    began = [days[account.row.start.code] for account in accounts]
    ended = [days[account.row.end.code].last for account in accounts if account.row.end]
    last = max([day.last for day in began])
    return Event(accounts, min([day.first for day in began]), last, max([last, *ended]))
