"""A file of agencies, teams and who is in which: said beforehand, then added in one deed. Nothing goes by it."""

import datetime as dt

from kith.apps.access import events
from kith.apps.access.actions import LOAD_AGENCIES
from kith.apps.access.requiring import require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agency_kinds
from kith.apps.agencies.services import (
    Additions,
    AgencyFile,
    CannotUseAgencyFile,
    additions_of,
    lock_agencies,
    read_agency_file,
    write_additions,
)
from kith.apps.audit.services import deed


def plan_agencies(*, by: Actor, data: bytes, name: str, now: dt.datetime) -> tuple[str, ...]:
    """What loading the file would change, a line each; nothing where all of it stands already."""
    require_by_role(by, LOAD_AGENCIES, now=now)
    return tuple(_found(by, read_agency_file(data, kinds=agency_kinds()), name).lines())


def add_agencies(*, by: Actor, data: bytes, name: str, now: dt.datetime) -> tuple[str, ...]:
    """Do it, all or nothing; what was changed."""
    decision = require_by_role(by, LOAD_AGENCIES, now=now)
    file = read_agency_file(data, kinds=agency_kinds())
    if not tuple(_found(by, file, name).lines()):
        return ()
    with deed(events.AGENCIES_ADDED, by=by, now=now, decision=decision) as act:
        lock_agencies()
        found = _found(by, file, name)
        changed = tuple(found.lines())
        act.notes(version=file.version, **write_additions(found))
    return changed


def _found(by: Actor, file: AgencyFile, name: str) -> Additions:
    found = additions_of(file, loader=by.id)
    if found.faults:
        raise CannotUseAgencyFile(name, found.faults)
    return found
