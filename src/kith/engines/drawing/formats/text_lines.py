"""The numbered lines of a small text table, proved to be UTF-8."""

from kith.engines.drawing.formats.byte_order import line_at
from kith.engines.drawing.formats.limits import MOST_PEOPLE
from kith.engines.drawing.formats.reading import CannotReadFamily

_SPARE = 1_000  # comments and headings
LONGEST_LINE = 100_000


def text_lines(data: bytes) -> list[tuple[int, str]]:
    """Each line with its number from 1.

    >>> text_lines(b"a b\\r\\nc d\\n")
    [(1, 'a b'), (2, 'c d')]
    """
    lines = data.splitlines()
    if len(lines) > MOST_PEOPLE + _SPARE:
        raise CannotReadFamily(
            f"The file has {len(lines):,} lines and at most {MOST_PEOPLE:,} people can be read; export fewer people."
        )
    try:
        texts = [line.decode("utf-8") for line in lines]
    except UnicodeDecodeError:
        raise CannotReadFamily(f"Line {_wrong(data)} holds bytes that are not UTF-8; save the file as UTF-8.") from None
    for number, text in enumerate(texts, 1):
        if len(text) > LONGEST_LINE:
            raise CannotReadFamily(f"Line {number} is longer than {LONGEST_LINE:,} characters; shorten it.")
    return list(enumerate(texts, 1))


def _wrong(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return line_at(data, error.start)
    return 1
