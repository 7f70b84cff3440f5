"""Loading the staff list, whole: whoever is not on the new one is forgotten."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access import events
from kith.apps.access.actions import LOAD_STAFF
from kith.apps.access.models import StaffEntry
from kith.apps.access.projections import StaffLine
from kith.apps.access.requiring import require_by_role
from kith.apps.access.staff import sealed_entry
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import workers_by_email
from kith.apps.audit.services import deed
from kith.kernel.errors import KithError


class CannotLoadStaff(KithError):
    """The list cannot be loaded; the message says which line."""


def load_staff(*, by: Actor, lines: Sequence[StaffLine], now: dt.datetime) -> int:
    """How many workers are on it now. The record keeps how many, and nothing of what was told."""
    decision = require_by_role(by, LOAD_STAFF, now=now)
    known = workers_by_email(line.email for line in lines)
    for number, line in enumerate(lines, 1):
        if line.email.casefold() not in known:
            raise CannotLoadStaff(f"Worker {number} of the list: nobody works here under that email address.")
    if len({line.email.casefold() for line in lines}) < len(lines):
        raise CannotLoadStaff("Somebody is on the list twice. Leave one of the two lines out.")
    with deed(events.STAFF_LOADED, by=by, now=now, decision=decision) as act:
        StaffEntry.objects.all().delete()
        rows = []
        for line in lines:
            key, ref = known[line.email.casefold()]
            rows.append(StaffEntry(user_id=key, sealed=sealed_entry(line, ref), loaded_at=now))
        StaffEntry.objects.bulk_create(rows)
        act.notes(workers=len(rows))
    return len(rows)
