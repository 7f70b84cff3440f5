"""Recording a condition, changing it, taking it out and putting it back. Each makes the list of those to tell."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from kith.apps.access.queries import NothingHere, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.projections import Living
from kith.apps.people.queries import Texts, as_stands, children_round, write_texts
from kith.apps.records.base import require_version
from kith.apps.sentences import events
from kith.apps.sentences.actions import KEEP
from kith.apps.sentences.models import Condition, ConditionChild
from kith.apps.sentences.projections import ConditionSaid
from kith.apps.sentences.rules import CONDITION_TEXTS, CannotRecord, sound_condition
from kith.apps.sentences.services.telling import list_whom_to_tell
from kith.apps.sentences.sight import require_supervising
from kith.kernel.decisions import Decision

FACTS = {"kind": "kind", "under": "under", "basis": "basis", "since": "since_on", "until": "until_on"}
STORED = FACTS | {name: name for name in CONDITION_TEXTS}


def set_condition(*, by: Actor, person_ref: str, said: ConditionSaid, now: dt.datetime) -> str:
    """A condition or an order; the same one twice is one press too many."""
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    sound, children = sound_condition(said, day_of(now)), children_round(by, person_ref, now=now, shows=False)
    ids = _named(sound, children)
    row = Condition(recorded_by_id=by.id, recorded_at=now, **_columns(sound, STORED))
    row.subject_id, row.authors = target_of(person_ref).id, dict.fromkeys(CONDITION_TEXTS, by.id)
    with deed(events.CONDITION_SET, by=by, now=now, decision=decision) as act:
        if _is_there(row, set(ids.values())):
            raise CannotRecord("This is on record already, with the same days and the same children.")
        row.save(force_insert=True)
        _name(row, ids)
        act.changed(person_ref, after=_told(sound))
        act.notes(condition=row.ref)
        list_whom_to_tell(by, row, "set", children, now=now)
    return row.ref


def change_condition(
    *, by: Actor, person_ref: str, condition_ref: str, said: ConditionSaid, expected_version: int, now: dt.datetime
) -> None:
    """Children whom it names and whom the writer may not read stay named, and a text that is closed to the writer stays
    as it is: nobody drops what they cannot see."""
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    texts = Texts(by, [person_ref], now=now)
    children = children_round(by, person_ref, now=now, shows=False)
    with deed(events.CONDITION_CHANGED, by=by, now=now, decision=decision) as act:
        row = _held(person_ref, condition_ref, expected_version)
        unseen = ConditionChild.objects.filter(condition=row).exclude(subject__ref__in=list(children))
        kept = dict(unseen.values_list("subject__ref", "subject_id"))
        sent = {name: getattr(said, name) for name in CONDITION_TEXTS}
        sound = sound_condition(replace(said, **as_stands(row, sent, texts)), day_of(now))
        ids = _named(sound, children)
        before = {name: str(getattr(row, column)) for name, column in STORED.items()}
        for column, value in _columns(sound, FACTS).items():
            setattr(row, column, value)
        write_texts(row, sent, {name: getattr(sound, name) for name in CONDITION_TEXTS}, texts)
        ConditionChild.objects.filter(condition=row).delete()
        _name(row, {**kept, **ids})
        row.recorded_by_id, row.recorded_at = by.id, now
        _save(row)
        act.changed(person_ref, before=before, after=_told(sound))
        act.notes(condition=row.ref)
        list_whom_to_tell(by, row, "changed", children, now=now)


def take_out_condition(
    *, by: Actor, person_ref: str, condition_ref: str, expected_version: int, now: dt.datetime
) -> None:
    """It was wrong. It stays on record, struck through, and warns nobody any more."""
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    _set_withdrawn(by, decision, person_ref, condition_ref, expected_version, now)


def put_back_condition(
    *, by: Actor, person_ref: str, condition_ref: str, expected_version: int, now: dt.datetime
) -> None:
    """Undo taking out: a new deed, not an eraser."""
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    _set_withdrawn(by, decision, person_ref, condition_ref, expected_version, now, is_back=True)


def _set_withdrawn(
    by: Actor,
    decision: Decision,
    person_ref: str,
    condition_ref: str,
    version: int,
    now: dt.datetime,
    *,
    is_back: bool = False,
) -> None:
    event, what = (events.CONDITION_PUT_BACK, "put_back") if is_back else (events.CONDITION_TAKEN_OUT, "taken_out")
    with deed(event, by=by, now=now, decision=decision) as act:
        row = _held(person_ref, condition_ref, version, is_out=is_back)
        row.withdrawn_at = None if is_back else now
        row.withdrawn_by_id = None if is_back else by.id
        _save(row)
        act.changed(person_ref, before={"taken_out": is_back}, after={"taken_out": not is_back})
        act.notes(condition=row.ref)
        list_whom_to_tell(by, row, what, children_round(by, person_ref, now=now, shows=False), now=now)


def _held(person_ref: str, condition_ref: str, version: int, *, is_out: bool = False) -> Condition:
    rows = Condition.objects.select_for_update(of=("self",)).select_related("subject")
    row = rows.filter(ref=condition_ref, subject__ref=person_ref, withdrawn_at__isnull=not is_out).first()
    if row is None:
        raise NothingHere
    require_version(row, version)
    return row


def _save(row: Condition) -> None:
    row.version += 1
    row.save()


def _columns(said: ConditionSaid, names: Mapping[str, str]) -> dict[str, object]:
    return {column: getattr(said, name) for name, column in names.items()}


def _told(said: ConditionSaid) -> dict[str, object]:
    return {name: str(getattr(said, name)) for name in STORED} | {"children": list(said.children)}


def _named(said: ConditionSaid, children: Mapping[str, Living]) -> dict[str, int]:
    """Keys of the children it names: only such as stand round the adult and are there for the writer."""
    if any(ref not in children for ref in said.children):
        raise CannotRecord("One of the children is not there any more. Choose again.")
    return {ref: target_of(ref).id for ref in said.children}


def _name(row: Condition, ids: Mapping[str, int]) -> None:
    ConditionChild.objects.bulk_create(ConditionChild(condition=row, subject_id=key) for key in set(ids.values()))


def _is_there(row: Condition, children: set[int]) -> bool:
    same = {name: getattr(row, name) for name in ("subject_id", "kind", "under", "since_on", "until_on", "words")}
    for other in Condition.objects.filter(withdrawn_at=None, **same):
        if children == set(ConditionChild.objects.filter(condition=other).values_list("subject_id", flat=True)):
            return True
    return False
