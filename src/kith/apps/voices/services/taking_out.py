"""Taking something out that was wrong, and putting it back: it stays on record, struck through, and counts no more."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import Cut, NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.records.base import require_version
from kith.apps.voices import events
from kith.apps.voices.actions import LABEL as MAY_LABEL
from kith.apps.voices.actions import READ, WRITE
from kith.apps.voices.models import About, Answer, Drawing, Label, Rating, Voice, Waiting
from kith.apps.voices.sight import LABEL, VOICE


@dataclass(frozen=True, slots=True)
class _Kept:
    """Who takes a row of this kind out, and which sealed row it stands in, if any."""

    action: Action
    kind: str
    within: str = ""
    owner: type[About] | None = None


KEPT: Mapping[type[About], _Kept] = {
    Voice: _Kept(WRITE, VOICE),
    Answer: _Kept(WRITE, VOICE, "voice", Voice),
    Drawing: _Kept(WRITE, VOICE, "voice", Voice),
    Rating: _Kept(MAY_LABEL, LABEL, "label", Label),
    Waiting: _Kept(WRITE, LABEL),
}


def take_out(*, by: Actor, child_ref: str, row_ref: str, expected_version: int, now: dt.datetime) -> int:
    """The version to undo it with."""
    return _set_withdrawn(by, child_ref, row_ref, expected_version, now=now, is_out=True)


def put_back(*, by: Actor, child_ref: str, row_ref: str, expected_version: int, now: dt.datetime) -> int:
    """Undoing a taking out: a new deed, not an eraser."""
    return _set_withdrawn(by, child_ref, row_ref, expected_version, now=now, is_out=False)


def _set_withdrawn(by: Actor, child_ref: str, row_ref: str, version: int, *, now: dt.datetime, is_out: bool) -> int:
    model = next((model for model in KEPT if model.objects.filter(ref=row_ref).exists()), Voice)
    kept = KEPT[model]
    decision = require(by, kept.action, child_ref, now=now, kind=kept.kind)
    event = events.TAKEN_OUT if is_out else events.PUT_BACK
    with deed(event, by=by, now=now, decision=decision) as act:
        rows = _open(by, model, kept, child_ref, now)
        row = rows.filter(ref=row_ref, withdrawn_at__isnull=is_out).select_for_update(of=("self",)).first()
        if row is None:
            raise NothingHere
        require_version(row, version)
        row.withdrawn_at, row.withdrawn_by_id = (now, by.id) if is_out else (None, None)
        row.version += 1
        row.save()
        act.changed(child_ref, before={"taken_out": not is_out}, after={"taken_out": is_out})
        act.notes(row=row.ref, of=kept.kind)
    return int(row.version)


def _open(by: Actor, model: type[About], kept: _Kept, child_ref: str, now: dt.datetime) -> QuerySet:
    """Only rows that are open to the actor, and stand in one that is."""
    cut, rows = Cut(by, READ, now=now), model.objects.filter(subject__ref=child_ref)
    if kept.owner is None:
        return cut.open_rows(rows)
    owners = cut.open_rows(kept.owner.objects.filter(subject__ref=child_ref))
    return rows.filter(**{f"{kept.within}__in": owners.values("pk")})
