"""How wide a line of text is in the bundled typeface, without opening a font."""

import json
import unicodedata
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "advance_widths.json"

# Thousandths of the type size for letters outside the table: scripts set square (Chinese, Japanese, Korean, emoji)
# fill the whole em; everything else gets a generous letter, since too wide a label only costs a little room.
SQUARE = 1000
OTHER = 650

_NO_WIDTH = {"Mn", "Me", "Cf", "Cc"}


@cache
def _widths(bold: bool) -> dict[str, int]:
    ranges = json.loads(_TABLE.read_text(encoding="utf-8"))["bold" if bold else "regular"]
    return {
        chr(int(first, 16) + offset): width
        for first, widths in ranges.items()
        for offset, width in enumerate(widths)
        if width >= 0
    }


def _fallback(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return SQUARE if unicodedata.east_asian_width(letter) in "WF" else OTHER


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width in pixels of one line set at `size` pixels: the sum of advance widths, without kerning.

    Letters of scripts outside the table (Latin, Greek, Cyrillic) count `OTHER` or `SQUARE` thousandths of the size.

    >>> round(text_width("Noor", 16, bold=True), 1)
    40.1
    >>> text_width("", 16)
    0.0
    """
    widths = _widths(bold)
    total = 0
    for letter in text:
        width = widths.get(letter)
        total += _fallback(letter) if width is None else width
    return total * size / 1000
