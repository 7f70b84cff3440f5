"""Texts that a spreadsheet would take for a formula, made harmless in a way that can be undone to the letter.

The rule, for whoever reads such a file: a text begins with an apostrophe if it would begin with an apostrophe, or
with one of = + - @ and their full-width twins, tab or line end, also behind spaces, quotes and invisible signs. The
same holds behind every semicolon, tab, bar and line end inside a text, because some programs part cells there. Take
one apostrophe away at each of these places, and the text is as it was.
"""

import re

_BLANKS = "\\s\"'`\u00b4\u2018\u2019\u201c\u201d\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_TRIGGERS = "=+\\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b\u207a\u207b\u207c\u208a\u208b\u208c"
_PLACES = "(?:^|(?<=[;|\\t\\r\\n]))"
_LED = f"(?:(?![\\t\\r\\n])[{_BLANKS}])*[{_TRIGGERS}]"  # stops at every place, so that no text takes long
_DANGER = re.compile(f"{_PLACES}{_LED}|\\A[\\t\\r\\n]")
_PUT = re.compile(f"{_PLACES}(?={_LED}|')")
_PUT_FIRST = re.compile("\\A(?=[\\t\\r\\n])")
_TAKE = re.compile(f"{_PLACES}'")


def is_dangerous(text: str) -> bool:
    """Whether some spreadsheet could take the text for a formula."""
    return _DANGER.search(text) is not None


def harmless(text: str) -> str:
    """The text with its apostrophes.

    `=1+1` becomes `'=1+1`, `'tis` becomes `''tis`, and `Ann` stays as it is.
    """
    return _PUT_FIRST.sub("'", _PUT.sub("'", text)) if _needs_both(text) else _PUT.sub("'", text)


def _needs_both(text: str) -> bool:
    """A text that begins with white space of its own, and has not been given its apostrophe already."""
    return text[:1] in ("\t", "\r", "\n") and not _PUT.match(text)


def original(text: str) -> str:
    """The text without the apostrophes that `harmless` put in."""
    return _TAKE.sub("", text)
