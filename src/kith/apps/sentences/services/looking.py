"""Kith looks by itself for a child at the address of an adult whom a condition keeps from it, and the front door acts.

See decision 14: it looks on its own time and not when somebody writes, so that nothing a writer sees can tell.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from kith.apps.access.queries import day_of, members_among, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import deed, load
from kith.apps.people.queries import children_at_homes_of
from kith.apps.sentences import events
from kith.apps.sentences.finding import require_found, standing_pairs
from kith.apps.sentences.kinds import keeping_apart
from kith.apps.sentences.models import Condition, FoundTogether
from kith.apps.sentences.rules import CannotRecord, covers
from kith.apps.sentences.sight import in_force
from kith.kernel.text import LIMITS, cleaned

Pair = tuple[str, str]  # refs of an adult and of a child


def look_for_children(*, by: Doer, now: dt.datetime) -> tuple[int, int]:
    """How many pairs are new, and how many are not so any more. What is as before is written nowhere."""
    found, standing = set(_pairs(now)), {(row.subject.ref, row.child.ref): row for row in standing_pairs()}
    found -= {(adult, child) for child, adult in members_among({c for _, c in found}, {a for a, _ in found})}
    new, gone = sorted(found - set(standing)), [row.pk for pair, row in standing.items() if pair not in found]
    if new or gone:
        with load(events.SEARCHED, by=by, now=now, payload={"found": len(new), "gone": len(gone)}):
            FoundTogether.objects.filter(pk__in=gone).update(gone_at=now)
            for adult, child in new:
                row = FoundTogether(found_at=now)
                row.subject_id, row.child_id = target_of(adult).id, target_of(child).id
                row.save(force_insert=True)
    return len(new), len(gone)


def _pairs(now: dt.datetime) -> Iterator[Pair]:
    """By what covers any child under an age: whoever is named has workers who are warned already."""
    rows: dict[str, list[Condition]] = defaultdict(list)
    for row in in_force(Condition.objects.filter(kind__in=keeping_apart(), under__gt=0), day_of(now)):
        rows[row.subject.ref].append(row)
    for adult, child in children_at_homes_of(list(rows), now=now) if rows else ():
        if any(covers(row.under, (), child.person, day_of(now)) for row in rows[adult.person.id]):
            yield adult.person.id, child.person.id


def look_into(*, by: Actor, found_ref: str, came_of: str, now: dt.datetime) -> None:
    """Somebody at the front door has looked into it, and says what came of it."""
    decision, found = require_found(by, found_ref, shows=False, now=now)
    words = cleaned(came_of, limit=LIMITS["line"])
    if not words:
        raise CannotRecord("Write in a sentence what came of it: whom you rang, and what is to happen.")
    with deed(events.LOOKED_AT, by=by, now=now, decision=decision) as act:
        waiting = FoundTogether.objects.filter(pk=found.row.pk, looked_at=None, gone_at=None)
        if not waiting.update(looked_at=now, looked_by_id=by.id, came_of=words):
            raise CannotRecord("Somebody else has looked into it at this moment. Read what they wrote.")
        for ref in (found.row.subject.ref, found.row.child.ref):
            act.changed(ref, after={"came_of": words})


def put_back(*, by: Actor, found_ref: str, now: dt.datetime) -> None:
    """It was too early: it waits again, and the record keeps what was written."""
    decision, found = require_found(by, found_ref, shows=False, now=now)
    with deed(events.PUT_BACK, by=by, now=now, decision=decision) as act:
        FoundTogether.objects.filter(pk=found.row.pk).update(looked_at=None, looked_by_id=None, came_of="")
        for ref in (found.row.subject.ref, found.row.child.ref):
            act.changed(ref, before={"came_of": found.row.came_of})
