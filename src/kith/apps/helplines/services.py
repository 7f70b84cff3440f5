"""Deeds on the numbers: set, checked, taken out, put back. Each adds a version; none is ever written over."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, replace

from django.db import IntegrityError

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import deed, load
from kith.apps.helplines import events, models
from kith.apps.helplines.national import national_numbers
from kith.apps.helplines.projections import HelpNumber
from kith.apps.helplines.queries import require_keeper
from kith.apps.helplines.rules import CannotSetNumber, require_place, require_sound
from kith.apps.records.base import StaleVersion, require_version
from kith.kernel.decisions import Decision

__all__ = ["CannotSetNumber", "check_number", "load_numbers", "put_back_number", "set_number", "take_out_number"]

PARTS = ("label", "shown", "dial", "hours", "checked_on", "source")
NOTHING_YET = 0
WITHOUT_NATIONAL = "out_of_hours_workers"


def set_number(*, by: Actor, place: str, number: HelpNumber, expected_version: int, now: dt.datetime) -> None:
    """The number that stands in a place from now on."""
    decision = require_keeper(by, now=now)
    require_sound(place, number, day_of(now))
    row = _row_of(place, number)
    _add(row, expected_version, events.SET, by=by, now=now, decision=decision)


def check_number(*, by: Actor, place: str, expected_version: int, now: dt.datetime) -> None:
    """Somebody checked it today, and it is right; a national number becomes the county's own by that."""
    decision = require_keeper(by, now=now)
    require_place(place)
    stands = _row(place, expected_version)
    is_own = stands is not None and not stands.is_taken_out
    if place == WITHOUT_NATIONAL and not is_own:
        raise CannotSetNumber("There is no out-of-hours team on file to check. Put its number here first.")
    number = _number(stands) if stands is not None and is_own else national_numbers()[place]
    row = _row_of(place, replace(number, checked_on=day_of(now)))
    _add(row, expected_version, events.CHECKED, by=by, now=now, decision=decision)


def take_out_number(*, by: Actor, place: str, expected_version: int, now: dt.datetime) -> None:
    """The county has no such number any more; the national one stands in its place."""
    decision = require_keeper(by, now=now)
    require_place(place)
    row = _row_of(place, national_numbers()[place], is_taken_out=True)
    _add(row, expected_version, events.TAKEN_OUT, by=by, now=now, decision=decision)


def put_back_number(*, by: Actor, place: str, version: int, expected_version: int, now: dt.datetime) -> None:
    """An earlier version stands again, as a new one; before the first version stood the national number."""
    decision = require_keeper(by, now=now)
    require_place(place)
    earlier = _row(place, version)
    if earlier is None and version != NOTHING_YET:
        raise CannotSetNumber("That earlier number is not on file.")
    is_taken_out = earlier is None or earlier.is_taken_out
    row = _row_of(place, _number(earlier) if earlier else national_numbers()[place], is_taken_out=is_taken_out)
    _add(row, expected_version, events.PUT_BACK, by=by, now=now, decision=decision)


def load_numbers(*, by: Doer, numbers: Mapping[str, HelpNumber], now: dt.datetime) -> None:
    """The first numbers of an installation."""
    for place, number in numbers.items():
        require_sound(place, number, day_of(now))
    with load(events.LOADED, by=by, now=now, payload={"places": sorted(numbers)}):
        for place, number in numbers.items():
            row = _row_of(place, number)
            row.version, row.set_at = 1, now
            row.save(force_insert=True)


def _add(
    row: models.HelpNumber, expected_version: int, event: str, *, by: Actor, now: dt.datetime, decision: Decision
) -> None:
    """Write the row as the next version, if the place is still as the person saw it."""
    try:
        with deed(event, by=by, now=now, decision=decision) as act:
            latest = models.HelpNumber.objects.filter(place=row.place).order_by("-version").first()
            latest = latest or models.HelpNumber(version=NOTHING_YET)
            require_version(latest, expected_version)
            row.version, row.set_at = expected_version + 1, now
            row.save(force_insert=True)
            act.notes(place=row.place, before=_noted(latest), after=_noted(row))
    except IntegrityError as clash:
        raise StaleVersion("Somebody else changed this number at the same moment. Look at it again.") from clash


def _row(place: str, version: int) -> models.HelpNumber | None:
    return models.HelpNumber.objects.filter(place=place, version=version).first()


def _row_of(place: str, number: HelpNumber, *, is_taken_out: bool = False) -> models.HelpNumber:
    return models.HelpNumber(place=place, is_taken_out=is_taken_out, **asdict(number))


def _number(row: models.HelpNumber) -> HelpNumber:
    return HelpNumber(**{part: getattr(row, part) for part in PARTS})


def _noted(row: models.HelpNumber) -> dict[str, object]:
    """A version as the audit record keeps it; nothing where the national number stood."""
    if row.version == NOTHING_YET or row.is_taken_out:
        return {}
    return {part: str(getattr(row, part)) for part in PARTS}
