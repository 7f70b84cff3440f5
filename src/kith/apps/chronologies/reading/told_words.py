"""A row as words, field by field: what is written, read back, and what names a row that has no name of its own."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.chronologies.projections import Told
from kith.apps.chronologies.reading.people import people_words
from kith.engines.chronology import event_types

AS_THEY_ARE = ("fact", "impact", "childs_words", "action", "effective", "source", "basis", "restriction", "withdrawn")


def told_words(told: Told) -> Mapping[str, str]:
    """The words of every field that is filled; read again, they are the same row.

    >>> from kith.engines.chronology import Row, Subject
    >>> from kith.kernel.partial_dates import PartialDate
    >>> mia = (Subject("mia", name="Mia"),)
    >>> row = Row(agency="School", id="7", subjects=mia, start=PartialDate("2019-03"), fact="Late.")
    >>> told_words(Told(row))["start"], told_words(Told(row))["subjects"]
    ('March 2019', 'Mia')
    """
    row = told.row
    known = event_types().get(row.type)
    words = {
        "start": str(row.start),
        "end": str(row.end) if row.end else "",
        "start_time": _clock(row.start_time),
        "end_time": _clock(row.end_time),
        "agency": row.agency,
        "type": known.name if known else told.type_words,
        "subjects": people_words(row.subjects),
        "rag": row.rag.capitalize() if row.rag else "",
        "row": row.id,
        "version": str(row.version),
        "sequence": str(row.sequence),
    }
    return {name: text for name, text in (words | {name: getattr(row, name) for name in AS_THEY_ARE}).items() if text}


def _clock(time: dt.time | None) -> str:
    return f"{time:%H:%M}" if time else ""
