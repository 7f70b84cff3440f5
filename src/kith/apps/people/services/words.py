"""Words as they are saved: whether they hold something sealed, and what becomes of them then.

Whoever is on the seal's list is told, and takes it out. Whoever is not must learn nothing, not even that they
guessed right: their words are kept, they go on seeing them, and everybody else off the list does not.

A page looks round everybody it names, so what is saved is held against one step more than any page looks.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kith.apps.access.queries import Unsealed, with_neighbours
from kith.apps.agencies.projections import Actor
from kith.apps.people.models import OwnWords, Person
from kith.apps.people.reading import record_of, short_name
from kith.apps.people.scanning import ADDRESS, HOME, LANGUAGE, NAME, NUMBER, SealedValue
from kith.apps.people.services.rows import sight_of
from kith.apps.people.sight import Sight, place_of
from kith.kernel.errors import KithError

WHAT = {ADDRESS: "address", NAME: "name", NUMBER: "number", HOME: "name of a home", LANGUAGE: "language"}


class HoldsWhatIsSealed(KithError):
    """Words cannot be saved where people off the seal's list would read them."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that may be saved, and whose they are if they hold what is closed to whoever wrote them."""

    writer_id: int = 0

    def keep(self, ref: str, *parts: str) -> None:
        """Inside the deed: to the writer a record, or these parts of it, stay as they wrote them."""
        if self.writer_id:
            for part in parts or ("",):
                OwnWords.objects.get_or_create(user_id=self.writer_id, place=place_of(ref, part))


def checked_words(by: Actor, subject_ids: Collection[int], texts: Iterable[str], *, now: dt.datetime) -> Words:
    """Free text about these subjects: refused where it holds what the writer knows to be sealed."""
    found = _sealed_in(subject_ids, texts, now)
    if not found:
        return Words()
    closed = sight_of(by, *with_neighbours(subject_ids), now=now).closed_values
    for value in found:
        if value not in closed:
            raise HoldsWhatIsSealed(_says(by, value, now))
    return Words(by.id)


def known_words(by: Actor, subject_ids: Collection[int], texts: Iterable[str], *, now: dt.datetime) -> Words:
    """What a name, an address or a number says. A second telling of a sealed one is as closed as the first."""
    closed = sight_of(by, *with_neighbours(subject_ids), now=now).closed_values
    return Words(by.id) if any(value in closed for value in _sealed_in(subject_ids, texts, now)) else Words()


def _sealed_in(subject_ids: Collection[int], texts: Iterable[str], now: dt.datetime) -> list[SealedValue]:
    some = [text for text in texts if text]
    sight = Sight(Unsealed(now=now), with_neighbours(subject_ids))
    return list(dict.fromkeys(value for text in some for value in sight.sealed_in(text)))


def _says(by: Actor, value: SealedValue, now: dt.datetime) -> str:
    row = Person.objects.select_related("subject").filter(pk=value.person_id).first()
    whose = f" of {short_name(record_of(row, sight_of(by, row.subject_id, now=now)))}" if row else ""
    return (
        f"This has the sealed {WHAT[value.kind]}{whose} in it. Take it out: people off the seal’s list may read this."
    )
