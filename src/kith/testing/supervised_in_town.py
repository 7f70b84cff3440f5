"""Group supervision in the invented county: a pool of facilitators, and requests at every stage."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id
from kith.apps.agencies.services import Loaded
from kith.apps.supervision.projections import Asked, FacilitatorTold
from kith.apps.supervision.services import ask_for_supervision, join_pool, triage
from kith.testing.meetings_in_town import Cast, hold_meetings_in_town, stand_by_those_who_lead
from kith.testing.town import TownPlan

MOST = 8
SOCIAL_WORKER = "priyanka-oduya"
HELD = (0, 6, 2, 0, 4, 1, 9, 0)
PLACES = ("fenside", "saltmere", "sallowby", "marling", "harrowfleet", "wendlemarsh", "fenside", "all")
STUCK = Asked(
    why_now="Three agencies pull three ways. The plan has not moved since September.",
    stuck="“Nobody says out loud that we are worried.”",
    concerns="Some of us report to others in the room.",
    around=("school", "police"),
    network=(),
    age_band="from_14",
    is_transition=True,
    locality="fenside",
    consent="told_agreed",
    consent_words="On 19 November.",
)
YOUNG = Asked(
    why_now="A new worker came, and nobody knows who rings whom.",
    stuck="We go round in circles about bedtimes.",
    concerns="",
    around=("community_health",),
    network=(),
    age_band="under_5",
    is_transition=False,
    locality="saltmere",
    consent="not_needed",
)
ASKED = ((STUCK, 9, "statutory", "The core group on Thursday can decide this."), (YOUNG, 4, "", ""), (STUCK, 2, "", ""))


def supervise_groups_in_town(town: TownPlan, loaded: Loaded, *, now: dt.datetime) -> None:
    """By the deeds that the business unit and three workers would do."""
    officer = _worker(town, loaded, "business_unit", now)[0]
    told = FacilitatorTold(trained_on=now.date() - dt.timedelta(days=400), led_before=0, most_at_once=3, locality="all")
    everybody = _one_of_each_agency(_worker(town, loaded, "practitioner", now))
    workers = everybody[:MOST]
    for one, led, place in zip(workers, HELD, PLACES, strict=False):
        at = FacilitatorTold(trained_on=told.trained_on, led_before=led, most_at_once=told.most_at_once, locality=place)
        join_pool(by=officer, worker_ref=one.ref, told=at, now=now)
    cast = _cast(town, loaded, everybody, now)
    hold_meetings_in_town(cast, now=now)
    stand_by_those_who_lead(cast, now=now)
    for by, (said, days, outcome, words) in zip(reversed(workers), ASKED, strict=False):
        ref = ask_for_supervision(by=by, said=said, now=now - dt.timedelta(days=days))
        if outcome:
            triage(by=officer, request_ref=ref, outcome=outcome, words=words, expected_version=1, now=now)


def _cast(town: TownPlan, loaded: Loaded, everybody: list[Actor], now: dt.datetime) -> Cast:
    schools = {loaded.organisations[one.key] for one in town.agencies if one.kind == "school"}
    roles = ("business_unit", "quality_assurer", "probation", "probation_manager")
    officer, watcher, probation, manager = (_worker(town, loaded, role, now)[0] for role in roles)
    return Cast(
        officer=officer,
        watcher=watcher,
        probation=probation,
        probation_manager=manager,
        social_worker=actors_by_id([loaded.workers[SOCIAL_WORKER]], on=now.date())[0],
        leading=everybody[:MOST],
        schools=[one for one in everybody if one.agency_id in schools],
    )


def _worker(town: TownPlan, loaded: Loaded, role: str, now: dt.datetime) -> list[Actor]:
    keys = [loaded.workers[worker.key] for worker in town.workers if worker.role == role]
    return actors_by_id(keys, on=now.date())


def _one_of_each_agency(workers: list[Actor]) -> list[Actor]:
    by_agency: dict[int, Actor] = {}
    for one in workers:
        by_agency.setdefault(one.agency_id, one)
    return list(by_agency.values())
