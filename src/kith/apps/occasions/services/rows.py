"""Saying of one person and one occasion: told, asked, invited, came, trusted to help; or why not."""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.occasions import events
from kith.apps.occasions.cards import ROW_FACTS, ROW_TEXTS
from kith.apps.occasions.kinds import reasons_why_not
from kith.apps.occasions.models import LedgerRow, Occasion
from kith.apps.occasions.projections import RowSaid
from kith.apps.occasions.saying import sound_row
from kith.apps.occasions.sight import require_to_keep
from kith.apps.occasions.standing import Standing, require_standing
from kith.apps.people.queries import Texts, as_stands, write_texts
from kith.apps.records.base import StaleVersion

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
    texts = Texts(by, [child_ref], now=now)
    with deed(events.LEDGER_KEPT, by=by, now=now, decision=decision) as act:
        occasion = require_standing(by, child_ref, occasion_ref, now=now)
        row = _held(occasion, person_ref) or _new(child_ref, person_ref, occasion)
        if (row.version if row.pk else 0) != expected_version:
            raise StaleVersion(SOMEBODY_ELSE)
        sent = {name: getattr(said, name) for name in ROW_TEXTS}
        stands = replace(said, **as_stands(row, sent, texts))
        sound = sound_row(stands, held_on=occasion.on, today=day_of(now), reasons=reasons_why_not())
        before = {name: str(getattr(row, name) or "") for name in ROW_FACTS} if row.pk else {}
        row.version = expected_version + 1
        for name in ROW_FACTS:
            setattr(row, name, getattr(sound, name))
        before |= write_texts(row, sent, {name: getattr(sound, name) for name in ROW_TEXTS}, texts)
        row.recorded_by_id, row.recorded_at = by.id, now
        row.save()
        after = {name: str(getattr(row, name) or "") for name in (*ROW_FACTS, *ROW_TEXTS)}
        act.changed(person_ref, before=before, after=after)
        act.touches(child_ref)
        act.notes(occasion=occasion.ref)


def _held(occasion: Standing, person_ref: str) -> LedgerRow | None:
    """Under the lock of the occasion, where it is kept here: two who write of one person come one after the other."""
    list(Occasion.objects.select_for_update(of=("self",)).filter(ref=occasion.ref).values_list("pk"))
    rows = LedgerRow.objects.select_for_update(of=("self",))
    return rows.filter(occasion_ref=occasion.ref, person__ref=person_ref).order_by("-pk").first()


def _new(child_ref: str, person_ref: str, occasion: Standing) -> LedgerRow:
    row = LedgerRow(occasion_ref=occasion.ref)
    row.subject_id, row.person_id = target_of(child_ref).id, target_of(person_ref).id
    return row
