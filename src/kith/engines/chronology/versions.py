"""One row for every (agency, row id): the newest version stands, and those before it are kept."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kith.engines.chronology.rows import CannotMerge, Row


class Versions(NamedTuple):
    """Every row once as it stands, and by its name what it was before, the newest first."""

    rows: list[Row]
    earlier: Mapping[tuple[str, str], tuple[Row, ...]]


def newest(contributions: Iterable[Iterable[Row]]) -> Versions:
    """The newest version of every row, and those before it; the same row sent again changes nothing.

    Raises CannotMerge where two rows have one name and version and say different things: nobody may choose silently.
    """
    whole: dict[tuple[str, str], Row | dict[int, Row]] = {}
    for contribution in contributions:
        for row in contribution:
            known = whole.setdefault(row.name, row)
            if known is not row and known != row:
                whole[row.name] = _with(known, row)
    several = {name: _in_order(known) for name, known in whole.items() if isinstance(known, dict)}
    rows = [several[name][0] if isinstance(known, dict) else known for name, known in whole.items()]
    return Versions(rows, {name: tuple(versions[1:]) for name, versions in several.items()})


def _with(known: Row | dict[int, Row], row: Row) -> dict[int, Row]:
    versions = {known.version: known} if isinstance(known, Row) else known
    if versions.setdefault(row.version, row) != row:
        raise CannotMerge(
            f"{row.agency} sent two different rows with the id {row.id} as version {row.version}. "
            "Ask which is right, and give the newer one a higher version."
        )
    return versions


def _in_order(versions: dict[int, Row]) -> list[Row]:
    return sorted(versions.values(), key=lambda row: -row.version)
