"""For the head of a child's page: who the child is in their own words, each label whole, and whether they wait."""

import datetime as dt

from django.db.models import QuerySet

from kith.apps.access.queries import Cut, day_of, uncovered
from kith.apps.agencies.projections import Actor
from kith.apps.records.base import Written, prepared
from kith.apps.voices.actions import READ, WRITE
from kith.apps.voices.cards import texts_alone, voice_cards
from kith.apps.voices.label_cards import Reader, label_cards, waiting_cards
from kith.apps.voices.models import Label, Voice, Waiting
from kith.apps.voices.projections import Quote, VoiceCard, VoicesHead
from kith.apps.voices.sight import LABEL, VOICE, may_read, may_write, open_rows

MOST_AT_THE_HEAD = 220
TRIED = 5  # should something sealed stand in the newest, the one before introduces the child


def voices_head(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> VoicesHead | None:
    """None for whoever may read neither; it says nothing that the two pages behind it would not say."""
    may_see_voices = may_read(actor, child_ref, VOICE, now=now)
    may_see_labels = may_read(actor, child_ref, LABEL, now=now)
    if not (may_see_voices or may_see_labels):
        return None
    newest = _introducing(actor, child_ref, now) if may_see_voices else None
    words = (newest.words or newest.drew or newest.did) if newest else Quote("")
    labels, waiting = _labels(Reader(actor, child_ref, called, now, day_of(now))) if may_see_labels else ((), ())
    return VoicesHead(
        words=Quote(words.whole, MOST_AT_THE_HEAD),
        is_quoted=bool(newest and newest.words),
        heard=f"{called}, to {newest.heard_by}, {newest.when}. {newest.way}" if newest else "",
        labels=labels,
        waiting=waiting,
        may_write=may_see_voices and may_write(actor, WRITE, child_ref, now=now),
        may_see_voices=may_see_voices,
        may_see_labels=may_see_labels,
        is_empty=newest is None,
    )


def _introducing(actor: Actor, child_ref: str, now: dt.datetime) -> VoiceCard | None:
    """The newest of what the child said of themselves."""
    found = _newest_about_me(child_ref=child_ref, closed=Cut(actor, READ, now=now).closed_refs)
    cards = voice_cards(found, texts_alone(actor, child_ref, found, now=now)) if found else ()
    return cards[0] if cards else None


@prepared
def _newest_about_me(*, child_ref: str, closed: Written) -> QuerySet[Voice]:
    rows = Voice.objects.filter(subject__ref=child_ref, is_about_me=True, withdrawn_at=None)
    return uncovered(rows, closed).order_by("-sorts_on", "-recorded_at", "-pk")[:TRIED]


def _labels(reader: Reader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    labels = open_rows(reader.actor, Label, reader.child_ref, now=reader.now)
    waiting = open_rows(reader.actor, Waiting, reader.child_ref, now=reader.now)
    still = [row for row in waiting if not (row.withdrawn_at or row.ended_on)]
    said = (card.says for card in label_cards(labels, reader))
    return tuple(filter(None, said)), tuple(card.says for card in waiting_cards(still, reader))
