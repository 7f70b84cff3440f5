"""From stored rows to the pairing engine and back: who is in the network, who is free, and what the plan says."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kith.apps.access.queries import day_of, tied_to
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_user_ids, actors_by_id, colleagues_in_teams
from kith.apps.supervision.models import Away, Facilitator, InNetwork, Lead, Request
from kith.apps.supervision.projections import PairCard
from kith.apps.supervision.vocabulary import NO, PROCEED, TIED, localities, place_of
from kith.engines import pairing

MANAGERS = ("manager", "probation_manager")
WEEKS_AHEAD = 4
A_TIE = "has a tie to this network, or said no to this request"
"""One answer for every tie, and for a no: which of them it is could tell whose case it is."""
BY_TIE = {why: A_TIE for why in pairing.Why if why.is_tie}


@dataclass(frozen=True)
class Pool:
    """All facilitators and open requests of one moment, as the engine wants them."""

    now: dt.datetime

    @cached_property
    def rows(self) -> list[Facilitator]:
        return list(Facilitator.objects.filter(left_on=None, user__is_active=True).order_by("pk"))

    @cached_property
    def workers(self) -> dict[int, Actor]:
        """Facilitators as workers, by key."""
        return {one.id: one for one in actors_by_id([row.user_id for row in self.rows], on=day_of(self.now))}

    @cached_property
    def leads(self) -> list[Lead]:
        return list(Lead.objects.select_related("request", "facilitator").order_by("pk"))

    @cached_property
    def requests(self) -> list[Request]:
        """Those that want one more facilitator or two."""
        waiting = Request.objects.filter(outcome__in=("", PROCEED), taken_back_at=None, happened_on=None)
        return [row for row in waiting.order_by("pk") if len(live_leads(self.leads, row.pk)) < 2]

    @cached_property
    def facilitators(self) -> list[pairing.Facilitator]:
        led, holds = led_by(self.leads), held_by(self.leads)
        waiting = {row.pk for row in self.requests}
        for lead in self.leads:  # whoever waits for a second is proposed anew, so that meeting is not counted twice
            if is_live(lead) and lead.request_id in waiting:
                holds[lead.facilitator_id] -= 1
        managers = self._managers([one.agency_id for one in self.workers.values()])
        away = self._away()
        return [
            self._facilitator(row, led[row.pk], holds[row.pk], managers, away.get(row.pk, frozenset()))
            for row in self.rows
            if row.user_id in self.workers
        ]

    def _facilitator(
        self, row: Facilitator, led: int, holds: int, managers: dict[int, set[str]], away: frozenset[dt.date]
    ) -> pairing.Facilitator:
        worker = self.workers[row.user_id]
        return pairing.Facilitator(
            ref=worker.ref,
            name=worker.name,
            agency=worker.agency_name,
            teams=frozenset(map(str, worker.team_ids)),
            managers=frozenset(managers.get(worker.agency_id, set()) - {worker.ref}),
            place=place_of(row.locality),
            away=away,
            led=row.led_before + led,
            load=holds,
            room=max(0, row.most_at_once - holds),
        )

    def asked(self, row: Request) -> pairing.Request:
        """Managers are reckoned by role: Kith knows no lines, so a manager counts for their whole agency."""
        tied = tied_to(row.subject_id) if row.subject_id else None
        named = {row.asked_by_id, *InNetwork.objects.filter(request=row).values_list("user_id", flat=True)}
        near = named | (tied.user_ids | colleagues_in_teams(tied.team_ids, on=day_of(self.now)) if tied else set())
        people = actors_by_id(near, on=day_of(self.now))
        managers = self._managers([one.agency_id for one in people])
        out = [lead.facilitator.user_id for lead in self.leads if lead.request_id == row.pk and not is_live(lead)]
        known = tied.known_to if tied else frozenset()
        agreed = live_leads(self.leads, row.pk)
        return pairing.Request(
            ref=row.ref,
            people=frozenset(one.ref for one in people),
            managers=frozenset(ref for refs in managers.values() for ref in refs),
            teams=frozenset(str(team) for one in people for team in one.team_ids)
            | frozenset(map(str, tied.team_ids if tied else ())),
            kept_out=frozenset(self.workers[key].ref for key in {*out, *known} if key in self.workers),
            place=place_of(row.locality),
            days=self._days(row),
            already=self._ref_of(agreed[0]) if agreed else "",
        )

    def asked_already(self, row: Request) -> frozenset[str]:
        """Refs of those who lead it, or have yet to say whether they can."""
        return frozenset(self._ref_of(lead) for lead in live_leads(self.leads, row.pk))

    @cached_property
    def together(self) -> dict[frozenset[str], int]:
        """How often two have led together."""
        by_request: dict[int, set[str]] = {}
        for lead in self.leads:
            if is_live(lead) and lead.request.happened_on:
                by_request.setdefault(lead.request_id, set()).add(self._ref_of(lead))
        return dict(Counter(frozenset(pair) for pair in by_request.values() if len(pair) == 2))

    def plan(self) -> pairing.Plan:
        return pairing.propose(self.all_asked, self.facilitators, together=self.together)

    @cached_property
    def all_asked(self) -> list[pairing.Request]:
        return [self.asked(row) for row in self.requests]

    def _ref_of(self, lead: Lead) -> str:
        worker = self.workers.get(lead.facilitator.user_id)
        return worker.ref if worker else ""

    def _managers(self, agency_ids: Collection[int]) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for one in actors_by_id(active_user_ids(roles=MANAGERS), on=day_of(self.now)):
            if one.agency_id in set(agency_ids):
                found.setdefault(one.agency_id, set()).add(one.ref)
        return found

    def _away(self) -> dict[int, frozenset[dt.date]]:
        found: dict[int, set[dt.date]] = {}
        ahead = self._ahead | {row.meets_on for row in self.requests if row.meets_on}
        for row in Away.objects.filter(until_on__gt=day_of(self.now)):
            found.setdefault(row.facilitator_id, set()).update(
                day for day in ahead if row.since_on <= day < row.until_on
            )
        return {key: frozenset(days) for key, days in found.items()}

    @cached_property
    def _ahead(self) -> frozenset[dt.date]:
        """The weekdays of the next weeks, in one of which a meeting should be."""
        today = day_of(self.now)
        days = (today + dt.timedelta(days=number) for number in range(1, WEEKS_AHEAD * 7 + 1))
        return frozenset(day for day in days if day.weekday() < 5)

    def _days(self, row: Request) -> frozenset[dt.date]:
        return frozenset({row.meets_on}) if row.meets_on else self._ahead


def is_live(lead: Lead) -> bool:
    """Whether somebody leads, or has yet to say whether they can."""
    return lead.withdrew_at is None and lead.answer not in (NO, TIED)


def live_leads(leads: Iterable[Lead], request_id: int) -> list[Lead]:
    return [lead for lead in leads if lead.request_id == request_id and is_live(lead)]


def led_by(leads: Iterable[Lead]) -> Counter[int]:
    return Counter(lead.facilitator_id for lead in leads if is_live(lead) and lead.request.happened_on)


def held_by(leads: Iterable[Lead]) -> Counter[int]:
    """Meetings still to come."""
    open_ones = (lead for lead in leads if is_live(lead) and lead.request.happened_on is None)
    return Counter(lead.facilitator_id for lead in open_ones if not lead.request.taken_back_at)


def pair_card(pool: Pool, choice: pairing.Choice, asked: Collection[str], shortfall: str = "") -> PairCard:
    """`asked` are refs of those who were asked already and have not said no."""
    known = {one.ref: one for one in pool.facilitators}
    place = {
        pool.workers[row.user_id].ref: localities()[row.locality] for row in pool.rows if row.user_id in pool.workers
    }
    return PairCard(
        refs=choice.facilitators,
        people=tuple(
            (known[ref].name, f"{known[ref].agency}, {place[ref]}", led_words(known[ref].led))
            for ref in choice.facilitators
        ),
        good=tuple(reason.words for reason in choice.reasons if reason.is_good),
        other=tuple(reason.words for reason in choice.reasons if not reason.is_good),
        to_ask=tuple(known[ref].name for ref in choice.facilitators if ref not in asked),
        shortfall=shortfall,
    )


def led_words(led: int) -> str:
    return f"has led {led}" if led else "first one"


def left_out(pool: Pool, out: Sequence[pairing.LeftOut]) -> tuple[tuple[str, str], ...]:
    """Names and reasons."""
    names = {one.ref: one.name for one in pool.facilitators}
    return tuple((names[one.facilitator], BY_TIE.get(one.why, one.why.value)) for one in out)
