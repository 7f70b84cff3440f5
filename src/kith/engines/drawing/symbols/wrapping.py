"""Breaking a name into lines that fit, without ever making it smaller."""

import re
import unicodedata
from collections.abc import Iterator

from kith.engines.drawing.fonts import text_width

_HYPHENATED = re.compile("[^-]+-*|-+")
_JOINERS = "\u200d\ufe0e\ufe0f"
_A_LITTLE = 1.2  # times too long, and a name is not cut for it


def wrap(text: str, *, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Lines of at most `width` pixels, broken at spaces and after hyphens.

    A word too long for a line is cut without a hyphen, which is not in the name.

    >>> wrap("Kwabena Ashdown", width=80, size=15, bold=True)
    ('Kwabena', 'Ashdown')
    >>> wrap("   ", width=80, size=15)
    ()
    """
    lines: list[str] = []
    for glue, word in _words(text):
        joined = f"{lines[-1]}{glue}{word}" if lines else word
        if lines and text_width(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            lines.extend(_pieces(word, width=width, size=size, bold=bold))
    return tuple(lines)


def width_for(text: str, *, width: float, size: float, bold: bool = False) -> float:
    """The width to wrap at: a little more than asked for where a word would else be cut for a few letters.

    >>> wrap("Arnold Schwarzenegger", width=width_for("Schwarzenegger", width=110, size=15), size=15)
    ('Arnold', 'Schwarzenegger')
    """
    longest = max((text_width(word, size, bold) for _, word in _words(text)), default=0.0)
    return longest if width < longest <= width * _A_LITTLE else width


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Each word, or part of a word up to its hyphen, with what joins it to the one before."""
    for word in text.split():
        for number, part in enumerate(_HYPHENATED.findall(word)):
            yield ("" if number else " "), part


def wrap_list(text: str, *, width: float, size: float) -> tuple[str, ...]:
    """Like `wrap`, for facts joined by commas: a line ends where a fact ends, if it can.

    >>> wrap_list("born 1958, Mum's mother", width=128, size=14)
    ('born 1958', "Mum's mother")
    """
    lines: list[str] = []
    for fact in text.split(", "):
        joined = f"{lines[-1]}, {fact}" if lines else fact
        if lines and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.extend(wrap(fact, width=width, size=size))
    return tuple(lines)


def _pieces(word: str, *, width: float, size: float, bold: bool) -> Iterator[str]:
    if text_width(word, size, bold) <= width:
        yield word
        return
    piece = ""
    for letter in _letters(word):
        if piece and text_width(piece + letter, size, bold) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _letters(word: str) -> Iterator[str]:
    """What a reader takes for one letter: a base with its marks, never torn apart."""
    letter = ""
    for sign in word:
        belongs = unicodedata.category(sign).startswith("M") or sign in _JOINERS or letter[-1:] in _JOINERS[0]
        if letter and not belongs:
            yield letter
            letter = ""
        letter += sign
    yield letter
