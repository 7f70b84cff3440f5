"""Bringing a family file into a named child's network: first said, then done whole or not at all."""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

from kith.apps.access.queries import require, target_of
from kith.apps.access.services import begin_batch, join_circles, open_subjects, publish_batch
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed, load
from kith.apps.people import actions, events
from kith.apps.people.models import Person, SourceFile
from kith.apps.people.services.rows import sight_of
from kith.apps.people.writing import (
    NewPerson,
    Source,
    postcodes_of_homes,
    ties_told_in,
    write_households,
    write_people,
    write_ties,
)
from kith.engines.drawing import network as net
from kith.engines.drawing.network import Network
from kith.kernel.errors import KithError

ROWS_IN_A_BATCH = 250  # keeps each write transaction under 200 ms, so that no reader waits long
T = TypeVar("T")


class CannotLoadFile(KithError):
    """The file was read, but it cannot be brought into this network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadPlan:
    """What loading a file would do, said before anything is done."""

    child: str
    new_people: int
    ties: int
    households: int
    tie_kinds: tuple[tuple[str, int], ...]
    kept: int
    notes: tuple[str, ...]


def plan_file(*, by: Actor, child_ref: str, network: Network, data: bytes, now: dt.datetime) -> LoadPlan:
    """The dry run: what would be created, without creating it."""
    require(by, actions.LOAD, child_ref, now=now)
    _check(by, child_ref, network, data, now)
    ties = ties_told_in(network)
    return LoadPlan(
        child=network.about,
        new_people=len(network.persons) - 1,
        ties=len(ties),
        households=len(network.households),
        tie_kinds=tuple(sorted(Counter(tie.kind for tie in ties).items())),
        kept=len(network.kept),
        notes=network.notes,
    )


def load_file(
    *,
    by: Actor,
    child_ref: str,
    network: Network,
    data: bytes,
    file_format: str,
    now: dt.datetime,
    progress: Callable[[int], None] = lambda done: None,
) -> int:
    """Bring everybody of `network` into the child's network; `network.about` is the child. How many were new.

    The rows are staged in short transactions that nobody sees; the last one publishes them and keeps what the file
    said that we have no room for. A load that breaks off leaves nothing that anybody can see.
    """
    decision = require(by, actions.LOAD, child_ref, now=now)
    _check(by, child_ref, network, data, now)
    source = Source(by.agency_id, now)
    with load(events.FILE_STAGED, by=by, now=now, payload={"format": file_format}):
        batch_id = begin_batch()
    keys = _stage_people(by, child_ref, network, batch_id, now, progress)
    for ties in _in_batches(ties_told_in(network)):
        with load(events.FILE_STAGED, by=by, now=now, payload={"ties": len(ties)}):
            write_ties([(ties, keys)], source)
    with deed(events.FILE_LOADED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        write_households([(network.households, keys)])
        _keep_source(child_ref, network, data, file_format, batch_id, now)
        publish_batch(batch_id, now=now)
        act.notes(format=file_format, people=len(network.persons) - 1, kept=len(network.kept))
    return len(network.persons) - 1


def _check(by: Actor, child_ref: str, network: Network, data: bytes, now: dt.datetime) -> None:
    if not any(person.id == network.about for person in network.persons):
        raise CannotLoadFile("Say who in the file is the child: give their id with --about.")
    digest = hashlib.sha256(data).hexdigest()
    if sight_of(by, now=now).rows(SourceFile, centre__ref=child_ref, sha256=digest).exists():
        raise CannotLoadFile("This file is already in this child’s network. Nothing was loaded twice.")


def _stage_people(
    by: Actor,
    child_ref: str,
    network: Network,
    batch_id: int,
    now: dt.datetime,
    progress: Callable[[int], None],
) -> dict[str, int]:
    """Keys of persons by the file's ids; the child keeps the record they have."""
    centre = target_of(child_ref)
    people = [person for person in network.persons if person.id != network.about]
    subjects = {network.about: centre.id} | _open_subjects(by, centre.id, people, batch_id, now)
    homes = postcodes_of_homes(network)
    keys = {network.about: Person.objects.get(subject_id=centre.id).pk}
    for some in _in_batches(people):
        with load(events.FILE_STAGED, by=by, now=now, payload={"people": len(some)}):
            new = [
                NewPerson(
                    person,
                    subjects[person.id],
                    subjects.get(person.account.told_by) if person.account else None,
                    home_postcodes=homes.get(person.id, ()),
                )
                for person in some
            ]
            keys.update(zip((person.id for person in some), write_people(new), strict=True))
        progress(len(keys) - 1)
    return keys


def _open_subjects(
    by: Actor, centre_id: int, people: Sequence[net.Person], batch_id: int, now: dt.datetime
) -> dict[str, int]:
    """Subjects of everybody new, before anybody is written: who told us of whom may come later in the file."""
    subjects: dict[str, int] = {}
    for some in _in_batches(people):
        with load(events.FILE_STAGED, by=by, now=now, payload={"subjects": len(some)}):
            opened = open_subjects([(False, 0)] * len(some), batch_id=batch_id)
            join_circles((centre_id, subject_id) for subject_id, _ in opened)
        subjects.update((person.id, subject_id) for person, (subject_id, _) in zip(some, opened, strict=True))
    return subjects


def _in_batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[i : i + ROWS_IN_A_BATCH] for i in range(0, len(items), ROWS_IN_A_BATCH))


def _keep_source(
    child_ref: str, network: Network, data: bytes, file_format: str, batch_id: int, now: dt.datetime
) -> None:
    SourceFile(
        centre_id=target_of(child_ref).id,
        batch_id=batch_id,
        format=file_format,
        sha256=hashlib.sha256(data).hexdigest(),
        people=len(network.persons),
        kept=json.dumps([asdict(kept) for kept in network.kept], ensure_ascii=False),
        loaded_at=now,
    ).save(force_insert=True)
