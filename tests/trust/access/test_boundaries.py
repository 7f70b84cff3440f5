"""P6: dated facts are there from their first moment and gone at their last: to the microsecond, by London midnight."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kith.apps.access.queries import teams_around
from kith.kernel.decisions import Level
from kith.testing.factories import rolled_back
from tests.trust.access.answers import ACTIONS, assert_all_agree, reach_expected, reached
from tests.trust.access.standing import Standing
from tests.trust.access.worlds import (
    Conflict,
    Fact,
    Involvement,
    Look,
    Member,
    Question,
    Reader,
    Scope,
    Seal,
    Share,
    Subject,
    Task,
    Worker,
    World,
)

pytestmark = pytest.mark.django_db

INSTANT = dt.timedelta(microseconds=1)
BEGINS, ENDS = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC), dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)
LONG_AGO, EVER = dt.date(2020, 1, 1), dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
SEAL, SCOPE = Seal(0, "safe_address", "pointer", True, EVER), Scope(0, 0)
ON_TEAM, AT_WORK = Involvement(0, ("worker", 0), 0, LONG_AGO), Involvement(0, ("agency", 0), 0, LONG_AGO)
# Each of these days begins at the moment beside it: in summer, in winter, and when the clocks go forward and back.
MIDNIGHTS = {
    dt.date(2026, 7, 15): dt.datetime(2026, 7, 14, 23, 0, tzinfo=dt.UTC),
    dt.date(2026, 1, 15): dt.datetime(2026, 1, 15, 0, 0, tzinfo=dt.UTC),
    dt.date(2026, 3, 29): dt.datetime(2026, 3, 29, 0, 0, tzinfo=dt.UTC),
    dt.date(2026, 3, 30): dt.datetime(2026, 3, 29, 23, 0, tzinfo=dt.UTC),
    dt.date(2026, 10, 25): dt.datetime(2026, 10, 24, 23, 0, tzinfo=dt.UTC),
    dt.date(2026, 10, 26): dt.datetime(2026, 10, 26, 0, 0, tzinfo=dt.UTC),
}


@dataclass(frozen=True)
class Dated:
    """A fact with two times, what else must be there, and how far one reaches inside and outside of them."""

    says: str
    fact: Callable[..., Fact]
    inside: Level
    outside: Level
    others: tuple[Fact, ...] = ()
    role: str = "practitioner"
    has_since: bool = True


def sealed_for(since: dt.datetime, until: dt.datetime | None) -> Fact:
    return Seal(0, "safe_address", "pointer", True, since, until)


def held_by(kind: str) -> Callable[..., Fact]:
    return lambda since, until: Involvement(0, (kind, 0), 0, since, until)


NOTHING, POINTER, SUMMARY, READ, _, EXPORT = Level
TEAMS = held_by("team")(LONG_AGO, None)
INSTANTS = [
    Dated("seal", sealed_for, POINTER, EXPORT, (ON_TEAM, SCOPE)),
    Dated("scope", lambda _, until: Scope(0, 0, "", until), POINTER, EXPORT, (ON_TEAM, SEAL), has_since=False),
    Dated("reader", lambda *times: Reader(0, 0, *times), EXPORT, POINTER, (ON_TEAM, SEAL, SCOPE)),
    Dated("conflict", lambda *times: Conflict(0, 0, *times), NOTHING, EXPORT, (ON_TEAM,)),
    Dated("look", lambda *times: Look(0, 0, *times), READ, SUMMARY, (AT_WORK,)),
    Dated(
        "end of a task",
        lambda _, until: Task(0, "qa", LONG_AGO, ended=until),
        READ,
        NOTHING,
        role="quality_assurer",
        has_since=False,
    ),
    Dated("end of a share", lambda _, until: Share(0, 1, 0, LONG_AGO, ended=until), READ, NOTHING, has_since=False),
]
DAYS = [
    Dated("own involvement", held_by("worker"), EXPORT, NOTHING),
    Dated("agency's involvement", held_by("agency"), SUMMARY, NOTHING),
    Dated("place in a team", lambda *times: Member(0, 0, *times), EXPORT, SUMMARY, (TEAMS,)),
    Dated("share", lambda *times: Share(0, 1, 0, *times), READ, NOTHING),
    Dated("task", lambda *times: Task(0, "qa", *times), READ, NOTHING, role="quality_assurer"),
]


def level_at(dated: Dated, fact: Fact, moment: dt.datetime) -> Level:
    """As all three answers and the model have it."""
    asked = Question(moment)
    with rolled_back():
        standing = Standing(World((Worker(dated.role, 0),), (Subject(),), (*dated.others, fact)))
        found = reached(standing, asked)
        assert found == reach_expected(standing.world, asked)
        for name in ("people.know", "people.read", "networks.export"):
            assert_all_agree(standing, ACTIONS[name], asked)
    return Level(found[0, 0][0])


@pytest.mark.parametrize("dated", INSTANTS, ids=[dated.says for dated in INSTANTS])
def test_instants_are_half_open_in_the_hour_that_comes_twice(dated):
    fact = dated.fact(BEGINS, ENDS)
    before = dated.outside if dated.has_since else dated.inside
    found = [level_at(dated, fact, at) for at in (BEGINS - INSTANT, BEGINS, ENDS - INSTANT, ENDS, ENDS + INSTANT)]
    assert found == [before, dated.inside, dated.inside, dated.outside, dated.outside]


@pytest.mark.parametrize("day", MIDNIGHTS, ids=str)
@pytest.mark.parametrize("dated", DAYS, ids=[dated.says for dated in DAYS])
def test_days_are_half_open_and_turn_at_london_midnight(dated, day):
    midnight = MIDNIGHTS[day]
    begins, ends = dated.fact(day, None), dated.fact(LONG_AGO, day)
    assert [level_at(dated, begins, at) for at in (midnight - INSTANT, midnight)] == [dated.outside, dated.inside]
    assert [level_at(dated, ends, at) for at in (midnight - INSTANT, midnight)] == [dated.inside, dated.outside]


@pytest.mark.parametrize("day", MIDNIGHTS, ids=str)
@pytest.mark.parametrize(
    ("since", "until", "there"), [("day", None, [0, 1]), (None, "day", [1, 0]), ("day", "day", [0, 0])]
)
def test_whoever_is_told_to_be_on_the_team_comes_and_goes_at_the_same_midnights(day, since, until, there):
    """The rows of a page are read with what is over and what is to come, and told apart in memory."""
    own = Involvement(0, ("worker", 0), 0, day if since else LONG_AGO, day if until else None)
    standing = Standing(World((Worker("practitioner", 0),), (Subject(),), (own,)))
    ref, (actor,) = standing.ref(0), standing.actors(day)
    moments = (MIDNIGHTS[day] - INSTANT, MIDNIGHTS[day])
    assert [len(teams_around(actor, [ref], now=at)[ref]) for at in moments] == there
