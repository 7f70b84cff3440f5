"""Loading whole families in batches: staged where nobody sees them, then published by one row."""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kith.apps.access.services import begin_batch, join_circles, open_subjects, publish_batch
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.people import events
from kith.apps.people.writing import (
    NewPerson,
    Responsibility,
    Source,
    postcodes_of_homes,
    ties_told_in,
    write_households,
    write_people,
    write_responsibilities,
    write_ties,
)
from kith.engines.drawing.network import Network

PEOPLE_IN_A_BATCH = 150  # keeps each write transaction under 200 ms, so that no reader waits long


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRecord:
    """A family to be loaded: who has a case, how sensitive each person is, and who holds responsibility."""

    network: Network
    centres: tuple[str, ...]
    sensitivity: Mapping[str, int] = field(default_factory=dict)
    responsibilities: tuple[Responsibility, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedFamily:
    """Where the people of a family went: keys and refs of their subjects by the family's own ids."""

    subject_ids: Mapping[str, int]
    refs: Mapping[str, str]


def load_families(
    families: Iterable[FamilyRecord], *, by: Doer, now: dt.datetime, organisation_id: int | None = None
) -> Iterator[LoadedFamily]:
    """Load families in short transactions, one audit row each; nobody sees any of them before the last is in.

    It is a generator: the caller shows progress, and the load is published when the last family has been taken.
    """
    with load(events.FAMILIES_LOADED, by=by, now=now, payload={"staged": True}):
        batch_id = begin_batch()
    for group in _in_batches(families):
        payload = {"families": len(group), "people": sum(len(f.network.persons) for f in group)}
        with load(events.FAMILIES_LOADED, by=by, now=now, payload=payload):
            loaded = write_families(group, batch_id=batch_id, source=Source(organisation_id, now))
        yield from loaded
    with load(events.FAMILIES_LOADED, by=by, now=now, payload={"published": True}):
        publish_batch(batch_id, now=now)


def _in_batches(families: Iterable[FamilyRecord]) -> Iterator[list[FamilyRecord]]:
    group: list[FamilyRecord] = []
    size = 0
    for family in families:
        group.append(family)
        size += len(family.network.persons)
        if size >= PEOPLE_IN_A_BATCH:
            yield group
            group, size = [], 0
    if group:
        yield group


def write_families(families: Sequence[FamilyRecord], *, batch_id: int, source: Source) -> list[LoadedFamily]:
    """The rows of several families; runs inside the caller's load."""
    loaded = _open_subjects(families, batch_id)
    people = _write_people(families, loaded)
    networks = [f.network for f in families]
    write_ties(zip(map(ties_told_in, networks), people, strict=True), source)
    write_households(zip((n.households for n in networks), people, strict=True))
    write_responsibilities(zip((f.responsibilities for f in families), people, strict=True))
    join_circles(pair for f, seen in zip(families, loaded, strict=True) for pair in _circle(f, seen))
    return loaded


def _open_subjects(families: Sequence[FamilyRecord], batch_id: int) -> list[LoadedFamily]:
    specs = [(p.id in f.centres, f.sensitivity.get(p.id, 0)) for f in families for p in f.network.persons]
    opened = iter(open_subjects(specs, batch_id=batch_id))
    loaded = []
    for family in families:
        mine = dict(zip((p.id for p in family.network.persons), opened, strict=False))
        loaded.append(LoadedFamily({i: key for i, (key, _) in mine.items()}, {i: ref for i, (_, ref) in mine.items()}))
    return loaded


def _write_people(families: Sequence[FamilyRecord], loaded: Sequence[LoadedFamily]) -> list[dict[str, int]]:
    """Keys of persons by id, one mapping for each family."""
    new: list[NewPerson] = []
    for family, seen in zip(families, loaded, strict=True):
        homes = postcodes_of_homes(family.network)
        for person in family.network.persons:
            teller = seen.subject_ids.get(person.account.told_by) if person.account else None
            new.append(NewPerson(person, seen.subject_ids[person.id], teller, homes.get(person.id, ())))
    written = iter(write_people(new))
    return [dict(zip((p.id for p in f.network.persons), written, strict=False)) for f in families]


def _circle(family: FamilyRecord, loaded: LoadedFamily) -> Iterator[tuple[int, int]]:
    """Everybody in the family stands in the circle of each child with a case."""
    ids = loaded.subject_ids
    return ((ids[c], ids[m]) for c, m in itertools.product(family.centres, ids) if c != m)
