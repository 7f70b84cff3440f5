"""Small random partnerships for Hypothesis: drawn as the reference model's plain data, then put into the database."""

import datetime as dt
from dataclasses import dataclass

from hypothesis import strategies as st

from kith.apps.access.models import Circle
from kith.apps.access.queries import day_of
from kith.apps.access.services import InvolvementRecord, join_circles, load_involvements
from kith.apps.agencies.models import TeamMembership, User
from kith.apps.agencies.projections import NOBODY, Actor
from kith.apps.agencies.queries import actor_for
from kith.apps.audit.services import load
from kith.testing.factories import NOW, OPERATOR, Partnership, agency, child, family, partnership, worker
from tests.trust.access.reference_model import Involvement, Subject, Worker

ROLES = (
    "practitioner",
    "manager",
    "front_door",
    "network_adviser",
    "analyst",
    "data_protection_lead",
    "administrator",
    "gardener",  # no such role
)
DAY = dt.date(2026, 7, 15)
# Both sides of London midnight in summer, when London is an hour ahead: 14, 15, 15 and 16 July.
MOMENTS = tuple(
    dt.datetime(2026, 7, day, hour, minute, tzinfo=dt.UTC)
    for day, hour, minute in ((14, 22, 59), (14, 23, 0), (15, 22, 59), (15, 23, 0))
)
AGENCIES, TEAMS, WORKERS, SUBJECTS = 2, 2, 3, 4


@dataclass(frozen=True)
class World:
    """Team `n` belongs to agency `n`."""

    workers: tuple[Worker, ...]
    subjects: tuple[Subject, ...]
    involved: tuple[Involvement, ...]
    moment: dt.datetime

    @property
    def london_day(self) -> dt.date:
        return (self.moment + dt.timedelta(hours=1)).date()


days = st.integers(-1, 2).map(lambda n: DAY + dt.timedelta(n))
workers = st.builds(
    Worker,
    role=st.one_of(st.sampled_from(ROLES[:4]), st.sampled_from(ROLES)),
    agency=st.integers(0, AGENCIES - 1),
    clearance=st.integers(0, 3),
    is_active=st.sampled_from((True, True, True, False)),
    team=st.none() | st.integers(0, TEAMS - 1),
    in_team_until=st.none() | days,
)
subjects = st.builds(
    Subject,
    sensitivity=st.integers(0, 3),
    is_published=st.sampled_from((True, True, True, False)),
    centres=st.frozensets(st.integers(0, SUBJECTS - 1), max_size=2),
)


@st.composite
def involvements(draw: st.DrawFn, people: tuple[Worker, ...]) -> Involvement:
    kind = draw(st.sampled_from(("worker", "team", "agency")))
    number = draw(st.integers(0, {"worker": WORKERS, "team": TEAMS, "agency": AGENCIES}[kind] - 1))
    return Involvement(
        subject=draw(st.integers(0, SUBJECTS - 1)),
        holder=(kind, number),
        agency=people[number].agency if kind == "worker" else number,
        since=draw(days),
        until=draw(st.none() | days),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    people = tuple(draw(st.lists(workers, min_size=WORKERS, max_size=WORKERS)))
    drawn = draw(st.lists(subjects, min_size=SUBJECTS, max_size=SUBJECTS))
    about = tuple(Subject(s.sensitivity, s.is_published, s.centres - {n}) for n, s in enumerate(drawn))
    involved = tuple(draw(st.lists(involvements(people), min_size=1, max_size=5)))
    return World(people, about, involved, draw(st.sampled_from(MOMENTS)))


def build(world: World) -> Partnership:
    """The world in the database, by the loads that real data use."""
    made = partnership(
        agencies=[agency(f"agency-{n}", f"team-{n}") for n in range(AGENCIES)],
        workers=[
            worker(
                f"worker-{n}",
                w.role,
                agency=f"agency-{w.agency}",
                teams=[] if w.team is None else [f"team-{w.team}"],
                clearance=w.clearance,
            )
            for n, w in enumerate(world.workers)
        ],
    )
    _end_times_in_teams(world, made)
    for is_published in (True, False):
        some = [n for n, s in enumerate(world.subjects) if s.is_published == is_published]
        if some:
            people = [child(f"child-{n}") for n in some]
            levels = {p.id: world.subjects[n].sensitivity for n, p in zip(some, people, strict=True)}
            record = family(*people, sensitivity=levels)
            made.add([record], is_published=is_published)
    _join(world, made)
    _involve(world, made)
    return made


def _end_times_in_teams(world: World, made: Partnership) -> None:
    keys = made.loaded.workers
    with load("test.worlds", by=OPERATOR, now=NOW, payload={}):
        for n, w in enumerate(world.workers):
            TeamMembership.objects.filter(user_id=keys[f"worker-{n}"]).update(until_on=w.in_team_until)
    for n, w in enumerate(world.workers):
        User.objects.filter(pk=keys[f"worker-{n}"]).update(is_active=w.is_active)


def _join(world: World, made: Partnership) -> None:
    """The circles of the world, and no others."""
    ids = made.subject_ids
    with load("test.worlds", by=OPERATOR, now=NOW, payload={}):
        Circle.objects.all().delete()
        join_circles((ids[f"child-{c}"], ids[f"child-{n}"]) for n, s in enumerate(world.subjects) for c in s.centres)


def _involve(world: World, made: Partnership) -> None:
    def key(kind: str, of: dict[str, int], holder: tuple[str, int]) -> int | None:
        return of[f"{kind}-{holder[1]}"] if holder[0] == kind else None

    load_involvements(
        by=OPERATOR,
        now=NOW,
        records=[
            InvolvementRecord(
                subject_id=made.subject_ids[f"child-{i.subject}"],
                organisation_id=made.loaded.organisations[f"agency-{i.agency}"],
                user_id=key("worker", made.loaded.workers, i.holder),
                team_id=key("team", made.loaded.teams, i.holder),
                part="team",
                basis="s17",
                since_on=i.since,
                until_on=i.until,
            )
            for i in world.involved
        ],
    )


def actor_in(made: Partnership, number: int, moment: dt.datetime) -> Actor:
    user = User.objects.select_related("organisation").get(pk=made.loaded.workers[f"worker-{number}"])
    return actor_for(user, on=day_of(moment)) if user.is_active else NOBODY
