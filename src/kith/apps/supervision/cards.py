"""Stored rows as cards: of requests, of facilitators, of days in a poll, of offers of support."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agency_kinds, worker_cards
from kith.apps.supervision.models import (
    AtNetworkMeeting,
    Away,
    DayAnswer,
    DayOffered,
    Facilitator,
    Lead,
    Request,
    Support,
)
from kith.apps.supervision.pairing import held_by, is_live, led_by
from kith.apps.supervision.projections import DayCard, FacilitatorCard, LeadCard, RequestCard, SupportCard
from kith.apps.supervision.rules import is_open, state_of, triage_day
from kith.apps.supervision.sight import invited_ids, leads_of
from kith.apps.supervision.vocabulary import (
    LEAD_ANSWERS,
    PROCEED,
    YES,
    localities,
    outcomes,
    supervision_data,
    words_of,
)


def request_card(row: Request, *, now: dt.datetime) -> RequestCard:
    asker = worker_cards([row.asked_by_id])[row.asked_by_id]
    asked_on, of_days = day_of(row.asked_at), int(supervision_data()["triage_days"])
    day, missing = triage_day(asked_on, day_of(row.decided_at or now)), _missing(row)
    return RequestCard(
        ref=row.ref,
        version=row.version,
        number=row.number,
        asked_on=asked_on,
        from_whom=f"{asker.job_title}, {asker.agency}" if asker.job_title else asker.agency,
        state=f"{state_of(row)}, {missing}" if missing else state_of(row),
        missing=missing,
        day=day,
        of_days=of_days,
        is_late=day > of_days,
        why_now=row.why_now,
        stuck=row.stuck,
        concerns=row.concerns,
        around=around_words(row),
        age=words_of("age_bands")[row.age_band],
        is_transition=row.is_transition,
        locality=localities()[row.locality],
        consent=words_of("consent")[row.consent],
        consent_words=row.consent_words,
        outside=row.outside,
        outcome=outcomes().get(row.outcome, ""),
        outcome_words=row.outcome_words,
        meets_on=row.meets_on,
        meets_at=row.meets_at,
        happened_on=row.happened_on,
        is_open=is_open(row),
    )


def _missing(row: Request) -> str:
    """How many are still to be found who lead: somebody may have withdrawn."""
    missing = 2 - len(leads_of(row)) if row.outcome == PROCEED and is_open(row) else 0
    return ("", "one who leads is missing", "two who lead are missing")[missing]


def around_words(row: Request) -> tuple[str, ...]:
    kinds = agency_kinds()
    return tuple(kinds[kind] for kind in row.around.split() if kind in kinds)


def lead_cards(row: Request) -> tuple[LeadCard, ...]:
    rows = list(Lead.objects.filter(request=row).select_related("facilitator").order_by("pk"))
    workers = worker_cards({lead.facilitator.user_id for lead in rows})
    return tuple(
        LeadCard(
            ref=lead.ref,
            name=workers[lead.facilitator.user_id].name,
            agency=workers[lead.facilitator.user_id].agency,
            says=_said(lead),
            is_live=is_live(lead),
            has_agreed=is_live(lead) and lead.answer == YES,
        )
        for lead in rows
    )


def _said(lead: Lead) -> str:
    """A tie and a no are told alike: which it is, is nobody's but theirs."""
    if lead.withdrew_at:
        return "withdrew"
    if not lead.answer:
        return "asked, no answer yet"
    return "leads" if lead.answer == YES else "cannot lead this one"


def day_cards(actor: Actor, row: Request) -> tuple[DayCard, ...]:
    days = list(DayOffered.objects.filter(request=row).order_by("on_day", "pk"))
    answers = list(DayAnswer.objects.filter(day__in=days, can=True).values_list("day_id", "user_id"))
    invited = set(invited_ids(row))
    return tuple(
        DayCard(
            ref=day.ref,
            on_day=day.on_day,
            can=sum(key == day.pk and user in invited for key, user in answers),
            of=len(invited),
            is_mine=(day.pk, actor.id) in answers,
        )
        for day in days
    )


def facilitator_cards(rows: Iterable[Facilitator], *, now: dt.datetime) -> tuple[FacilitatorCard, ...]:
    """By name."""
    found = list(rows)
    leads = list(Lead.objects.select_related("request"))
    led, holds, workers = led_by(leads), held_by(leads), worker_cards({row.user_id for row in found})
    away = Away.objects.filter(until_on__gt=day_of(now)).order_by("since_on", "pk")
    networks = Counter(AtNetworkMeeting.objects.values_list("facilitator_id", flat=True))
    cards = [
        FacilitatorCard(
            ref=row.ref,
            version=row.version,
            name=workers[row.user_id].name,
            agency=workers[row.user_id].agency,
            trained_on=row.trained_on,
            led=row.led_before + led[row.pk],
            holds=holds[row.pk],
            most_at_once=row.most_at_once,
            locality=localities()[row.locality],
            locality_code=row.locality,
            needs=row.needs,
            away=tuple(
                (one.since_on, one.until_on - dt.timedelta(days=1)) for one in away if one.facilitator_id == row.pk
            ),
            networks=networks[row.pk],
        )
        for row in found
    ]
    return tuple(sorted(cards, key=lambda card: (card.name, card.ref)))


def support_cards(rows: Iterable[Support]) -> tuple[SupportCard, ...]:
    found = list(rows)
    workers = worker_cards({row.user_id for row in found} | {row.offered_by_id for row in found})
    return tuple(
        SupportCard(
            ref=row.ref,
            kind=words_of("support")[row.kind],
            whom=workers[row.user_id].name,
            offered_by=workers[row.offered_by_id].at_agency,
            offered_on=day_of(row.offered_at),
            on_day=row.on_day,
            says=words_of("support_answers").get(row.answer, ""),
            waits=not row.answer,
        )
        for row in found
    )


def answer_choices() -> tuple[tuple[str, str], ...]:
    return tuple(LEAD_ANSWERS.items())
