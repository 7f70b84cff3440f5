"""Who of Noor's family was told and invited, in the invented county: grandmothers were, a father is being asked."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id
from kith.apps.cases.projections import GuestTold, MeetingTold
from kith.apps.cases.services import keep_meeting
from kith.apps.occasions.projections import ChildSaid, NotComingSaid, OccasionSaid, RowSaid
from kith.apps.occasions.services import ask_child, keep_not_coming, keep_occasion, keep_parent, keep_row
from kith.testing.relatives_in_town import tell_the_rest

STORY = "noor"
CHILD, TOLD, MUM, FATHER = (f"{STORY}.{name}" for name in ("noor", "comfort", "safiya", "kwabena"))
DAY = dt.timedelta(days=1)
THURSDAY = 3
WHO = "Priyanka Oduya"


@dataclass(frozen=True, slots=True)
class InTheLoop:
    """A family by refs, and the worker who leads."""

    refs: Mapping[str, str]
    lead_id: int


def keep_the_loop(family: InTheLoop, *, now: dt.datetime) -> None:
    """By the deeds that the lead would do."""
    (lead,) = actors_by_id([family.lead_id], on=now.date())
    today, child = now.date(), family.refs[CHILD]
    hospital = OccasionSaid(
        kind="event", on=today - 12 * DAY, words="A night in hospital with her asthma", plain="A night in hospital"
    )
    clinic = OccasionSaid(
        kind="appointment",
        on=today + 8 * DAY,
        at="10:15",
        words="Asthma clinic, after the night in hospital",
        plain="The asthma clinic",
        place="Saltmere health centre",
    )
    happened, planned = (keep_occasion(by=lead, child_ref=child, said=said, now=now) for said in (hospital, clinic))
    said = ChildSaid(answer="agreed", asked_on=today - 11 * DAY, asked_by=WHO, words="Tell Nana. She prays for me.")
    ask_child(by=lead, child_ref=child, occasion_ref=happened, said=said, now=now)
    told = RowSaid(
        told_on=today - 11 * DAY,
        told_by=WHO,
        told_words="Noor had a bad night with her chest. She was in hospital and is home again. She is well now.",
    )
    helps = RowSaid(
        asked_words="Can you take Noor to the clinic?",
        invited_on=today - 2 * DAY,
        invited_by=WHO,
        helps_words="You take Noor there. You have the spare inhaler.",
    )
    for occasion, row in ((happened, told), (planned, helps)):
        keep_row(
            by=lead,
            child_ref=child,
            occasion_ref=occasion,
            person_ref=family.refs[TOLD],
            said=row,
            expected_version=0,
            now=now,
        )
    tell_the_rest(family.refs, lead, planned, now=now)
    _ask_the_father(family, now=now)
    _say_she_does_not_come(family.refs, lead, now=now)
    _plan_the_meetings(family.refs, lead, now=now)


def _say_she_does_not_come(refs: Mapping[str, str], lead: Actor, *, now: dt.datetime) -> None:
    away = NotComingSaid(
        kind="struggling",
        response="other_time",
        seen="Safiya missed two visits. Both were in her shift.",
        view="I cannot lose this job as well.",
        doing="We meet at 7 in the evening at her mother’s.",
        together="School and health visitor",
        look_again_on=now.date() + 14 * DAY,
    )
    keep_not_coming(by=lead, child_ref=refs[CHILD], person_ref=refs[MUM], said=away, now=now)


def _plan_the_meetings(refs: Mapping[str, str], lead: Actor, *, now: dt.datetime) -> None:
    """One this afternoon, so that the day begins with it, and the next on a Thursday after her mother’s shift."""
    asked = (MUM, f"{STORY}.emine", TOLD)
    guests = tuple(GuestTold(kind="family", key=refs[who], presence="invited") for who in asked)
    today = now.date()
    after = today + 21 * DAY + (THURSDAY - today.weekday()) % 7 * DAY
    for on, at, place in ((today, "15:30", "Saltmere Academy"), (after, "17:30", "Saltmere Hall")):
        told = MeetingTold(kind="in_need", on=on, at=at, place=place, guests=guests)
        keep_meeting(by=lead, child_ref=refs[CHILD], told=told, expected_version=0, now=now)


def _ask_the_father(family: InTheLoop, *, now: dt.datetime) -> None:
    """“Not involved”, somebody said; it was checked, and it is being asked whether contact is safe."""
    (lead,) = actors_by_id([family.lead_id], on=now.date())
    today = now.date()
    parts: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("found", {"identified": "certificate", "responsibility": "holds", "place": "far"}),
        (
            "not_involved",
            {
                "not_involved_by": "an earlier assessment",
                "not_involved_on": today - 60 * DAY,
                "checked": "School has his number. Noor speaks of him every week.",
                "next_on": today + 7 * DAY,
            },
        ),
    )
    for version, (part, said) in enumerate(parts):
        keep_parent(
            by=lead,
            child_ref=family.refs[CHILD],
            person_ref=family.refs[FATHER],
            part=part,
            said=said,
            expected_version=version,
            now=now,
        )
