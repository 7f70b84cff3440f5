"""Short ways to tell of Noor, for tests of what a chronology adds up to."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from kith.engines.chronology import AddedUp, Aid, Chronology, Entry, Group, Kind, Row, Subject, adds_up
from kith.kernel.partial_dates import PartialDate

NOOR = Subject("noor", name="Noor")
TODAY = dt.date(2026, 11, 23)


def row(id: str, when: str, fact: str = "Something.", *, agency: str = "School", **more: Any) -> Row:
    subjects = (NOOR, *more.pop("others", ()))
    return Row(agency=agency, id=id, subjects=subjects, start=PartialDate.parse(when), fact=fact, **more)


def told(*rows: Row | tuple[Row, ...]) -> Chronology:
    """A chronology in the order given, in which the rows of a tuple are linked as accounts of one event."""
    entries: list[Entry] = []
    groups: list[Group] = []
    for some in rows:
        accounts = some if isinstance(some, tuple) else (some,)
        if len(accounts) > 1:
            groups.append(Group(len(groups) + 1, accounts))
        entries += [Entry(one, (), len(groups) if len(accounts) > 1 else 0) for one in accounts]
    return Chronology(tuple(entries), tuple(groups), is_cut=False)


def summed(*rows: Row | tuple[Row, ...], on: dt.date = TODAY, family: Collection[tuple[str, str]] = ()) -> AddedUp:
    return adds_up(told(*rows), called="Noor", on=on, family=family)


def aids(kind: Kind, found: AddedUp) -> list[Aid]:
    return [aid for aid in found.aids if aid.kind is kind]


def said(kind: Kind, *rows: Row | tuple[Row, ...], **more: Any) -> list[tuple[str, list[str]]]:
    """The sentences of a kind, each with the ids of its rows."""
    return [(aid.sentence, [id for _, id in aid.rows]) for aid in aids(kind, summed(*rows, **more))]
