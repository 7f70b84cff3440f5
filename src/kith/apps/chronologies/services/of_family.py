"""What somebody of the family tells: a row of theirs, which stands beside ours and is never made one with it."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.models import Telling
from kith.apps.chronologies.projections import RowSaid
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.services.telling import add_row
from kith.apps.chronologies.sight import EVENT, entries_of
from kith.kernel.partial_dates import PartialDate

NO_DAY = "Say when that was. A month or a year is enough."


def add_row_of_family(
    *, by: Actor, child_ref: str, teller: str, words: str, on: PartialDate | None, beside: str = "", now: dt.datetime
) -> str:
    """Written down by a worker in the teller's words; beside a row it has the day of that row. Its ref."""
    start = _day_of(by, child_ref, beside, now) if beside else on
    if start is None:
        raise CannotTell(NO_DAY)
    said = RowSaid(start=start, fact=words, teller=teller, beside=beside)
    return add_row(by=by, child_ref=child_ref, said=said, now=now)


def _day_of(by: Actor, child_ref: str, row_ref: str, now: dt.datetime) -> PartialDate:
    require(by, WRITE, child_ref, now=now, kind=EVENT)
    row = entries_of(by, child_ref, now=now).filter(ref=row_ref).first()
    if row is None:
        raise NothingHere
    return PartialDate.from_code(Telling.objects.get(entry=row, replaced_at=None).start)
