"""The county's word on a timescale: that it holds from a day on, or no longer does. Nothing is written over."""

import datetime as dt

from django.db.models import F, Q

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.models import ConfirmedRule
from kith.apps.cases.projections import RuleTold
from kith.apps.cases.queries.rules import shipped_rule
from kith.apps.cases.sight import require_to_keep_rules
from kith.apps.cases.timescales import UNITS, as_confirmation
from kith.engines.timescales import LONGEST_LIMIT, confirmed_rule
from kith.kernel.days import day_words
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned


class CannotConfirm(KithError):
    """What is missing or cannot be, in one sentence."""


def confirm_rule(*, by: Actor, rule: str, told: RuleTold, now: dt.datetime) -> None:
    """It judges every clock that is started on its day or later; those from before stay as they are."""
    decision = require_to_keep_rules(by, now=now)
    shipped = shipped_rule(rule)
    row = _sound(shipped.id, told)
    confirmed_rule(shipped, as_confirmation(row))
    row.recorded_by_id, row.recorded_at = by.id, now
    with deed(events.RULE_CONFIRMED, by=by, now=now, decision=decision) as act:
        _require_free(row)
        row.save(force_insert=True)
        act.notes(rule=rule, confirmed=row.ref, count=row.count, unit=row.unit, valid_from=str(row.valid_from))


def _sound(rule: str, told: RuleTold) -> ConfirmedRule:
    decided_by = cleaned(told.decided_by, limit=LIMITS["name"])
    written_in = cleaned(told.written_in, limit=LIMITS["line"])
    if not decided_by or not written_in:
        raise CannotConfirm("Say who decided it and where it is written, so that the next person can read it there.")
    if (told.count is None) != (not told.unit):
        raise CannotConfirm("How long it may take needs both a number and what is counted.")
    if told.count is not None and (not 0 <= told.count <= LONGEST_LIMIT or told.unit not in UNITS):
        raise CannotConfirm(f"How long it may take is a number from 0 to {LONGEST_LIMIT:,} of {', '.join(UNITS)}.")
    row = ConfirmedRule(rule=rule, count=told.count, unit=told.unit, valid_from=told.valid_from)
    row.decided_by, row.written_in = decided_by, written_in
    return row


def _require_free(row: ConfirmedRule) -> None:
    """One day has one answer; what never held stands in nobody's way."""
    held = ConfirmedRule.objects.filter(rule=row.rule).exclude(valid_to=F("valid_from"))
    later = Q(valid_from__gte=row.valid_from) | Q(valid_to__gt=row.valid_from)
    if held.filter(later).exists():
        raise CannotConfirm(
            "Something is confirmed from that day already. Take that back first, or choose a later day."
        )


def take_back_rule(
    *, by: Actor, rule: str, confirmed_ref: str, holds_until: dt.date, why: str, now: dt.datetime
) -> None:
    """From this day on it is unconfirmed again; on the day it began, it never held."""
    decision = require_to_keep_rules(by, now=now)
    reason = cleaned(why, limit=LIMITS["line"])
    if not reason:
        raise CannotConfirm("Say why it no longer holds.")
    with deed(events.RULE_TAKEN_BACK, by=by, now=now, decision=decision) as act:
        standing = ConfirmedRule.objects.filter(rule=rule, ref=confirmed_ref, valid_to=None)
        row = standing.select_for_update(of=("self",)).first()
        if row is None:
            raise NothingHere
        if holds_until < row.valid_from:
            raise CannotConfirm(f"It began on {day_words(row.valid_from)}. Choose that day, or a later one.")
        row.valid_to, row.taken_back_why = holds_until, reason
        row.taken_back_by_id, row.taken_back_at = by.id, now
        row.save(update_fields=["valid_to", "taken_back_why", "taken_back_by", "taken_back_at"])
        act.notes(rule=rule, confirmed=row.ref, valid_from=str(row.valid_from), valid_to=str(row.valid_to))
