"""What of a child's voice may be sealed on its own: each thing they said, and each label."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.people.projections import SealableRecord
from kith.apps.voices.cards import texts_alone, voice_cards
from kith.apps.voices.models import Label, Voice
from kith.apps.voices.projections import VoiceCard
from kith.apps.voices.quoting import parted
from kith.apps.voices.sight import LABEL, VOICE, may_read, open_rows
from kith.apps.voices.vocabulary import label_kinds

MOST_SHOWN = 60


def sealable_voices(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[SealableRecord, ...]:
    """For a form that decides about the seal itself; what the actor may not read is not offered."""
    return (*_voices(actor, child_ref, now), *_labels(actor, child_ref, now))


def _voices(actor: Actor, child_ref: str, now: dt.datetime) -> tuple[SealableRecord, ...]:
    if not may_read(actor, child_ref, VOICE, now=now):
        return ()
    rows = [row for row in open_rows(actor, Voice, child_ref, now=now) if row.withdrawn_at is None]
    cards = voice_cards(rows, texts_alone(actor, child_ref, rows, now=now)) if rows else ()
    return tuple(SealableRecord(VOICE, card.ref, "What the child said or showed", _says(card)) for card in cards)


def _says(card: VoiceCard) -> str:
    begin, rest = parted(" ".join((card.words or card.drew or card.did).whole.split()), most=MOST_SHOWN)
    return f"{card.when}: {begin}{'…' if rest else ''}"


def _labels(actor: Actor, child_ref: str, now: dt.datetime) -> tuple[SealableRecord, ...]:
    if not may_read(actor, child_ref, LABEL, now=now):
        return ()
    rows = open_rows(actor, Label, child_ref, now=now)
    return tuple(
        SealableRecord(LABEL, row.ref, "Label, with its history", label_kinds()[row.kind].says) for row in rows
    )
