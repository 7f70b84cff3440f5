"""Teams of the invented county: who is away, who covers and who does not, and whom a family trusts."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id
from kith.apps.audit.services import reading
from kith.apps.teams.projections import AbsenceTold, PlaceTold
from kith.apps.teams.queries import team_page
from kith.apps.teams.services import change_place, enter_absence, join

STORY = "noor"
CHILD, MUM = f"{STORY}.noor", f"{STORY}.safiya"
LEAD, COVER, YOUTH_WORKER, VISITOR = "priyanka-oduya", "sam-whitlock-rai", "rowan-achterberg", "gwen-tallis"
DAY = dt.timedelta(days=1)
COACH = PlaceTold(
    name="Bethan Lowther",
    role="swimming coach",
    agency="Saltmere Swimming Club",
    reach="01632 960477, after 5pm",
    basis="consent",
    is_trusted=True,
    trust_said_by="Noor",
    asked_by="Rowan Achterberg, because Noor asked",
)
NURSE = PlaceTold(
    name="Rhian Okonjo",
    role="community mental health nurse",
    agency="Northmoor Hospital",
    reach="01632 960481",
    basis="public_task",
    asked_by="Safiya",
)


@dataclass(frozen=True, slots=True)
class TeamStory:
    """The child's family, by refs."""

    refs: Mapping[str, str]


def keep_teams_in_town(story: TeamStory, workers: Mapping[str, int], *, now: dt.datetime) -> None:
    """By the deeds that these workers would do."""
    people = {key: actors_by_id([workers[key]], on=now.date())[0] for key in (LEAD, COVER, YOUTH_WORKER, VISITOR)}
    child_ref = story.refs[CHILD]
    lead = people[LEAD]
    for told in (COACH, replace(NURSE, adult_ref=story.refs[MUM])):
        join(by=lead, child_ref=child_ref, told=told, now=now)
    _trust(people[YOUTH_WORKER], child_ref, now)
    monday = now.date() + (7 - now.date().weekday()) * DAY
    for who, since, until, cover in (
        (LEAD, monday - 14 * DAY, monday, people[COVER].ref),
        (VISITOR, monday - 7 * DAY, monday, ""),
        (YOUTH_WORKER, monday + 21 * DAY, monday + 35 * DAY, ""),
    ):
        told_of = AbsenceTold(since=since, until=until, cover_ref=cover)
        enter_absence(by=people[who], told=told_of, now=now)


def _trust(worker: Actor, child_ref: str, now: dt.datetime) -> None:
    """Noor says that she trusts her youth worker."""
    with reading("testing.teams", by=worker, now=now):
        seats = [card.seat for card in team_page(worker, child_ref, now=now).now]
    own = next(seat for seat in seats if seat.is_you)
    told = PlaceTold(basis="consent", is_trusted=True, trust_said_by="Noor")
    change_place(by=worker, child_ref=child_ref, seat_ref=own.ref, told=told, expected_version=0, now=now)
