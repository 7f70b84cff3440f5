"""Who has to hear of a condition that is new or has changed, and saying that somebody has."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from kith.apps.access.queries import NothingHere, day_of, target_of, team_with_numbers
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import front_door_phone
from kith.apps.audit.services import deed
from kith.apps.people.projections import Living
from kith.apps.sentences import events
from kith.apps.sentences.actions import KEEP
from kith.apps.sentences.models import Condition, ConditionChild, ToTell
from kith.apps.sentences.rules import covers
from kith.apps.sentences.sight import require_supervising
from kith.kernel.text import LIMITS

FRONT_DOOR = "The front door, for the workers of any other child it touches"


def list_whom_to_tell(
    by: Actor, row: Condition, what: str, children: Mapping[str, Living], *, now: dt.datetime
) -> None:
    """Inside the deed. What was not told yet of this condition is overtaken by the change.

    The front door stands on every list: of children who are closed to the writer only it may say who works with them,
    and a list on which it stood only then would tell that there is such a child.
    """
    ToTell.objects.filter(condition=row, told_at=None).delete()
    found = {(child.subject_id, child.name): child for child in _workers(by, row, children, now)}
    rows = [*found.values(), ToTell(name=FRONT_DOOR, reach=front_door_phone())]
    for one in rows:
        one.condition, one.what, one.changed_at = row, what, now
    ToTell.objects.bulk_create(rows)


def _workers(by: Actor, row: Condition, children: Mapping[str, Living], now: dt.datetime) -> Iterator[ToTell]:
    named = set(ConditionChild.objects.filter(condition=row).values_list("subject__ref", flat=True))
    for ref, child in children.items():
        if not covers(row.under, named, child.person, day_of(now)):
            continue
        key = target_of(ref).id
        for one in team_with_numbers(by, ref, now=now):
            if not one.is_you:
                name = f"{one.name}, {one.agency}"[: LIMITS["name"]]
                yield ToTell(subject_id=key, name=name, reach=one.phone)


def mark_told(*, by: Actor, person_ref: str, telling_refs: Collection[str], now: dt.datetime) -> str:
    """Somebody has been told of these conditions, each with every child for whom they are on its list; who, in words.

    What a change has overtaken meanwhile is not among what waits: it stands on the list anew, to be told as it is now.
    """
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    with deed(events.TOLD, by=by, now=now, decision=decision) as act:
        waiting = ToTell.objects.filter(told_at=None, condition__subject__ref=person_ref)
        rows = list(waiting.filter(ref__in=list(telling_refs)).select_related("condition"))
        if not rows or len({row.name for row in rows}) > 1:
            raise NothingHere
        name, conditions = str(rows[0].name), {row.condition_id: row.condition.ref for row in rows}
        same = waiting.filter(condition_id__in=list(conditions), name=name)
        ToTell.objects.filter(pk__in=list(same.values_list("pk", flat=True))).update(told_at=now, told_by_id=by.id)
        act.changed(person_ref, after={"told": name})
        act.notes(conditions=sorted(conditions.values()))
        return name
