"""Reads of the numbers: for every page without asking who looks, and for those who keep them."""

import datetime as dt
import logging

from django.db import DatabaseError
from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere, day_of, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import refuse
from kith.apps.helplines import models
from kith.apps.helplines.actions import KEEP
from kith.apps.helplines.national import days_until_due, listeners, national_numbers, national_strip
from kith.apps.helplines.projections import PLACES, HelpNumber, HelpStrip, KeptNumber
from kith.apps.helplines.rules import digits_of, is_due, keeping_decision
from kith.apps.records.base import asked_once, prepared
from kith.kernel.decisions import Decision

__all__ = ["days_until_due", "help_strip", "kept_numbers", "may_keep", "more_listeners"]

log = logging.getLogger(__name__)


def help_strip() -> HelpStrip:
    """The numbers that stand now. Whatever happens to the database, there are numbers to ring."""
    try:
        own = _standing()
    except DatabaseError:
        log.warning("The county’s own numbers could not be read; the national ones are shown.")
        return national_strip()
    kept = {place: _number(row) for place, row in own.items() if not row.is_taken_out}
    return HelpStrip(**{**national_numbers(), **kept})


def more_listeners(strip: HelpStrip) -> tuple[HelpNumber, ...]:
    """Others who listen, less those whose number the strip shows already."""
    shown = {digits_of(number.dial) for number in (strip.danger, strip.crisis, strip.tonight)}
    return tuple(number for number in listeners() if digits_of(number.dial) not in shown)


def may_keep(actor: Actor) -> bool:
    return _decision(actor).allowed


def require_keeper(actor: Actor, *, now: dt.datetime) -> Decision:
    """The decision, if the role keeps the numbers; otherwise the refusal is put on record."""
    decision = _decision(actor)
    if not decision.allowed:
        refuse(KEEP.name, by=actor, now=now, decision=decision)
        raise NothingHere(decision.because)
    return decision


def kept_numbers(actor: Actor, *, now: dt.datetime) -> tuple[KeptNumber, ...]:
    """Every place with the number that stands there, for whoever keeps them."""
    require_keeper(actor, now=now)
    own, today = _standing(), day_of(now)
    return tuple(_kept(place, own.get(place), today) for place in PLACES)


def _decision(actor: Actor) -> Decision:
    return keeping_decision(is_active=actor.is_active and not actor.is_nobody, may_keep=role_may(actor, KEEP))


def _standing() -> dict[str, models.HelpNumber]:
    """The highest version of each place; a place has a handful of versions a year."""
    return {row.place: row for row in _versions()}


@asked_once
@prepared
def _versions() -> QuerySet[models.HelpNumber]:
    return models.HelpNumber.objects.order_by("version")


def _kept(place: str, row: models.HelpNumber | None, today: dt.date) -> KeptNumber:
    is_own = row is not None and not row.is_taken_out
    number = _number(row) if row is not None and is_own else national_numbers()[place]
    version = row.version if row is not None else 0
    return KeptNumber(place=place, number=number, version=version, is_own=is_own, is_due=is_due(number, today))


def _number(row: models.HelpNumber) -> HelpNumber:
    return HelpNumber(
        label=row.label,
        shown=row.shown,
        dial=row.dial,
        hours=row.hours,
        checked_on=row.checked_on,
        source=row.source,
    )
