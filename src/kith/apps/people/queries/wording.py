"""Texts of a row that several people write: who wrote which, so that nobody overwrites what they do not see.

Whoever wrote a text goes on seeing it; to others it is there unless something sealed to them stands in it. A form that
comes back with a text as it was shown leaves it, and its writer, as they were.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Protocol

from kith.apps.agencies.projections import Actor
from kith.apps.people.queries.sealed import sieve, sieve_to_take
from kith.apps.people.sight import HELD_BACK


class Written(Protocol):
    """A row that knows by whom each of its texts is."""

    authors: dict[str, int]


class Texts:
    """Texts about these people as one viewer may see them."""

    def __init__(self, actor: Actor, subject_refs: Iterable[str], *, now: dt.datetime) -> None:
        self.actor, self.says = actor, sieve(actor, subject_refs, now=now)

    def __call__(self, row: Written, name: str) -> str:
        text = str(getattr(row, name))
        return text if row.authors.get(name) == self.actor.id else self.says(text)

    def shown(self, row: Written, names: Collection[str]) -> dict[str, Any]:
        return {name: self(row, name) for name in names}


class TextsToTake(Texts):
    """The same for a copy that is taken or given away: what holds something sealed to others stays behind.

    No sign of it is left in the copy, which may hang on a family's wall.
    """

    def __init__(self, actor: Actor, subject_refs: Iterable[str], *, now: dt.datetime) -> None:
        self.actor, self.says = actor, sieve_to_take(actor, subject_refs, now=now)

    def __call__(self, row: Written, name: str) -> str:
        text = self.says(str(getattr(row, name)), by=row.authors.get(name))
        return "" if text == HELD_BACK else text


def as_stands(row: Any, sent: Mapping[str, str], texts: Texts) -> dict[str, Any]:
    """What would stand: a text that came back as it was shown is the one on record, seen or not."""
    return {name: getattr(row, name) if text == texts(row, name) else text for name, text in sent.items()}


def write_texts(row: Any, sent: Mapping[str, str], sound: Mapping[str, str], texts: Texts) -> dict[str, Any]:
    """Write what differs from what the writer was shown, as it is sound; what it replaces, for the record."""
    before = {}
    for name, text in sent.items():
        if text != texts(row, name):
            before[name] = getattr(row, name)
            setattr(row, name, sound[name])
            row.authors = {**row.authors, name: texts.actor.id}
    return before
