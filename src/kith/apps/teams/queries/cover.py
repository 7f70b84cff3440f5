"""Cover and gaps on the first page: who of one's children's workers is away, who asks, and what one's own days are."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import Q, QuerySet

from kith.apps.access.queries import day_of, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import teams_of_workers, worker_cards
from kith.apps.people.queries import sieve
from kith.apps.records.base import prepared
from kith.apps.teams.actions import KEEP, READ
from kith.apps.teams.gathering import absences_of, seats_round
from kith.apps.teams.models import Absence, AdviserAsk, TeamPlace
from kith.apps.teams.projections import Alert, CoverLine, CoverNote, Seat, SeatCard
from kith.apps.teams.queries.team import asks_of
from kith.apps.teams.sight import may_ask, may_keep_own_absences
from kith.apps.teams.standing import alerts_of, current_cards, today_at
from kith.apps.teams.wording import times

MOST_AWAY, MOST_ALERTS, MOST_NEWS = 5, 3, 5
NEWS_FOR = dt.timedelta(days=14)


def cover_note(actor: Actor, children: Mapping[str, str], *, now: dt.datetime) -> CoverNote:
    """`children` are the viewer's own, by ref, whom they may open; whoever keeps no absences works with nobody."""
    if not may_keep_own_absences(actor):
        return CoverNote()
    today = today_at(now)
    since = today.on - dt.timedelta(days=today.county.counted_days)
    refs = list(children) if role_may(actor, READ) else []
    seats = seats_round(actor, refs, since=since, now=now) if refs else {}
    absences = absences_of(actor, seats, on=today.on, now=now)
    found: dict[str, list[tuple[str, SeatCard]]] = defaultdict(list)
    alerts: list[tuple[str, str, Alert]] = []
    for ref in refs:
        aways = absences.aways(ref)
        for card in current_cards(seats[ref], aways, today.on):
            if card.to_go_to.is_away and not card.seat.is_you:
                found[card.seat.worker].append((ref, card))
        alerts += [(ref, children[ref], alert) for alert in alerts_of(seats[ref], aways, today)]
    away = sorted(_lines(found, children), key=lambda line: (not line.gap, line.name))
    asks = asks_of(actor, refs, now=now) if refs and role_may(actor, KEEP) else {}
    own, covering = _own(actor, now)
    return CoverNote(
        away=tuple(away[:MOST_AWAY]),
        more=max(0, len(away) - MOST_AWAY),
        alerts=tuple(sorted(alerts, key=lambda one: one[2].kind)[:MOST_ALERTS]),
        asks=tuple((ref, children[ref], card.who) for ref, cards in asks.items() for card in cards)[:MOST_NEWS],
        invited=tuple(_invited(actor, children, seats, now)),
        adviser_asks=_adviser_asks(actor, now),
        own=own,
        covering=covering,
        may_keep_own=True,
        may_ask=may_ask(actor),
    )


def _lines(found: Mapping[str, Sequence[tuple[str, SeatCard]]], children: Mapping[str, str]) -> list[CoverLine]:
    """One for each worker and cover: for one child it may be somebody else."""
    lines = []
    for some in found.values():
        by_cover: dict[tuple[str, str], list[tuple[str, SeatCard]]] = defaultdict(list)
        for ref, card in some:
            by_cover[card.go_to, card.gap].append((ref, card))
        for (go_to, gap), cards in by_cover.items():
            first = cards[0][1]
            lines.append(
                CoverLine(
                    name=first.seat.name,
                    initials=first.initials,
                    role=first.seat.role,
                    says=first.away_says,
                    go_to=go_to,
                    gap=gap,
                    children=tuple(dict.fromkeys((ref, children[ref]) for ref, _ in cards)),
                )
            )
    return lines


def _invited(
    actor: Actor, children: Mapping[str, str], seats: Mapping[str, Sequence[Seat]], now: dt.datetime
) -> list[tuple[str, str, str]]:
    """Teams onto which somebody else has asked the viewer lately."""
    recent = _asked_in(user_id=actor.id, since=now - NEWS_FOR)
    own = {seat.ref: seat for some in seats.values() for seat in some}
    who = worker_cards({row.joined_by_id for row in recent if row.joined_by_id}) if recent else {}
    return [
        (row.subject.ref, children[row.subject.ref], f"{who[row.joined_by_id or 0].name} asked you onto the team")
        for row in recent
        if row.ref in own and row.subject.ref in children
    ]


@prepared
def _asked_in(*, user_id: int, since: dt.datetime) -> QuerySet[TeamPlace]:
    rows = TeamPlace.objects.filter(user_id=user_id, recorded_at__gt=since)
    rows = rows.exclude(joined_by=None).exclude(joined_by_id=user_id)
    return rows.select_related("subject").order_by("-recorded_at", "-pk")[:MOST_NEWS]


def _adviser_asks(actor: Actor, now: dt.datetime) -> tuple[tuple[str, str, str], ...]:
    """For an adviser: who asks, how to reach them, and their words. Never about whom."""
    rows = _advice_waiting(adviser_id=actor.id)
    if not rows:
        return ()
    askers = {row.asked_by_id for row in rows}
    cards, teams = worker_cards(askers), teams_of_workers(askers, on=day_of(now))
    says = sieve(actor, [row.subject.ref for row in rows], now=now)
    found = []
    for row in rows:
        phone = teams[row.asked_by_id].phone if row.asked_by_id in teams else ""
        who = ", ".join(part for part in (cards[row.asked_by_id].at_agency, phone) if part)
        found.append((row.ref, who, says(row.words, by=row.asked_by_id)))
    return tuple(found)


@prepared
def _advice_waiting(*, adviser_id: int) -> QuerySet[AdviserAsk]:
    waiting = AdviserAsk.objects.filter(adviser_id=adviser_id, answered_at=None)
    return waiting.select_related("subject").order_by("asked_at", "pk")[:MOST_NEWS]


def _own(actor: Actor, now: dt.datetime) -> tuple[str, tuple[str, ...]]:
    """The viewer's own next absence, and for whom they are named as cover."""
    rows = _absences_with(user_id=actor.id, day=day_of(now))
    own = next((row for row in rows if row.user_id == actor.id), None)
    others = [row for row in rows if row.user_id and row.user_id != actor.id][:MOST_NEWS]
    names = worker_cards({row.user_id for row in others if row.user_id}) if others else {}
    return _own_words(own), tuple(
        f"You cover for {names[row.user_id or 0].name}: {times(row.since_on, row.until_on)}." for row in others
    )


@prepared
def _absences_with(*, user_id: int, day: dt.date) -> QuerySet[Absence]:
    """Live absences of a user, and those for which they are named as cover."""
    mine = Q(user_id=user_id) | Q(cover_user_id=user_id)
    live = Absence.objects.filter(mine, Q(until_on=None) | Q(until_on__gt=day), withdrawn_at=None)
    return live.select_related("place").order_by("since_on", "pk")


def _own_words(row: Absence | None) -> str:
    if row is None:
        return ""
    cover = "" if row.cover_user_id or row.cover_name else " No cover named."
    return f"You are away: {times(row.since_on, row.until_on)}.{cover}"
