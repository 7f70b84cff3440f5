"""Saying of one person, or one worker of the team, and one occasion: told, asked, invited, came; or why not."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kith.apps.access.queries import NothingHere, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.occasions import events
from kith.apps.occasions.cards import ROW_FACTS, ROW_TEXTS, Row, columns_of
from kith.apps.occasions.kinds import reasons_why_not, reasons_why_not_team
from kith.apps.occasions.models import LedgerRow, Occasion, TeamRow
from kith.apps.occasions.projections import RowSaid
from kith.apps.occasions.queries.team import key_of
from kith.apps.occasions.saying import sound_row
from kith.apps.occasions.sight import require_to_keep
from kith.apps.occasions.standing import Standing, require_standing
from kith.apps.people.queries import Texts, as_stands, write_texts
from kith.apps.records.base import StaleVersion
from kith.apps.teams.queries import seats_of_team

SOMEBODY_ELSE = (
    "Somebody else wrote about this person while you were writing. What they wrote stands above, and your words are "
    "kept below."
)


def keep_row(
    *,
    by: Actor,
    child_ref: str,
    occasion_ref: str,
    person_ref: str,
    said: RowSaid,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """Whoever writes second is told, and sees both; a text that is closed to the writer stays as it is."""
    decision = require_to_keep(by, child_ref, person_ref, now=now)
    writing = Writing(Texts(by, [child_ref], now=now), reasons_why_not(), expected_version, now)
    with deed(events.LEDGER_KEPT, by=by, now=now, decision=decision) as act:
        occasion = require_standing(by, child_ref, occasion_ref, now=now)
        row = held_row(LedgerRow, occasion, person__ref=person_ref)
        if row is None:
            row = LedgerRow(occasion_ref=occasion.ref)
            row.subject_id, row.person_id = target_of(child_ref).id, target_of(person_ref).id
        before, after = write_row(row, said, occasion, writing)
        act.changed(person_ref, before=before, after=after)
        act.touches(child_ref)
        act.notes(occasion=occasion.ref)


def keep_team_row(
    *,
    by: Actor,
    child_ref: str,
    occasion_ref: str,
    seat_ref: str,
    said: RowSaid,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """The same of a worker of the team whom the writer sees there."""
    decision = require_to_keep(by, child_ref, now=now)
    if seat_ref not in {key_of(seat) for seat in seats_of_team(by, child_ref, now=now)}:
        raise NothingHere
    writing = Writing(Texts(by, [child_ref], now=now), reasons_why_not_team(), expected_version, now)
    with deed(events.TEAM_KEPT, by=by, now=now, decision=decision) as act:
        occasion = require_standing(by, child_ref, occasion_ref, now=now)
        row = held_row(TeamRow, occasion, seat_ref=seat_ref, subject__ref=child_ref)
        if row is None:
            row = TeamRow(occasion_ref=occasion.ref, seat_ref=seat_ref)
            row.subject_id = target_of(child_ref).id
        before, after = write_row(row, said, occasion, writing)
        act.changed(child_ref, before=before, after=after)
        act.notes(occasion=occasion.ref, seat=seat_ref)


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes a row, as they see its texts, with the reasons that are offered and the version they looked at."""

    texts: Texts
    reasons: Mapping[str, str]
    expected_version: int
    now: dt.datetime


def write_row(
    row: LedgerRow | TeamRow, said: RowSaid, occasion: Standing, writing: Writing
) -> tuple[dict[str, str], dict[str, str]]:
    """What stood before, and what stands now."""
    if (row.version if row.pk else 0) != writing.expected_version:
        raise StaleVersion(SOMEBODY_ELSE)
    facts, texts = columns_of(row, ROW_FACTS), columns_of(row, ROW_TEXTS)
    sent = {name: getattr(said, name) for name in texts}
    stands = replace(said, **as_stands(row, sent, writing.texts))
    sound = sound_row(stands, held_on=occasion.on, today=day_of(writing.now), reasons=writing.reasons)
    before = {name: str(getattr(row, name) or "") for name in facts} if row.pk else {}
    row.version = writing.expected_version + 1
    for name in facts:
        setattr(row, name, getattr(sound, name))
    before |= write_texts(row, sent, {name: getattr(sound, name) for name in texts}, writing.texts)
    row.recorded_by_id, row.recorded_at = writing.texts.actor.id, writing.now
    row.save()
    return before, {name: str(getattr(row, name) or "") for name in (*facts, *texts)}


def held_row(model: type[Row], occasion: Standing, **whom: str) -> Row | None:
    """Under the lock of the occasion, where it is kept here: two who write of one person come one after the other."""
    list(Occasion.objects.select_for_update(of=("self",)).filter(ref=occasion.ref).values_list("pk"))
    rows = model._default_manager.select_for_update(of=("self",))
    return rows.filter(occasion_ref=occasion.ref, **whom).order_by("-pk").first()
