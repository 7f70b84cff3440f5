"""Where accounts of one event differ, in words: a difference between agencies is a finding, not a fault to mend."""

from collections.abc import Callable, Iterator, Sequence

from kith.engines.chronology.knowledge import colours, event_types
from kith.engines.chronology.rows import Row

_Said = Callable[[Row], str]


def differences(rows: Sequence[Row]) -> tuple[str, ...]:
    """One sentence for each thing that the accounts say differently; what only one says is no difference.

    >>> from kith.engines.chronology.rows import Subject
    >>> from kith.kernel.partial_dates import PartialDate
    >>> mia = (Subject("mia"),)
    >>> police = Row(agency="Police", id="1", subjects=mia, start=PartialDate("2019-03-03"), fact="Called to the home.")
    >>> health = Row(agency="Health", id="9", subjects=mia, start=PartialDate("2019-03-04"), fact="Mother hurt.")
    >>> differences([police, health])
    ('When: Police say 3 March 2019, Health say 4 March 2019.',)
    """
    return tuple(_sentences(rows))


def _sentences(rows: Sequence[Row]) -> Iterator[str]:
    for what, said in _ASKED:
        answers = [(row.agency, answer) for row in rows if (answer := said(row))]
        if len({answer for _, answer in answers}) > 1:
            yield f"{what}: {', '.join(f'{agency} say {answer}' for agency, answer in answers)}."


def _who(row: Row) -> str:
    return " and ".join(sorted(subject.name or subject.id for subject in row.subjects))


def _type(row: Row) -> str:
    known = event_types().get(row.type)
    return f"“{known.name}”" if known else row.type


_ASKED: tuple[tuple[str, _Said], ...] = (
    ("When", lambda row: str(row.start)),
    ("Until when", lambda row: str(row.end) if row.end else ""),
    ("At what time", lambda row: f"{row.start_time:%H:%M}" if row.start_time else ""),
    ("About whom", _who),
    ("What kind of event", _type),
    ("What it meant", lambda row: colours()[row.rag].lower() if row.rag else ""),
    ("Whether it helped", lambda row: row.effective),
)
