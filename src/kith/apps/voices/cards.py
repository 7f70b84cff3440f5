"""Stored voices and what came of them as cards, read in sets and through the sieve for what is sealed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kith.apps.agencies.projections import Actor, WorkerCard
from kith.apps.agencies.queries import worker_cards
from kith.apps.people.queries import language_name
from kith.apps.voices.answer_cards import AnswerReader
from kith.apps.voices.hearers import HEARER
from kith.apps.voices.models import About, Answer, Drawing, Passage, Voice
from kith.apps.voices.passages import Texts, read_texts
from kith.apps.voices.projections import DrawingCard, EarlierCard, Quote, VoiceCard
from kith.apps.voices.vocabulary import ways
from kith.kernel.partial_dates import PartialDate

SHOWN = ("words", "drew", "did", "meaning")
PARTS = (*SHOWN, "heard_by", HEARER)


@dataclass(frozen=True)
class Beside:
    """What stands beside some voices, by their keys, and who wrote any of it."""

    answers: Mapping[int, Sequence[Answer]]
    drawings: Mapping[int, Sequence[Drawing]]
    texts: Texts
    workers: Mapping[int, WorkerCard]

    def by(self, row: About | Passage) -> str:
        return self.workers[row.recorded_by_id].at_agency

    @property
    def of_answers(self) -> AnswerReader:
        return AnswerReader(self.texts, self.workers)


def texts_alone(actor: Actor, child_ref: str, rows: Sequence[Voice], *, now: dt.datetime) -> Beside:
    """For a place that shows the words and nothing of what came of them."""
    texts = read_texts(actor, child_ref, rows, now=now)
    writers = {row.recorded_by_id for row in rows} | texts.writers
    return Beside(answers={}, drawings={}, texts=texts, workers=worker_cards(writers))


def beside(actor: Actor, child_ref: str, rows: Sequence[Voice], *, now: dt.datetime, is_copy: bool = False) -> Beside:
    keys = [row.pk for row in rows]
    answers = list(Answer.objects.filter(voice_id__in=keys).order_by("sorts_on", "pk"))
    drawings = list(Drawing.objects.filter(voice_id__in=keys, withdrawn_at=None).order_by("pk"))
    texts = read_texts(actor, child_ref, [*rows, *answers], now=now, is_copy=is_copy)
    writers = {one.recorded_by_id for one in (*rows, *answers)} | texts.writers
    return Beside(
        answers=_by_voice(answers),
        drawings=_by_voice(drawings),
        texts=texts,
        workers=worker_cards(writers) if writers else {},
    )


def _by_voice(rows: Iterable[object]) -> Mapping[int, list]:
    found: dict[int, list] = defaultdict(list)
    for row in rows:
        found[row.voice_id].append(row)  # type: ignore[attr-defined]
    return found


def voice_cards(rows: Iterable[Voice], with_: Beside) -> tuple[VoiceCard, ...]:
    """Of a voice in which something sealed to the viewer stands, what is left; where nothing is, it is not there."""
    cards = (voice_card(row, with_) for row in rows)
    return tuple(card for card in cards if card.words or card.drew or card.did)


def voice_card(row: Voice, with_: Beside) -> VoiceCard:
    parts = {part: Quote(with_.texts.of(row, part)) for part in SHOWN}
    if not parts["did"]:
        parts["meaning"] = Quote("")  # what something may mean says nothing without what it was
    way, language = ways()[row.way], language_of(row, with_.texts)
    answers = [with_.of_answers.card(one) for one in with_.answers.get(row.pk, ())]
    return VoiceCard(
        ref=row.ref,
        version=row.version,
        when=str(PartialDate.from_code(row.said_on)),
        way=f"{way}, in {language_name(language)}" if language else way,
        heard_by=_heard_by(row, with_),
        recorded_by=with_.by(row),
        recorded_at=row.recorded_at,
        last_by=with_.by(with_.texts.last(row) or row),
        is_about_me=row.is_about_me,
        is_taken_out=row.withdrawn_at is not None,
        answers=tuple(card for card in answers if not card.is_taken_out),
        answers_out=tuple(card for card in answers if card.is_taken_out),
        drawings=tuple(DrawingCard(ref=one.ref, version=one.version) for one in with_.drawings.get(row.pk, ())),
        earlier=tuple(_earlier(row, with_)),
        **parts,
    )


def language_of(row: Voice, texts: Texts) -> str:
    """Its code; nothing where the language is sealed to the viewer, or stays behind in a copy."""
    name = language_name(row.language)
    return row.language if texts.says(name, of=place_of_language(row)) == name else ""


def place_of_language(row: Voice) -> str:
    """Where it is remembered who wrote a language that is sealed to them."""
    return f"{row.ref} language"


def _heard_by(row: Voice, with_: Beside) -> str:
    hearer = with_.texts.of(row, HEARER)
    named = with_.texts.hearers.name(hearer) if hearer else with_.texts.of(row, "heard_by")
    return named or with_.by(row)


def _earlier(row: Voice, with_: Beside) -> Iterable[EarlierCard]:
    for one in with_.texts.earlier.get(row.ref, ()):
        words = with_.texts.says(one.text, by=one.recorded_by_id) if one.part in SHOWN else ""
        if words:
            yield EarlierCard(words=words, by=with_.by(one), at=one.recorded_at)
