"""Small random partnerships for Hypothesis, each with a question: every time in them lies about its moment."""

import datetime as dt
from dataclasses import replace
from functools import cache, cached_property
from itertools import chain, combinations

from hypothesis import strategies as st

from tests.trust.access import worlds as given
from tests.trust.access.worlds import Fact, Question, World

AGENCIES, WORKERS, SUBJECTS, SEALS = 3, 3, 3, 2
CLOSE_ROLES = ("practitioner", "probation", "probation_manager", "manager", "front_door", "network_adviser")
REVIEWING_ROLES = ("reviewing_officer", "quality_assurer", "record_officer")
OTHER_ROLES = ("analyst", "data_protection_lead", "administrator", "gardener")  # the last is no role
ROLES = CLOSE_ROLES + REVIEWING_ROLES + OTHER_ROLES
PURPOSES = ("s47", "lac", "qa", "sar", "yj")
KINDS = ("person", "address", "picture")
RECORDS = ("A" * 26, "B" * 26)
# Both sides of London midnight in summer and in winter, and the nights on which the clocks change.
MOMENTS = tuple(
    dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC)
    for month, day, hour, minute in (
        *((7, 14, 22, 59), (7, 14, 23, 0), (7, 15, 22, 59), (1, 14, 23, 59), (1, 15, 0, 0)),
        *((3, 28, 23, 59), (3, 29, 0, 0), (3, 29, 22, 59), (3, 29, 23, 0)),
        *((10, 24, 22, 59), (10, 24, 23, 0), (10, 25, 23, 59), (10, 26, 0, 0)),
    )
)

SHARED_KINDS = tuple(frozenset(some) for n in (1, 2, 3) for some in combinations(KINDS, n))
SHARING_ROLES = tuple(frozenset(some) for n in (2, 4) for some in combinations(CLOSE_ROLES, n))
COVERED = ((None, None), (None, None), *((n, None) for n in range(3)), *((None, n) for n in range(3)))
HOLDERS = tuple((kind, n) for kind in ("worker", "team", "agency") for n in range(3))

agency = worker = subject = team = st.sampled_from(range(3))
holder = st.sampled_from(HOLDERS)
workers = st.builds(
    given.Worker,
    role=st.one_of(st.sampled_from(CLOSE_ROLES), st.sampled_from(REVIEWING_ROLES), st.sampled_from(ROLES)),
    agency=agency,
    clearance=st.sampled_from((3, 2, 1, 0)),
    is_active=st.sampled_from((True, True, True, True, False)),
)
subjects = st.builds(
    given.Subject,
    sensitivity=st.sampled_from((0, 0, 1, 2, 3)),
    is_published=st.sampled_from((True, True, True, True, False)),
    merged_into=st.sampled_from((None, None, None, None, None, None, 0, 1)),
    centres=st.sampled_from([frozenset(some) for n in (0, 1, 2) for some in combinations(range(3), n)]),
)
questions = st.builds(
    Question,
    now=st.sampled_from(MOMENTS),
    kind=st.sampled_from(("person", *KINDS)),
    purpose=st.none() | st.sampled_from(PURPOSES),
)


class Facts:
    """Strategies for facts whose times lie about one moment."""

    def __init__(self, asked: Question) -> None:
        day, moment, one = asked.day, asked.now, dt.timedelta(microseconds=1)
        day_before, day_after = day - dt.timedelta(1), day + dt.timedelta(1)
        self.since_day = st.sampled_from((day_before, day, day_before, day_after))
        self.until_day = st.sampled_from((None, day_after, day, None, day_before))
        self.since = st.sampled_from((moment - one, moment, moment - one, moment + one))
        self.until = st.sampled_from((None, moment + one, moment, None, moment - one))
        self.look_until = st.sampled_from((moment + one, moment + dt.timedelta(hours=4), moment))

    def member(self) -> st.SearchStrategy[Fact]:
        return st.builds(given.Member, worker, team, self.since_day, self.until_day)

    def involvement(self) -> st.SearchStrategy[Fact]:
        """The agency is set right by whoever knows where the worker works."""
        return st.builds(given.Involvement, subject, holder, agency, self.since_day, self.until_day)

    def share(self) -> st.SearchStrategy[Fact]:
        return st.builds(
            given.Share,
            subject,
            giver=agency,
            receiver=agency,
            since=self.since_day,
            until=self.until_day,
            ended=self.until,
            kinds=st.sampled_from(SHARED_KINDS),
            roles=st.sampled_from(SHARING_ROLES),
            level=st.sampled_from((3, 2, 1)),
            ceiling=st.sampled_from((1, 3, 0, 2)),
        )

    def task(self) -> st.SearchStrategy[Fact]:
        purpose, covers = st.sampled_from(("qa", "sar", "qa", "lac")), st.sampled_from(COVERED)
        times = (self.since_day, self.until_day, self.until)
        return st.builds(lambda c, *said: given.Task(*said, *c), covers, worker, purpose, *times)

    def seal(self, number: int) -> st.SearchStrategy[given.Seal]:
        return st.builds(
            given.Seal,
            st.just(number),
            kind=st.sampled_from(("safe_address", "medical", "adoption", "staff_family")),
            outsiders=st.sampled_from(("pointer", "nothing", "pointer")),
            is_confirmed=st.booleans(),
            since=self.since,
            until=self.until,
        )

    def scope(self, number: int) -> st.SearchStrategy[Fact]:
        return st.builds(given.Scope, st.just(number), subject, st.sampled_from(("", "", *RECORDS)), self.until)

    def reader(self, number: int) -> st.SearchStrategy[Fact]:
        return st.builds(given.Reader, st.just(number), worker, self.since, self.until)

    def conflict(self) -> st.SearchStrategy[Fact]:
        return st.builds(given.Conflict, worker, subject, self.since, self.until)

    def look(self) -> st.SearchStrategy[Fact]:
        return st.builds(given.Look, worker, subject, self.since, self.look_until)

    def seals_with_their_lists(self) -> st.SearchStrategy[list[Fact]]:
        return st.lists(st.sampled_from(range(SEALS)), max_size=SEALS, unique=True).flatmap(
            lambda found: st.tuples(*(self._seals[n] for n in found)).map(lambda drawn: list(chain(*drawn)))
        )

    @cached_property
    def _seals(self) -> list[st.SearchStrategy[list[Fact]]]:
        return [self._seal_with_its_list(n) for n in range(SEALS)]

    def _seal_with_its_list(self, number: int) -> st.SearchStrategy[list[Fact]]:
        scopes = st.lists(self.scope(number), min_size=1, max_size=2, unique=True)
        readers = st.lists(self.reader(number), max_size=2, unique_by=lambda r: (r.worker, r.since))
        return st.tuples(self.seal(number), scopes, readers).map(lambda drawn: [drawn[0], *drawn[1], *drawn[2]])

    def all(self) -> st.SearchStrategy[list[Fact]]:
        parts = [
            some(self.involvement(), 4),
            some(self.member(), 2),
            some(self.share(), 3),
            some(self.task(), 2),
            some(self.conflict(), 1),
            some(self.look(), 2),
            self.seals_with_their_lists(),
        ]
        return st.tuples(*parts).map(lambda drawn: list(chain(*drawn)))


def some(strategy: st.SearchStrategy[Fact], most: int) -> st.SearchStrategy[list[Fact]]:
    return st.lists(strategy, max_size=most, unique=True)


@cache
def facts_about(moment: dt.datetime) -> Facts:
    """Strategies are dear to make, so they are made once for each moment."""
    return Facts(Question(moment))


@cache
def all_facts_about(moment: dt.datetime) -> st.SearchStrategy[list[Fact]]:
    return facts_about(moment).all()


people = st.tuples(*[workers] * WORKERS)
about = st.tuples(*[subjects] * SUBJECTS)


@st.composite
def asked_worlds(draw: st.DrawFn) -> tuple[World, Question]:
    asked = draw(questions)
    who, drawn = draw(people), draw(about)
    facts = tuple(at_home(fact, who) for fact in draw(all_facts_about(asked.now)))
    return World(who, tuple(apart(s, n) for n, s in enumerate(drawn)), facts), asked


def apart(drawn: given.Subject, number: int) -> given.Subject:
    """Nobody stands in their own circle or is merged into themselves."""
    merged_into = None if drawn.merged_into == number else drawn.merged_into
    return replace(drawn, centres=drawn.centres - {number}, merged_into=merged_into)


def at_home(fact: Fact, people: tuple[given.Worker, ...]) -> Fact:
    """An involvement is that of its holder's agency."""
    if not isinstance(fact, given.Involvement):
        return fact
    kind, number = fact.holder
    return replace(fact, agency=people[number].agency if kind == "worker" else number)
