"""What was read of a table that somebody brings: kept as a stored file until it is taken in, and opened for them."""

import datetime as dt
import json
from dataclasses import asdict
from typing import Any

from kith.apps.access.queries import NothingHere, decide
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.models import Bringing
from kith.apps.chronologies.sight import EVENT
from kith.apps.files.projections import Decide, NewFile, ReadTable, ReadTables
from kith.apps.files.queries import NoSuchFile, open_file
from kith.apps.files.services import store_file
from kith.kernel.decisions import Decision

KIND = "application/json"


def keep_tables(by: Actor, child_ref: str, read: ReadTables, *, name: str, now: dt.datetime) -> str:
    """Inside a deed; the ref of the file. Only texts of cells are kept, and nothing of the file that was brought."""
    data = json.dumps(asdict(read), ensure_ascii=False, default=sorted).encode()
    file = NewFile(kind=KIND, data=data, subjects=frozenset((child_ref,)), original_name=name)
    return store_file(by=by, file=file, decide=_decided(by, child_ref, now), now=now)


def kept_tables(actor: Actor, child_ref: str, row: Bringing, *, now: dt.datetime) -> tuple[str, ReadTables]:
    """What the file is called, and its tables. Whoever it was kept for may be one person with the child now."""
    try:
        file = open_file(actor, row.file_ref, decide=_decided(actor, child_ref, now), now=now)
    except NoSuchFile as problem:
        raise NothingHere from problem
    told: dict[str, Any] = json.loads(file.data)
    tables = tuple(_table(one) for one in told.pop("tables"))
    return file.original_name, ReadTables(**{**told, "warnings": tuple(told["warnings"])}, tables=tables)


def _table(told: dict[str, Any]) -> ReadTable:
    return ReadTable(
        title=told["title"],
        rows=tuple(map(tuple, told["rows"])),
        merged=tuple((top, left, bottom, right) for top, left, bottom, right in told["merged"]),
        struck=frozenset(told["struck"]),
        unsolved=tuple((row, column) for row, column in told["unsolved"]),
    )


def _decided(actor: Actor, child_ref: str, now: dt.datetime) -> Decide:
    def decided(_: str) -> Decision:
        return decide(actor, WRITE, child_ref, now=now, kind=EVENT)

    return decided
