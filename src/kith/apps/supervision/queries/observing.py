"""How requests were handled and meetings were led: one list for those who watch over it, without a name."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from kith.apps.access.queries import NothingHere, day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.supervision.actions import OBSERVE
from kith.apps.supervision.models import Lead, Observation, Observed, Request
from kith.apps.supervision.projections import HandledCard, ObservationCard
from kith.apps.supervision.rules import consent_is_written, state_of, triage_day
from kith.apps.supervision.services.observing import may_be_observed
from kith.apps.supervision.vocabulary import PROCEED, YES, points, seen_answers, supervision_data

MOST_HANDLED = 100


def handled_page(actor: Actor, *, now: dt.datetime) -> tuple[HandledCard, ...]:
    """The newest requests that were not taken back, as the register has them."""
    require_by_role(actor, OBSERVE, now=now)
    rows = list(Request.objects.filter(taken_back_at=None).order_by("-asked_at", "-pk")[:MOST_HANDLED])
    led = agencies_leading(rows)
    observed = set(Observation.objects.values_list("request_id", flat=True))
    own = set(Observation.objects.filter(observed_by_id=actor.id).values_list("request_id", flat=True))
    return tuple(
        _handled(row, led[row.pk], row.pk in observed, row.pk not in own and may_be_observed(actor, row), now)
        for row in rows
    )


def _handled(row: Request, agencies: list[int], is_observed: bool, may_observe: bool, now: dt.datetime) -> HandledCard:
    asked_on = day_of(row.asked_at)
    days = triage_day(asked_on, day_of(row.decided_at or now))
    is_ahead = row.outcome == PROCEED
    return HandledCard(
        ref=row.ref,
        number=row.number,
        asked_on=asked_on,
        state=state_of(row),
        days=days if row.decided_at else None,
        is_late=days > int(supervision_data()["triage_days"]),
        consent_is_written=consent_is_written(row),
        independent=len(agencies) if is_ahead else None,
        two_agencies=len(set(agencies)) == 2 if is_ahead else None,
        is_observed=is_observed,
        may_observe=may_observe,
    )


def agencies_leading(rows: Iterable[Request]) -> dict[int, list[int]]:
    """By request the agencies of those who said that they lead it and do not know its network."""
    found: dict[int, list[int]] = defaultdict(list)
    said = Lead.objects.filter(request__in=list(rows), answer=YES, withdrew_at=None)
    for request_id, agency_id in said.values_list("request_id", "facilitator__user__organisation_id"):
        found[request_id].append(agency_id)
    return found


def to_observe(actor: Actor, ref: str, *, now: dt.datetime) -> tuple[int, dt.date]:
    """Number and day of a meeting that one may say something about."""
    require_by_role(actor, OBSERVE, now=now)
    row = Request.objects.filter(ref=ref, taken_back_at=None).first()
    if row is None or row.happened_on is None or not may_be_observed(actor, row):
        raise NothingHere
    return row.number, row.happened_on


def observation_cards(rows: Iterable[Request]) -> tuple[ObservationCard, ...]:
    """For those who lead these meetings."""
    found = list(Observation.objects.filter(request__in=list(rows)).select_related("request").order_by("-pk"))
    said: dict[int, dict[str, str]] = defaultdict(dict)
    for key, point, seen in Observed.objects.filter(observation__in=found).values_list(
        "observation_id", "point", "seen"
    ):
        said[key][point] = seen
    watchers = worker_cards({row.observed_by_id for row in found})
    return tuple(
        ObservationCard(
            number=row.request.number,
            on_day=row.request.happened_on or day_of(row.observed_at),
            by_whom=watchers[row.observed_by_id].at_agency,
            seen=tuple((points()[key], seen_answers()[seen]) for key, seen in said[row.pk].items() if key in points()),
            strengths=row.strengths,
            to_try=row.to_try,
        )
        for row in found
    )
