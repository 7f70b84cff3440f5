"""All that a child says and shows, the newest first, and what its forms offer."""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import Cut, NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.voices.actions import EXPORT, READ, WRITE
from kith.apps.voices.cards import Beside, beside, language_of, voice_card, voice_cards
from kith.apps.voices.hearers import A_WORKER, HEARER, Hearers
from kith.apps.voices.models import Answer, Voice
from kith.apps.voices.projections import AnswerForm, VoiceCard, VoiceForm, VoiceSaid, VoicesPage
from kith.apps.voices.sight import LABEL, VOICE, may_read, may_write
from kith.apps.voices.vocabulary import TOLD, answer_kinds, ways
from kith.kernel.partial_dates import PartialDate

MOST_SHOWN = 50


def voices_page(actor: Actor, child_ref: str, *, called: str, is_whole: bool = False, now: dt.datetime) -> VoicesPage:
    """The newest; the whole of it where somebody asks for all."""
    decision = require(actor, READ, child_ref, now=now, kind=VOICE)
    note_opened(child_ref, decision=decision)
    rows = Cut(actor, READ, now=now).open_rows(Voice.objects.filter(subject__ref=child_ref))
    newest = rows.order_by("-sorts_on", "-recorded_at", "-pk")
    found = list(newest if is_whole else newest[: MOST_SHOWN + 1])
    shown = found if is_whole else found[:MOST_SHOWN]
    cards = voice_cards(shown, beside(actor, child_ref, shown, now=now))
    return VoicesPage(
        voices=tuple(card for card in cards if not card.is_taken_out),
        taken_out=tuple(card for card in cards if card.is_taken_out),
        may_write=may_write(actor, WRITE, child_ref, now=now),
        may_see_labels=may_read(actor, child_ref, LABEL, now=now),
        has_more=len(found) > len(shown),
        may_take=may_write(actor, EXPORT, child_ref, now=now),
        answers=headings(called),
    )


def headings(called: str) -> tuple[tuple[str, str, str], ...]:
    """What may come of a voice: its kind, its heading, and the words of its act."""
    kinds = answer_kinds().values()
    return tuple((one.name, one.says.format(child=called), one.adds.format(child=called)) for one in kinds)


def voice_form(actor: Actor, child_ref: str, voice_ref: str = "", *, now: dt.datetime) -> VoiceForm:
    """For whoever may write here; with a voice, what stands in it."""
    require(actor, WRITE, child_ref, now=now, kind=VOICE)
    offered, hearers = tuple(ways().items()), Hearers(actor, child_ref, now).choices()
    if not voice_ref:
        return VoiceForm(ways=offered, hearers=hearers)
    row, with_ = _read(actor, child_ref, voice_ref, now)
    card, hearer = voice_card(row, with_), with_.texts.of(row, HEARER)
    said = VoiceSaid(
        on=PartialDate.from_code(row.said_on),
        way=row.way,
        language=language_of(row, with_.texts),
        words=card.words.whole,
        drew=card.drew.whole,
        did=card.did.whole,
        meaning=card.meaning.whole,
        heard_by=with_.texts.of(row, "heard_by"),
        hearer=hearer,
        is_about_me=row.is_about_me,
    )
    if hearer not in ("", A_WORKER) and hearer not in dict(hearers):
        hearers = (*hearers, (hearer, with_.texts.hearers.name(hearer)))
    return VoiceForm(ways=offered, hearers=hearers, said=said, version=row.version, standing=card)


def answer_form(actor: Actor, child_ref: str, voice_ref: str, kind: str, *, now: dt.datetime) -> AnswerForm:
    require(actor, WRITE, child_ref, now=now, kind=VOICE)
    if kind not in answer_kinds():
        raise NothingHere
    return _asking(kind, voice_card(*_read(actor, child_ref, voice_ref, now)))


def _asking(kind: str, voice: VoiceCard) -> AnswerForm:
    asked = answer_kinds()[kind]
    return AnswerForm(
        kind=kind,
        asks=asked.asks,
        words=asked.words,
        who=asked.who,
        what=tuple(asked.what.items()),
        has_reply=kind == TOLD,
        voice=voice,
    )


def correction_form(actor: Actor, child_ref: str, answer_ref: str, *, now: dt.datetime) -> AnswerForm:
    """What stands in one of the answers, beside the voice that it belongs to."""
    require(actor, WRITE, child_ref, now=now, kind=VOICE)
    found = Answer.objects.filter(subject__ref=child_ref, ref=answer_ref, withdrawn_at=None)
    row = found.select_related("voice").first()
    if row is None:
        raise NothingHere
    voice, with_ = _read(actor, child_ref, row.voice.ref, now)
    return replace(
        _asking(row.kind, voice_card(voice, with_)),
        said=with_.of_answers.said(row),
        version=row.version,
        standing=with_.of_answers.card(row),
    )


def voice_to_draw(actor: Actor, child_ref: str, voice_ref: str, *, now: dt.datetime) -> VoiceCard:
    """The voice beside which a drawing is to be kept."""
    require(actor, WRITE, child_ref, now=now, kind=VOICE)
    return voice_card(*_read(actor, child_ref, voice_ref, now))


def _read(actor: Actor, child_ref: str, voice_ref: str, now: dt.datetime) -> tuple[Voice, Beside]:
    """A voice that stands and of which something is open to the viewer, with what stands beside it."""
    rows = Voice.objects.filter(subject__ref=child_ref, ref=voice_ref, withdrawn_at=None)
    row = Cut(actor, READ, now=now).open_rows(rows).first()
    if row is None:
        raise NothingHere
    with_ = beside(actor, child_ref, [row], now=now)
    if not voice_cards([row], with_):
        raise NothingHere
    return row, with_
