"""What every form of a merged chronology says of itself, and the signs of its colours."""

from collections.abc import Iterator

from kith.apps.chronologies.joining import Joined, listed

SIGNS = {"red": "■", "amber": "◆", "green": "▲"}
CUT = "So many rows stand on the same days that not every pair of them was compared."


def summary(joined: Joined) -> Iterator[str]:
    """In sentences: whose rows, what several agencies tell of, and what has to be decided before it is shared."""
    rows = len(joined.accounts)
    counted = f"{rows:,} {'row' if rows == 1 else 'rows'}"
    of_whom = f"{counted} of {listed(joined.agencies)}" if rows else "No rows"
    yield f"{of_whom}, merged by Kith from {listed(joined.files)}." if joined.files else f"{of_whom}."
    if joined.shared:
        are = "event is" if joined.shared == 1 else "events are"
        yield (
            f"{joined.shared:,} {are} likely told by more than one agency. The accounts stand beside each other, and "
            "whether they are one event is for a reader to say."
        )
    if joined.is_cut:
        yield CUT
    if joined.restricted:
        carry = "row carries" if joined.restricted == 1 else "rows carry"
        yield f"{joined.restricted:,} {carry} a restriction and can be read here. Decide who may have this copy."
