"""Makes words from a file safe to show: no control characters, no turned-round text, one Unicode form."""

import re
import unicodedata

# Tab and the line ends are white space and are handled as such; right-to-left marks are honest text.
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"  # control characters and other line ends
    "\u202a-\u202e\u2066-\u2069"  # text turned round
    "\ud800-\udfff\ufeff\ufffe\uffff]"  # no characters at all
)
_BREAKS = re.compile(r"[\t\n\r]")


def is_safe(text: str) -> bool:
    return UNSAFE.search(text) is None


def is_label(text: str, *, most: int) -> bool:
    """Whether the text can stand as an id: something visible, on one line, not too long."""
    return bool(text.strip()) and len(text) <= most and is_one_line(text)


def is_one_line(text: str) -> bool:
    """Whether the text has no line break and no unsafe character; blank is fine."""
    return is_safe(text) and not _BREAKS.search(text)


def fits(text: str, *, most: int) -> bool:
    """Whether `one_line` would take nothing away but white space."""
    return is_safe(text) and len(" ".join(text.split())) <= most


def one_line(text: str, *, most: int) -> str:
    """The text without unsafe characters, on one line, in form C, at most so many characters.

    >>> one_line("Ann \\u202eExample\\n", most=200)
    'Ann Example'
    """
    # Cut before normalising: a long run of combining marks takes quadratic time to put in order.
    cut = " ".join(UNSAFE.sub("", text[: most * 4]).split())[:most]
    return unicodedata.normalize("NFC", cut)[:most].strip()


def several_lines(text: str, *, most: int) -> str:
    """The same with its line breaks kept and empty lines left out."""
    lines = (one_line(line, most=most) for line in text[: most * 4].splitlines())
    return "\n".join(line for line in lines if line)[:most].strip()


def quoted(text: str) -> str:
    """A few words of a file for a sentence about it.

    >>> quoted("x" * 50)
    '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..."'
    """
    start = one_line(text, most=41)
    return f'"{start[:40]}..."' if len(start) > 40 else f'"{start}"'
