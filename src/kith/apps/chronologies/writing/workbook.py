"""A merged chronology as a workbook or as CSV, through the one writer that lets no formula out; it can be read back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kith.apps.chronologies.joining import Account, Joined, Passage
from kith.apps.chronologies.projections import Told
from kith.apps.chronologies.reading.knowledge import data, titles
from kith.apps.chronologies.reading.told_words import told_words
from kith.apps.chronologies.writing.saying import summary
from kith.apps.exports.projections import Cell, Table
from kith.apps.exports.services import write_table
from kith.kernel.partial_dates import PartialDate

ALWAYS = dt.date(1980, 1, 1)  # the first day that an archive can name: the same rows give the same bytes on any day
MADE = ("same_event", "differs", "standing")


@dataclass(frozen=True, slots=True)
class Merged:
    """The mark of a copy that was made for nobody in particular, on no day in particular."""

    sentence: str
    on: dt.date = ALWAYS


def to_xlsx(joined: Joined) -> bytes:
    return _written(joined, "xlsx")


def to_csv(joined: Joined) -> bytes:
    return _written(joined, "csv")


def _written(joined: Joined, form: str) -> bytes:
    mark = joined.mark or Merged(" ".join(summary(joined)))
    return write_table(_table(joined), form, stamp=mark).data


def _table(joined: Joined) -> Table:
    rows = list(_rows(joined))
    made: dict[str, str] = data()["made"]
    empty = ("",) * len(joined.to_fill)
    return Table(
        title=joined.title,
        columns=(*titles().values(), *(made[name] for name in MADE), *joined.to_fill),
        rows=tuple((*row, *empty) for row, _ in rows),
        struck=frozenset(place for place, (_, is_struck) in enumerate(rows) if is_struck),
    )


def _rows(joined: Joined) -> Iterator[tuple[tuple[Cell, ...], bool]]:
    """Each row with whether it is struck through; what it said before it was corrected stands under it."""
    for passage in joined.passages:
        for account in passage.accounts:
            yield _cells(account.told, passage, _standing(account)), bool(account.row.withdrawn)
            for earlier in account.earlier:
                says = f"Corrected: version {account.row.version} stands"
                yield _cells(earlier, Passage(()), says), False


def _standing(account: Account) -> str:
    return "Withdrawn" if account.row.withdrawn else "Stands"


def _cells(told: Told, passage: Passage, standing: str) -> tuple[Cell, ...]:
    words: dict[str, Cell] = {**told_words(told), "start": _day(told.row.start), "end": _day(told.row.end)}
    same = f"Likely one event, told by {passage.agencies}" if passage.is_shared else ""
    return (*(words.get(name, "") for name in titles()), same, "\n".join(passage.differences), standing)


def _day(date: PartialDate | None) -> Cell:
    """An exact day as a day, so that a workbook can sort by it; any other in its words."""
    if date is None:
        return ""
    is_exact = date.earliest is not None and date.earliest == date.latest
    return date.earliest if is_exact else str(date)
