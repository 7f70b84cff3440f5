"""What a partnership knows about events and words, from data files with a version and a source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.engines.chronology.rows import Row
from kith.kernel.data_files import toml_of

HERE = "kith.engines.chronology"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One kind of event; accounts of one event meet where their types share a family."""

    id: str
    name: str
    families: tuple[str, ...]


@cache
def event_types() -> Mapping[str, EventType]:
    """The kinds of event by their ids, in the order of the file.

    >>> event_types()["missed_appointment"].name
    'Was not brought'
    """
    rows = _shipped("event_types")["types"]
    return {row["id"]: EventType(id=row["id"], name=row["name"], families=tuple(row["families"])) for row in rows}


@cache
def families() -> tuple[str, ...]:
    """The families of event types.

    >>> "harm" in families()
    True
    """
    return tuple(_shipped("event_types")["families"])


@cache
def themes() -> Mapping[str, str]:
    """What the families of event types are called above a lane, in the order of the lanes.

    >>> themes()["reach"]
    'Coming and being away'
    """
    named: Mapping[str, str] = _shipped("event_types")["themes"]
    return named


@cache
def told_together() -> Mapping[str, tuple[str, ...]]:
    """By the kind of event under which one who was there tells, the kinds under which others tell of the same.

    >>> told_together()["missed_appointment"]
    ('engagement',)
    """
    return {kind: tuple(others) for kind, others in _shipped("event_types")["together"].items()}


@cache
def colours() -> Mapping[str, str]:
    """What red, amber and green say.

    >>> colours()["green"]
    'Strength or safety'
    """
    said: Mapping[str, str] = _shipped("event_types")["colours"]
    return said


def missing_fields(row: Row) -> tuple[str, ...]:
    """The names of the fields that a whole row fills and this one leaves empty, in the order of the file.

    >>> from kith.engines.chronology.rows import Subject
    >>> from kith.kernel.partial_dates import PartialDate
    >>> row = Row(agency="School", id="7", subjects=(Subject("mia"),), start=PartialDate("2019"), fact="Late.")
    >>> missing_fields(row)
    ('type', 'source', 'impact', 'rag', 'action', 'basis')
    """
    return tuple(name for name in _shipped("event_types")["rows"]["mandatory"] if not getattr(row, name))


@cache
def words_data() -> Mapping[str, Any]:
    """Words that tell nothing, the concepts with their words, and the contrasts.

    >>> "mum" in words_data()["concepts"]["mother"]
    True
    """
    return _shipped("words")


@cache
def matching() -> Mapping[str, Any]:
    """The window of days, the thresholds and the weights of likely duplicates.

    >>> matching()["window_days"]
    2
    """
    return _shipped("matching")


@cache
def adding_up_data() -> Mapping[str, Any]:
    """Words, types and thresholds of what a chronology adds up to.

    >>> adding_up_data()["silence"]["weeks"]
    6
    """
    return _shipped("adding_up")


@cache
def _shipped(name: str) -> dict[str, Any]:
    return toml_of(HERE, f"data/{name}.toml")  # read anew each time, and asked for each row
