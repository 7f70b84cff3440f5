"""One row for every (agency, row id): the newest version stands, and those before it are kept."""

from collections.abc import Iterable
from typing import NamedTuple

from kith.engines.chronology.rows import CannotMerge, Row


class Versions(NamedTuple):
    """A row as it stands, and what it was before, the newest first."""

    row: Row
    earlier: tuple[Row, ...]


def newest(contributions: Iterable[Iterable[Row]]) -> list[Versions]:
    """Every row once, with its earlier versions; the same row sent again changes nothing.

    Raises CannotMerge where two rows have one name and version and say different things: nobody may choose silently.
    """
    whole: dict[tuple[str, str], Row | dict[int, Row]] = {}
    for contribution in contributions:
        for row in contribution:
            known = whole.setdefault(row.name, row)
            if known is not row and known != row:
                whole[row.name] = _with(known, row)
    return [Versions(known, ()) if isinstance(known, Row) else _in_order(known) for known in whole.values()]


def _with(known: Row | dict[int, Row], row: Row) -> dict[int, Row]:
    versions = {known.version: known} if isinstance(known, Row) else known
    if versions.setdefault(row.version, row) != row:
        raise CannotMerge(
            f"{row.agency} sent two different rows with the id {row.id} as version {row.version}. "
            "Ask which is right, and give the newer one a higher version."
        )
    return versions


def _in_order(versions: dict[int, Row]) -> Versions:
    first, *earlier = sorted(versions.values(), key=lambda row: -row.version)
    return Versions(first, tuple(earlier))
