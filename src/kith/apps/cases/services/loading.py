"""Bringing in what reached the front door before Kith did: contacts, what was decided, and the first steps of paths."""

import datetime as dt
from collections.abc import Iterable, Iterator

from kith.apps.access.queries import day_of
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.cases import events
from kith.apps.cases.models import Contact, ContactDecision, ContactPerson, PathStep
from kith.apps.cases.outcomes import FRONT_DOOR
from kith.apps.cases.path import Taken, require_step
from kith.apps.cases.projections import ContactRecord
from kith.apps.cases.rules import CONCERN, reference_from, require_outcome
from kith.apps.directory.queries import thresholds_in_force
from kith.apps.records.base import Row, insert_all, insert_with_keys, next_ref

AT_ONCE = 200


def load_contacts(*, by: Doer, records: Iterable[ContactRecord], now: dt.datetime) -> None:
    """A batch at a time. Each child's path begins with these steps: none may be recorded yet."""
    waiting = list(records)
    versions = {on: thresholds_in_force(on).version for on in {day_of(one.decided_at or now) for one in waiting}}
    for start in range(0, len(waiting), AT_ONCE):
        some = waiting[start : start + AT_ONCE]
        with load(events.LOADED, by=by, now=now, payload={"contacts": len(some)}):
            keys = insert_with_keys(Contact, [_contact(one) for one in some])
            pairs = list(zip(keys, some, strict=True))
            insert_all(ContactDecision, [row for key, one in pairs for row in _decisions(key, one, versions)])
            insert_all(ContactPerson, [row for key, one in pairs for row in _links(key, one)])
            insert_all(PathStep, [row for one in some for row in _steps(one, day_of(now))])


def _contact(one: ContactRecord) -> Row:
    return {
        "kind": CONCERN,
        "reference": reference_from(next_ref()),
        "sender_kind": one.sender_kind,
        "sent_by_id": one.sent_by_id,
        "organisation_id": one.organisation_id,
        "child_name": one.child_name,
        "words": one.words,
        "received_at": one.received_at,
        "waits": one.decided_at is None,
    }


def _decisions(key: int, one: ContactRecord, versions: dict[dt.date, str]) -> Iterator[Row]:
    if one.decided_at is not None:
        yield {
            "contact_id": key,
            "outcome": one.outcome,
            "reason": require_outcome(FRONT_DOOR, one.outcome, one.reason),
            "threshold": versions[day_of(one.decided_at)],
            "decided_by_id": one.front_door_id,
            "decided_at": one.decided_at,
        }


def _links(key: int, one: ContactRecord) -> Iterator[Row]:
    if one.subject_id is not None:
        linked_at = one.decided_at or one.received_at
        yield {
            "contact_id": key,
            "subject_id": one.subject_id,
            "linked_by_id": one.front_door_id,
            "linked_at": linked_at,
        }


def _steps(one: ContactRecord, today: dt.date) -> Iterator[Row]:
    """Only steps that follow one another, as if somebody had recorded them."""
    taken: list[Taken] = []
    for number, (step, at) in enumerate(one.steps, 1):
        require_step(taken, step, day_of(at), today)
        taken.append(Taken(step=step, on=day_of(at)))
        yield {
            "subject_id": one.subject_id,
            "number": number,
            "step": step,
            "on_day": day_of(at),
            "recorded_by_id": one.front_door_id,
            "organisation_id": one.front_door_agency_id,
            "recorded_at": at,
        }
