"""Lines of text that keep out of each other's way: a label with no room is left out, never laid over another."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kith.engines.chronology.timeline.placed import Label
from kith.engines.chronology.timeline.story import Measure

GAP = 8.0


class Wish(NamedTuple):
    """A line that would like to begin at `x`, and may be moved between `least` and `most`."""

    words: str
    x: float
    least: float
    most: float


def in_a_row(
    wishes: Sequence[Wish], y: float, width_of: Measure, *, size: float, bold: bool, gap: float = GAP
) -> list[Label | None]:
    """A label for each wish that finds room in one row, None for the others; wishes in the order of `x`.

    >>> row = in_a_row([Wish("ten", 0, 0, 9), Wish("eleven", 5, 0, 9)], 18, lambda words, *_: 7.0 * len(words),
    ...     size=14, bold=False)
    >>> [label and label.words for label in row]
    ['ten', None]
    """
    labels: list[Label | None] = []
    taken = float("-inf")
    for wish in wishes:
        x = max(wish.x, taken + gap, wish.least)
        width = width_of(wish.words, size, bold)
        has_room = bool(wish.words) and x <= wish.most
        labels.append(Label(wish.words, round(x, 1), y, width) if has_room else None)
        taken = x + width if has_room else taken
    return labels


def in_lines(words: str, most: float, width_of: Measure, *, size: float, bold: bool) -> tuple[str, ...]:
    """Text in lines of at most so many px; a word that is longer than a line is broken.

    >>> in_lines("Youth and family support", 80, lambda words, *_: 7.0 * len(words), size=14, bold=True)
    ('Youth and', 'family', 'support')
    """
    lines: list[str] = []
    for word in (part for whole in words.split() for part in _parts(whole, most, width_of, size=size, bold=bold)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _parts(word: str, most: float, width_of: Measure, *, size: float, bold: bool) -> Iterable[str]:
    part = ""
    for letter in word:
        if part and width_of(part + letter, size, bold) > most:
            yield part
            part = ""
        part += letter
    yield part
