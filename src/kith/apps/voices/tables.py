"""What a child says, and labels, as tables to take away: what the page shows, and no label without its view."""

from collections.abc import Iterator, Mapping, Sequence

from kith.apps.exports.projections import Cell, Table
from kith.apps.voices.projections import AnswerCard, LabelCard, RatingCard, VoiceCard

VOICE_COLUMNS = (
    "Number",
    "What this row is",
    "When",
    "In which way",
    "Words",
    "Drew or made",
    "Did",
    "What that may mean, as others think",
    "Who heard it, or did it",
    "Written down by",
)
LABEL_COLUMNS = (
    "Label",
    "What the label means",
    "Rating",
    "Day of the rating",
    "Who made it",
    "Why",
    "The young person’s view",
    "Their words",
    "Who heard them",
    "Look again by",
    "Recorded by",
    "Source of the label",
)


def voices_table(voices: Sequence[VoiceCard], headings: Mapping[str, str]) -> Table:
    """Each thing the child said or showed, and below it, with its number, what came of it."""
    rows = tuple(row for number, one in enumerate(voices, 1) for row in _of_voice(number, one, headings))
    return Table(title="What this child says and shows", columns=VOICE_COLUMNS, rows=rows)


def _of_voice(number: int, one: VoiceCard, headings: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    words = (one.words.whole, one.drew.whole, one.did.whole, one.meaning.whole)
    yield (number, "Said or shown", one.when, one.way, *words, one.heard_by, one.recorded_by)
    for answer in one.answers:
        yield _of_answer(number, answer, headings)
        if answer.reply:
            yield (number, "What the child said to that", answer.when, "", answer.reply.whole, "", "", "", "", "")


def _of_answer(number: int, one: AnswerCard, headings: Mapping[str, str]) -> tuple[Cell, ...]:
    return (number, headings[one.kind], one.when, one.what, one.words, "", "", "", one.by, "")


def labels_table(labels: Sequence[LabelCard]) -> Table:
    """One row for each rating that stands, the newest of a label first."""
    rows = tuple(_of_rating(label, one) for label in labels for one in label.ratings)
    return Table(title="Labels of risk, with the young person’s own view", columns=LABEL_COLUMNS, rows=rows)


def _of_rating(label: LabelCard, one: RatingCard) -> tuple[Cell, ...]:
    view = (one.view.says, one.view.words.whole, one.view.heard)
    made = (one.says, one.on, one.made_by, one.reason)
    return (label.kind, label.means, *made, *view, one.look_again_on, one.recorded_by, label.source)
