"""The contacts of the invented county's last weeks, written by the bulk load that real data would use."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from kith.apps.agencies.projections import Operator
from kith.apps.agencies.services import Loaded
from kith.apps.cases.projections import ContactRecord
from kith.apps.cases.services import load_contacts
from kith.testing.town import ContactPlan, FamilyPlan, TownPlan, WorkerPlan, kinds_of_source, sources

TELL = ("practitioner", "manager")


@dataclass(frozen=True, slots=True)
class KnownChild:
    """Somebody a contact may be about: whose path has not begun, and from whom nothing is kept."""

    subject_id: int
    name: str


def children_without_a_path(plan: FamilyPlan) -> Iterator[tuple[str, str]]:
    """One child of a family that was grown, not told, and about whom nothing is kept close: id and name."""
    if not plan.key[1:].isdecimal() or not plan.children or plan.sensitivity:
        return
    child = plan.children[0]
    person = next(one for one in plan.network.persons if one.id == child)
    if person.names:
        yield child, person.names[0].text


def write_contacts(
    contacts: Sequence[ContactPlan], known: Sequence[KnownChild], town: TownPlan, loaded: Loaded, *, now: dt.datetime
) -> None:
    load_contacts(by=Operator(), records=_records(contacts, known, town, loaded), now=now)


def _records(
    contacts: Sequence[ContactPlan], known: Sequence[KnownChild], town: TownPlan, loaded: Loaded
) -> Iterator[ContactRecord]:
    """Those that begin a path are about a child each, as long as there are such children."""
    desk = next(worker for worker in town.workers if worker.role == "front_door")
    children, tell = iter(known), _tellers(town)
    for one in contacts:
        child = next(children, None) if one.steps else None
        sender = next(tell[one.source]) if one.source in tell else None
        yield ContactRecord(
            sender_kind="professional" if sender else "anonymous" if one.is_anonymous else "public",
            words=one.words,
            received_at=one.received_at,
            front_door_id=loaded.workers[desk.key],
            front_door_agency_id=loaded.organisations[desk.agency_key],
            sent_by_id=loaded.workers[sender.key] if sender else None,
            organisation_id=loaded.organisations[sender.agency_key] if sender else None,
            child_name=child.name if child else "",
            subject_id=child.subject_id if child else None,
            outcome=one.outcome,
            reason=one.reason,
            decided_at=one.decided_at,
            steps=one.steps if child else (),
        )


def _tellers(town: TownPlan) -> dict[str, Iterator[WorkerPlan]]:
    """By source, one worker after the other of its agencies; nobody for the public."""
    found: dict[str, Iterator[WorkerPlan]] = {}
    for source in sources():
        agencies = {agency.key for agency in town.agencies if agency.kind in kinds_of_source(source)}
        workers = [one for one in town.workers if one.agency_key in agencies and one.role in TELL]
        if workers:
            found[source] = cycle(workers)
    return found
