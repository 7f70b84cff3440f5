"""Where the children of the stories stand and stood, and one disagreement: by the deeds that their workers would do."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id
from kith.apps.cases.projections import DisagreementTold, StandingTold
from kith.apps.cases.services import begin_standing, end_standing, raise_disagreement
from kith.testing.shared_in_stories import Story

NOOR, SCHOOL_LEAD = "noor", "marcus-feld-ibrahim"


class Stood(NamedTuple):
    """A time somewhere: what it rests on, from how many days ago, until how many days ago; None where until now."""

    kind: str
    ground: str
    since: int
    until: int | None = None


STOOD: Mapping[str, Sequence[Stood]] = {
    NOOR: (
        Stood("early_help", "", 1345, 1100),
        Stood("early_help", "", 310),
        Stood("family_help", "section_17", 76),
        Stood("sen_support", "", 400),
    ),
    "jaylen": (Stood("early_help", "", 900), Stood("family_help", "section_17", 210), Stood("youth_justice", "", 120)),
    "amadi-and-sol": (
        Stood("family_help", "section_17", 560),
        Stood("child_protection", "emotional", 430, 190),
        Stood("family_help", "section_17", 190),
        Stood("child_arrangements", "", 200),
    ),
    "twins-apart": (
        Stood("child_protection", "neglect", 1080),
        Stood("looked_after", "interim_care_order", 1020),
        Stood("looked_after", "care_order", 790),
        Stood("ehcp", "", 500),
    ),
    "uncle-found": (Stood("looked_after", "section_20", 260), Stood("uasc", "", 260)),
}
TOO_SOON = DisagreementTold(
    with_agency="",
    about="That the visits to Noor go down to one a month",
    words="She was late five times in two weeks and fell asleep twice. We see more to do, not less.",
    wanted="Visits every two weeks until Christmas, one of them at school",
)


def stand_in_stories(stories: Iterable[Story], *, school_lead_id: int | None, now: dt.datetime) -> None:
    """Each by the worker who leads; the school sees one matter differently."""
    for story in (one for one in stories if one.key in STOOD):
        (lead,) = actors_by_id([story.lead_id], on=now.date())
        for stood in STOOD[story.key]:
            _record(stood, story.child_ref, by=lead, now=now)
        if story.key == NOOR and school_lead_id is not None:
            (school_lead,) = actors_by_id([school_lead_id], on=now.date())
            told = replace(TOO_SOON, with_agency=lead.agency_ref)
            raise_disagreement(by=school_lead, child_ref=story.child_ref, told=told, now=now - dt.timedelta(days=1))


def _record(stood: Stood, child_ref: str, *, by: Actor, now: dt.datetime) -> None:
    today = now.date()
    told = StandingTold(kind=stood.kind, ground=stood.ground, since=today - dt.timedelta(days=stood.since))
    ref = begin_standing(by=by, child_ref=child_ref, told=told, now=now)
    if stood.until is not None:
        until = today - dt.timedelta(days=stood.until)
        end_standing(by=by, child_ref=child_ref, standing_ref=ref, until=until, expected_version=1, now=now)
