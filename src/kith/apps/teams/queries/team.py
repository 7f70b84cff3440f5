"""A child's team: the card on the child's own page, and the page of everybody now, to come and gone."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db.models import QuerySet

from kith.apps.access.queries import OpenToAll, day_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.people.queries import names_of, sieve
from kith.apps.records.base import prepared
from kith.apps.teams.actions import ASK_ADVISER, KEEP, READ
from kith.apps.teams.family_words import said_at_night, said_to_family
from kith.apps.teams.gathering import absences_of, adults_named, seats_round
from kith.apps.teams.models import JoinAsk
from kith.apps.teams.projections import AskCard, SeatCard, TeamCard, TeamPage, ToGoTo
from kith.apps.teams.rules import is_current
from kith.apps.teams.sight import may, require_team
from kith.apps.teams.standing import alerts_of, current_cards, night_line, today_at
from kith.apps.teams.wording import seat_card

MOST_ON_CARD = 5
MOST_ASKS = 20


def team_card(actor: Actor, child_ref: str, names: Mapping[str, str], *, now: dt.datetime) -> TeamCard | None:
    """For the page of a child whom the viewer reads already; None where their team is not theirs to see.

    `names` are those of the people on that page, by ref: whoever is not on it is not named, nor who works with them.
    """
    if not may(actor, READ, child_ref, now=now):
        return None
    today = today_at(now)
    since = today.on - dt.timedelta(days=today.county.counted_days)
    seats = seats_round(actor, [child_ref], since=since, names=names, now=now)
    aways = absences_of(actor, seats, on=today.on, now=now).aways(child_ref)
    cards = current_cards(seats[child_ref], aways, today.on)
    first = sorted(cards, key=lambda card: not (card.seat.is_lead or card.to_go_to.is_away))
    may_keep = may(actor, KEEP, child_ref, now=now)
    return TeamCard(
        seats=tuple(first[:MOST_ON_CARD]),
        count=len(cards),
        alerts=alerts_of(seats[child_ref], aways, today),
        night=night_line(today),
        asks=bool(may_keep and asks_of(actor, [child_ref], now=now)),
        may_keep=may_keep,
    )


def team_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> TeamPage:
    decision = require_team(actor, READ, child_ref, now=now)
    note_opened(child_ref, decision=decision)
    today = today_at(now)
    since = today.on - dt.timedelta(days=today.county.counted_days)
    names = adults_named(actor, child_ref, now=now)
    seats = seats_round(actor, [child_ref], since=since, names=names, now=now)
    aways = absences_of(actor, seats, on=today.on, now=now).aways(child_ref)
    there, may_keep = current_cards(seats[child_ref], aways, today.on), may(actor, KEEP, child_ref, now=now)
    others = [seat for seat in seats[child_ref] if not is_current(seat, today.on)]
    cards = [seat_card(seat, ToGoTo(), today.on) for seat in others]
    night = night_line(today)
    return TeamPage(
        ref=child_ref,
        on=today.on,
        now=there,
        to_come=tuple(card for card in cards if card.seat.since > today.on),
        gone=tuple(card for card in reversed(cards) if card.seat.since <= today.on),
        alerts=alerts_of(seats[child_ref], aways, today),
        night=night,
        for_family=(said_at_night(night),) if night else _for_family(actor, there, now),
        asks=asks_of(actor, [child_ref], now=now).get(child_ref, ()) if may_keep else (),
        may_keep=may_keep,
        may_ask_adviser=may(actor, ASK_ADVISER, child_ref, now=now),
    )


def _for_family(actor: Actor, cards: tuple[SeatCard, ...], now: dt.datetime) -> tuple[str, ...]:
    """Of those who work with the child themselves: a parent's own worker is that parent's to speak of.

    What is read to a family may be heard by all of it, so nobody is in it whom any seal covers.
    """
    persons = [card for card in cards if not card.seat.adult_ref and not card.seat.is_group]
    sealed = OpenToAll(actor, READ, now=now).closed_records(card.seat.ref for card in persons)
    return tuple(
        said_to_family(card.seat.name, card.seat.reach, card.to_go_to, on=day_of(now))
        for card in persons
        if card.seat.ref not in sealed
    )


@prepared
def _open_asks(*, child_refs: Collection[str]) -> QuerySet[JoinAsk]:
    open_asks = JoinAsk.objects.filter(subject__ref__in=child_refs, answered_at=None)
    return open_asks.select_related("subject", "adult").order_by("asked_at", "pk")[:MOST_ASKS]


def asks_of(
    actor: Actor, child_refs: list[str], *, now: dt.datetime, shows: bool = True
) -> dict[str, tuple[AskCard, ...]]:
    """By child, who asks to be let in because of an adult whom the viewer may read; for whoever keeps the team."""
    rows = _open_asks(child_refs=child_refs)
    if not rows:
        return {}
    adults = names_of(actor, {row.adult.ref for row in rows}, now=now, shows=shows)
    workers = worker_cards({row.asked_by_id for row in rows})
    says = sieve(actor, child_refs, now=now)
    found: dict[str, list[AskCard]] = {}
    for row in rows:
        if row.adult.ref in adults and row.asked_by_id in workers:
            worker = workers[row.asked_by_id]
            card = AskCard(
                ref=row.ref,
                who=", ".join(part for part in (worker.name, worker.job_title, worker.agency) if part),
                worker_ref=worker.ref,
                adult=adults[row.adult.ref],
                adult_ref=row.adult.ref,
                words=says(row.words, by=row.asked_by_id),
                asked_at=row.asked_at,
            )
            found.setdefault(row.subject.ref, []).append(card)
    return {ref: tuple(cards) for ref, cards in found.items()}
