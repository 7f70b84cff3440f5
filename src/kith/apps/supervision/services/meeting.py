"""The meeting: its day by poll, that it happened with who came, its themes, and the stop card. Nothing else is kept."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.queries import NothingHere, day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import ids_of_workers
from kith.apps.audit.services import deed
from kith.apps.supervision import events
from kith.apps.supervision.actions import TRIAGE
from kith.apps.supervision.models import Came, DayAnswer, DayOffered, Request, ThemeNoted
from kith.apps.supervision.rules import CannotSupervise, is_open
from kith.apps.supervision.sight import held, invited_ids, leads_of, require_invited, require_lead
from kith.apps.supervision.vocabulary import PROCEED, YES, words_of
from kith.kernel.decisions import Decision
from kith.kernel.text import LIMITS, cleaned

MOST_DAYS = 8


def offer_days(*, by: Actor, request_ref: str, days: Collection[dt.date], now: dt.datetime) -> None:
    """By whoever triages, or by one who leads."""
    decision = _require_keeper(by, request_ref, now)
    if not days or min(days) < day_of(now) or len(set(days)) > MOST_DAYS:
        raise CannotSupervise(f"Offer one to {MOST_DAYS} days that lie ahead.")
    with deed(events.DAYS_OFFERED, by=by, now=now, decision=decision) as act:
        row = _held_open(request_ref)
        known = set(DayOffered.objects.filter(request=row).values_list("on_day", flat=True))
        for day in sorted(set(days) - known):
            DayOffered(request=row, on_day=day).save(force_insert=True)
        act.notes(request=row.ref)


def answer_days(*, by: Actor, request_ref: str, day_refs: Collection[str], now: dt.datetime) -> None:
    """Those on which one can come; that one cannot on the others is kept as well."""
    row, decision = require_invited(by, request_ref, now=now)
    with deed(events.DAYS_ANSWERED, by=by, now=now, decision=decision) as act:
        offered = list(DayOffered.objects.filter(request=row))
        if not set(day_refs) <= {day.ref for day in offered}:
            raise CannotSupervise("Choose from the days that are offered.")
        DayAnswer.objects.filter(day__in=offered, user_id=by.id).delete()
        for day in offered:
            DayAnswer(day=day, user_id=by.id, can=day.ref in day_refs).save(force_insert=True)
        act.notes(request=row.ref)


def settle_day(
    *, by: Actor, request_ref: str, on_day: dt.date, where: str, expected_version: int, now: dt.datetime
) -> None:
    """The day, with the time and a room or a link."""
    decision = _require_keeper(by, request_ref, now)
    kept = cleaned(where, limit=LIMITS["name"])
    if not kept:
        raise CannotSupervise("Say the time, and the room or the link.")
    if on_day < day_of(now):
        raise CannotSupervise("This day is over. Choose one that lies ahead.")
    with deed(events.DAY_SETTLED, by=by, now=now, decision=decision) as act:
        row = _held_open(request_ref, expected_version)
        row.meets_on, row.meets_at, row.version = on_day, kept, row.version + 1
        row.save()
        act.notes(request=row.ref)


def note_happened(
    *, by: Actor, request_ref: str, on_day: dt.date, came: Collection[str], themes: Collection[str], now: dt.datetime
) -> None:
    """That it happened, who came, and themes from the list; there is no place for words about anybody."""
    row, decision = require_lead(by, request_ref, now=now)
    people = set(ids_of_workers(came).values())
    if on_day > day_of(now):
        raise CannotSupervise("This day lies ahead. Come back once you have met.")
    if not people or not people <= set(invited_ids(row)):
        raise CannotSupervise("Choose who came, from those who were invited.")
    if not set(themes) <= words_of("themes").keys():
        raise CannotSupervise("Choose themes from the list.")
    if not any(lead.answer == YES and lead.facilitator.user_id in people for lead in leads_of(row)):
        raise CannotSupervise("At least one who leads has to have come.")
    with deed(events.HAPPENED, by=by, now=now, decision=decision) as act:
        row = _held_open(request_ref)
        row.happened_on, row.version = on_day, row.version + 1
        row.save()
        for user_id in sorted(people):
            Came(request=row, user_id=user_id).save(force_insert=True)
        for theme in sorted(set(themes)):
            ThemeNoted(request=row, theme=theme).save(force_insert=True)
        act.notes(request=row.ref)
        if row.subject is not None:
            act.touches(row.subject.ref)


def use_stop_card(*, by: Actor, request_ref: str, now: dt.datetime) -> None:
    """Somebody heard of a new danger: it goes out of the meeting, and only that the card was used is kept."""
    _, decision = require_invited(by, request_ref, now=now)
    with deed(events.STOP_CARD, by=by, now=now, decision=decision) as act:
        row = held(request_ref)
        row.stop_cards += 1
        row.save()
        act.notes(request=row.ref)


def _require_keeper(by: Actor, request_ref: str, now: dt.datetime) -> Decision:
    row = Request.objects.filter(ref=request_ref).first()
    leads = leads_of(row) if row else []
    if any(lead.facilitator.user_id == by.id and lead.answer == YES for lead in leads):
        return require_lead(by, request_ref, now=now)[1]
    return require_by_role(by, TRIAGE, now=now)


def _held_open(ref: str, version: int | None = None) -> Request:
    row = held(ref, version)
    if row.outcome != PROCEED or not is_open(row):
        raise NothingHere
    return row
