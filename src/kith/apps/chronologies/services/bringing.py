"""Bringing a table: looked at first, its headings chosen, taken in part by part, or left.

Each part is a deed of its own and short. What is in is known by its number the next time, so a part that did not come
through is taken again, and nothing is taken twice.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from kith.apps.access.queries import require, target_of
from kith.apps.agencies.projections import Actor, Schedule
from kith.apps.audit.services import Deed, deed, load
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.brought import brought, held_bringing, opened, plan
from kith.apps.chronologies.brought_files import keep_tables
from kith.apps.chronologies.models import Bringing, HeadingChosen
from kith.apps.chronologies.projections.bringing import (
    CHOOSING,
    LEFT,
    LOOKING,
    TAKEN,
    TAKING,
    Plan,
    Planned,
)
from kith.apps.chronologies.reading.knowledge import plain, titles
from kith.apps.chronologies.reading.maps import HeadingMap
from kith.apps.chronologies.reading.offered import offered_columns
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.services.correcting import correct_within
from kith.apps.chronologies.services.telling import keep_rows
from kith.apps.chronologies.services.withdrawing import set_withdrawn
from kith.apps.chronologies.sight import EVENT, held
from kith.apps.files.projections import ReadTables
from kith.apps.files.services import destroy_files, read_pasted, read_tables
from kith.kernel.text import LIMITS

IN_A_DEED, CHANGED_IN_A_DEED = 100, 10  # rows; none lasts over 200 ms
DEEDS_AT_ONCE = 20  # of one answer, so that it comes within a few seconds
KEPT_FOR = dt.timedelta(days=7)
NOT_NOW = "That cannot be done with it any more. Look at where it stands."


def begin_bringing(
    *, by: Actor, child_ref: str, data: bytes, name: str, now: dt.datetime, is_pasted: bool = False
) -> str:
    """The ref of what is brought. Raises CannotReadFile with a sentence, before anything is kept."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    read = (read_pasted if is_pasted else read_tables)(data)
    with deed(events.BEGUN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = Bringing(agency_id=by.agency_id, brought_by_id=by.id, brought_at=now, state=CHOOSING)
        row.subject_id = target_of(child_ref).id
        row.file_ref = keep_tables(by, child_ref, read, name=name, now=now)
        row.save(force_insert=True)
        act.notes(bringing=row.ref)
    return row.ref


def choose_headings(
    *, by: Actor, child_ref: str, ref: str, fields: Mapping[str, str], expected_version: int, now: dt.datetime
) -> int:
    """What headings of this file mean, a field or nothing; where Kith took one for something else, its agency's next
    file is read so too."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    if any(field and field not in titles() for field in fields.values()):
        raise CannotTell("Choose from what is offered.")
    if not {"start", "fact"} <= set(fields.values()):
        raise CannotTell("Choose which heading says when it was, and which says what happened.")
    doubled = [titles()[one] for one in titles() if list(fields.values()).count(one) > 1]
    if doubled:
        raise CannotTell(f"Two headings cannot both be “{doubled[0]}”. Leave one of them alone.")
    _, read = opened(by, child_ref, brought(by, child_ref, ref), now=now)
    with deed(events.MAPPED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = held_bringing(by, child_ref, ref, version=expected_version)
        if row.state not in (CHOOSING, LOOKING):
            raise CannotTell(NOT_NOW)
        row.fields = {plain(heading): field for heading, field in fields.items()}
        row.state, row.version = LOOKING, row.version + 1
        row.save()
        _remember(by, read, fields, now)
        act.notes(bringing=row.ref, headings=len(fields))
    return int(row.version)


def _remember(by: Actor, read: ReadTables, fields: Mapping[str, str], now: dt.datetime) -> None:
    by_itself = {one.column.heading: one.column.field for one in offered_columns(read, HeadingMap())}
    said = {plain(heading)[: LIMITS["name"]]: field for heading, field in fields.items()}
    other = {plain(heading) for heading, field in fields.items() if by_itself.get(heading, "") != field}
    HeadingChosen.objects.filter(agency_id=by.agency_id, heading__in=list(said)).delete()
    chosen = {"agency_id": by.agency_id, "chosen_by_id": by.id, "chosen_at": now}
    HeadingChosen.objects.bulk_create(
        HeadingChosen(heading=heading, field=field, **chosen) for heading, field in said.items() if heading in other
    )


def take_in_table(
    *, by: Actor, child_ref: str, ref: str, names: tuple[str, ...], expected_version: int, now: dt.datetime
) -> bool:
    """The next rows of it; whether all of them are in."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    row = brought(by, child_ref, ref)
    name, read = opened(by, child_ref, row, now=now)
    found = plan(by, child_ref, row, read, names=names, file=name, now=now)
    version = expected_version
    parts = _parts(found) or [()]
    for number, part in enumerate(parts[:DEEDS_AT_ONCE], 1):
        with deed(events.BROUGHT, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
            row = held_bringing(by, child_ref, ref, version=version)
            _begin(row, found)
            _take(by, child_ref, row, part, act, now)
            if number == len(parts):
                row.state = TAKEN
                _forget_file(row)
            row.version += 1
            row.save()
            act.notes(bringing=row.ref, rows=len(part))
        version = row.version
    return bool(row.state == TAKEN)


def _begin(row: Bringing, found: Plan) -> None:
    if row.state not in (LOOKING, TAKING):
        raise CannotTell(NOT_NOW)
    if row.state == LOOKING:
        row.state, row.to_do = TAKING, len(found.to_do)


def _parts(found: Plan) -> list[Sequence[Planned]]:
    changed = (*found.corrected, *found.withdrawn)
    added = [found.added[start : start + IN_A_DEED] for start in range(0, len(found.added), IN_A_DEED)]
    return [*added, *(changed[at : at + CHANGED_IN_A_DEED] for at in range(0, len(changed), CHANGED_IN_A_DEED))]


def _take(by: Actor, child_ref: str, row: Bringing, part: Sequence[Planned], act: Deed, now: dt.datetime) -> None:
    """Inside a deed: a part is of one kind."""
    added = [one.said for one in part if one.card is None]
    if added:
        keep_rows(by, child_ref, added, act, now=now, brought_id=row.pk)
        row.added += len(added)
    for one in part:
        if one.card is None:
            continue
        entry = held(by, child_ref, one.card.ref, version=one.card.version, now=now)
        if one.why:
            set_withdrawn(by, entry, one.why, act, now=now)
            row.withdrawn += 1
        else:
            correct_within(by, child_ref, entry, one.said, act, now=now, brought_id=row.pk)
            row.corrected += 1


def leave_bringing(*, by: Actor, child_ref: str, ref: str, expected_version: int, now: dt.datetime) -> None:
    """Nothing of it is kept. What was taken in already stays."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    with deed(events.LEFT, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = held_bringing(by, child_ref, ref, version=expected_version)
        if row.state not in (CHOOSING, LOOKING, TAKING):
            raise CannotTell(NOT_NOW)
        row.state = TAKEN if row.state == TAKING else LEFT
        _forget_file(row)
        row.version += 1
        row.save()
        act.notes(bringing=row.ref)


def _forget_file(row: Bringing) -> None:
    destroy_files([row.file_ref])
    row.file_ref = ""


def forget_brought(*, by: Schedule, now: dt.datetime) -> int:
    """Of tables that were never taken in whole, those that are too old: what was read of them goes."""
    old = Bringing.objects.filter(brought_at__lt=now - KEPT_FOR).exclude(file_ref="")
    refs = list(old.values_list("ref", flat=True))
    for ref in refs:
        with load(events.FORGOTTEN, by=by, now=now, payload={"bringing": ref}):
            row = Bringing.objects.select_for_update(of=("self",)).get(ref=ref)
            row.state = TAKEN if row.state == TAKING else LEFT
            _forget_file(row)
            row.version += 1
            row.save()
    return len(refs)
