"""What came of voices as cards: each with how it stood before, and what was taken out beside what stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kith.apps.agencies.projections import WorkerCard
from kith.apps.voices.models import About, Answer, Passage
from kith.apps.voices.passages import CLOSED_WORDS, Texts
from kith.apps.voices.projections import AnswerCard, AnswerSaid, EarlierCard, Quote
from kith.apps.voices.vocabulary import answer_kinds
from kith.kernel.partial_dates import PartialDate

ANSWER_TEXTS = ("words", "reply", "by_whom")
ANSWER_PARTS = (*CLOSED_WORDS, *ANSWER_TEXTS)


@dataclass(frozen=True)
class AnswerReader:
    """What one viewer may see of some answers, and who wrote any of it."""

    texts: Texts
    workers: Mapping[int, WorkerCard]

    def by(self, row: About | Passage) -> str:
        return self.workers[row.recorded_by_id].at_agency

    def card(self, row: Answer) -> AnswerCard:
        said = self.said(row)
        return AnswerCard(
            ref=row.ref,
            version=row.version,
            kind=row.kind,
            what=answer_kinds()[row.kind].what[row.what],
            words=said.words,
            when=str(said.on),
            by=said.by_whom or self.by(row),
            reply=Quote(said.reply),
            last_by=self.by(self.texts.last(row) or row),
            earlier=tuple(self._earlier(row)),
            is_taken_out=row.withdrawn_at is not None,
        )

    def said(self, row: Answer) -> AnswerSaid:
        """As a form begins with it."""
        texts = {part: self.texts.of(row, part) for part in ANSWER_TEXTS}
        return AnswerSaid(kind=row.kind, what=row.what, on=PartialDate.from_code(row.on_date), **texts)

    def _earlier(self, row: Answer) -> Iterator[EarlierCard]:
        for one in self.texts.earlier.get(row.ref, ()):
            words = _SAYS[one.part](row, one.text) if one.part in _SAYS else self._seen(one)
            if words:
                yield EarlierCard(words=words, by=self.by(one), at=one.recorded_at)

    def _seen(self, one: Passage) -> str:
        return self.texts.says(one.text, by=one.recorded_by_id)


_SAYS: Mapping[str, Callable[[Answer, str], str]] = {
    "what": lambda row, code: answer_kinds()[row.kind].what[code],
    "on": lambda row, code: str(PartialDate.from_code(code)),
}
