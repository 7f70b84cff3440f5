"""Long words on a page: how they begin, and the rest, which together are always the whole."""

import unicodedata

SHOWN = 600
JOINS = frozenset("\u200c\u200d\ufe0e\ufe0f")
FLAGS = range(0x1F1E6, 0x1F200)
SKIN = range(0x1F3FB, 0x1F400)


def parted(text: str, *, most: int = SHOWN) -> tuple[str, str]:
    """What is shown at once, and what "Show all" brings: at a gap between words, or else between two whole signs.

    >>> parted("I want to stay with Nan.", most=12)
    ('I want to', ' stay with Nan.')
    >>> parted("Short.", most=12)
    ('Short.', '')
    """
    if len(text) <= most:
        return text, ""
    gap = max(text.rfind(" ", most // 2, most), text.rfind("\n", most // 2, most))
    cut = gap if gap > 0 else _between_signs(text, most)
    return text[:cut], text[cut:]


def _between_signs(text: str, most: int) -> int:
    """A sign of several characters (a family, a flag, a letter with its marks) stays in one piece."""
    cut = most
    while cut > 1 and _is_within_a_sign(text, cut):
        cut -= 1
    return cut if cut > 1 else most


def _is_within_a_sign(text: str, cut: int) -> bool:
    before, sign = text[cut - 1], text[cut]
    if sign in JOINS or before == "\u200d" or unicodedata.combining(sign) or ord(sign) in SKIN:
        return True
    return ord(sign) in FLAGS and _flags_before(text, cut) % 2 == 1


def _flags_before(text: str, cut: int) -> int:
    """A flag is two of these letters; of a row of them every second gap parts two flags."""
    start = cut
    while start > 0 and ord(text[start - 1]) in FLAGS:
        start -= 1
    return cut - start
