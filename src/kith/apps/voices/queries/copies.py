"""Copies of what a child says and of labels, to take out of Kith: their own, higher, permission and row on the record.

What is under any seal stays behind, also for those on its list.
"""

import datetime as dt

from kith.apps.access.queries import day_of, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.exports.projections import ExportedFile, Stamp, Table
from kith.apps.exports.services import write_table
from kith.apps.voices.actions import EXPORT
from kith.apps.voices.cards import beside, voice_cards
from kith.apps.voices.label_cards import Reader, label_cards
from kith.apps.voices.models import Label, Voice
from kith.apps.voices.queries.voices import headings
from kith.apps.voices.sight import LABEL, VOICE, open_rows, sealed_among
from kith.apps.voices.tables import labels_table, voices_table


def voices_file(actor: Actor, child_ref: str, form: str, *, called: str, now: dt.datetime) -> ExportedFile:
    """All that stands on the page with what came of it, the newest first, as a table (csv or xlsx)."""
    decision = require(actor, EXPORT, child_ref, now=now, kind=VOICE)
    note_opened(child_ref, decision=decision, event="voices.voices.exported")
    standing = [row for row in open_rows(actor, Voice, child_ref, now=now) if row.withdrawn_at is None]
    sealed = sealed_among(actor, [row.ref for row in standing], now=now)
    rows = [row for row in standing if row.ref not in sealed]
    rows.sort(key=lambda row: (row.sorts_on, row.recorded_at, row.pk), reverse=True)
    cards = voice_cards(rows, beside(actor, child_ref, rows, now=now, is_copy=True))
    return _written(actor, voices_table(cards, {kind: says for kind, says, _ in headings(called)}), form, now)


def labels_file(actor: Actor, child_ref: str, form: str, *, called: str, now: dt.datetime) -> ExportedFile:
    """Every rating that stands, each with its day, its maker and the young person's view."""
    decision = require(actor, EXPORT, child_ref, now=now, kind=LABEL)
    note_opened(child_ref, decision=decision, event="voices.labels.exported")
    found = open_rows(actor, Label, child_ref, now=now)
    sealed = sealed_among(actor, [row.ref for row in found], now=now)
    reader = Reader(actor, child_ref, called, now, day_of(now), is_copy=True)
    return _written(
        actor, labels_table(label_cards([row for row in found if row.ref not in sealed], reader)), form, now
    )


def _written(actor: Actor, table: Table, form: str, now: dt.datetime) -> ExportedFile:
    return write_table(table, form, stamp=Stamp(reader=actor.name, agency=actor.agency_name, on=day_of(now)))
