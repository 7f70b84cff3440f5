"""Saying one part of what is known of a father, a father figure or a second parent."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kith.apps.access.queries import NothingHere, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.occasions import events
from kith.apps.occasions.models import SecondParent
from kith.apps.occasions.saying import PARTS, sound_part, texts_of
from kith.apps.occasions.sight import require_to_keep
from kith.apps.people.queries import Texts, as_stands, write_texts
from kith.apps.records.base import StaleVersion

SOMEBODY_ELSE = (
    "Somebody else wrote about this person while you were writing. What they wrote stands on the page, and your words "
    "are kept below."
)


def keep_parent(
    *,
    by: Actor,
    child_ref: str,
    person_ref: str,
    part: str,
    said: Mapping[str, Any],
    expected_version: int,
    now: dt.datetime,
) -> None:
    """One part; the others stay. What was answered before is on the audit record."""
    decision = require_to_keep(by, child_ref, person_ref, now=now)
    if part not in PARTS or person_ref == child_ref:
        raise NothingHere
    texts = Texts(by, [child_ref], now=now)
    with deed(events.PARENT_KEPT, by=by, now=now, decision=decision) as act:
        list(_rows(child_ref, person_ref).select_for_update(of=("self",)).values_list("pk"))
        row = _rows(child_ref, person_ref).order_by("-pk").first() or _new(child_ref, person_ref)
        if (row.version if row.pk else 0) != expected_version:
            raise StaleVersion(SOMEBODY_ELSE)
        sent = {name: str(said.get(name) or "") for name in texts_of(part)}
        sound = sound_part(part, {**said, **as_stands(row, sent, texts)}, day_of(now))
        facts = {name: value for name, value in sound.items() if name not in sent}
        before = {name: str(getattr(row, name) or "") for name in facts}
        row.version = expected_version + 1
        for name, value in facts.items():
            setattr(row, name, value)
        before |= write_texts(row, sent, sound, texts)
        row.recorded_by_id, row.recorded_at = by.id, now
        row.save()
        act.changed(person_ref, before=before, after={name: str(value or "") for name, value in sound.items()})
        act.touches(child_ref)
        act.notes(part=part)


def _rows(child_ref: str, person_ref: str) -> Any:
    return SecondParent.objects.filter(subject__ref=child_ref, person__ref=person_ref)


def _new(child_ref: str, person_ref: str) -> SecondParent:
    row = SecondParent()
    row.subject_id, row.person_id = target_of(child_ref).id, target_of(person_ref).id
    return row
