"""A partnership that lives: facts come, change and go in any order, and after each step all answers agree."""

import datetime as dt

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from kith.testing.factories import rolled_back
from tests.trust.access import worlds as given
from tests.trust.access.answers import ACTIONS, assert_all_agree, reach_expected, reached
from tests.trust.access.profiles import is_long, searching
from tests.trust.access.small_worlds import (
    COVERED,
    KINDS,
    PURPOSES,
    RECORDS,
    ROLES,
    SHARED_KINDS,
    SHARING_ROLES,
    about,
    apart,
    people,
)
from tests.trust.access.standing import Standing
from tests.trust.access.worlds import Question, World

pytestmark = pytest.mark.django_db

START = dt.datetime(2026, 10, 24, 21, 0, tzinfo=dt.UTC)  # two hours before the day on which the clocks go back
number = st.sampled_from(range(3))
holder = st.sampled_from(("worker", "team", "agency"))


class Standstill(RuleBasedStateMachine):
    """A world in the database before anything happens, and what holds after everything that does."""

    @initialize(who=people, whom=about)
    def begin(self, who, whom):
        self.rolling_back = rolled_back()
        self.rolling_back.__enter__()
        self.now, self.step = START, 0
        self.standing = Standing(World(who, tuple(apart(s, n) for n, s in enumerate(whom))))

    def teardown(self):
        if hasattr(self, "rolling_back"):
            self.rolling_back.__exit__(None, None, None)

    @property
    def day(self):
        return Question(self.now).day

    def live(self, *kinds):
        return [fact for kind in kinds for fact in self.standing.world.of(kind)]

    @invariant()
    def all_answers_agree(self):
        """One action, kind and purpose after another, so that all are asked about in turn."""
        if not hasattr(self, "standing"):
            return
        self.step += 1
        turn, action = divmod(self.step, len(ACTIONS))
        kind, purpose = KINDS[self.step % len(KINDS)], (None, *PURPOSES)[turn % (len(PURPOSES) + 1)]
        asked = Question(self.now, kind, purpose)
        assert reached(self.standing, asked) == reach_expected(self.standing.world, asked)
        assert_all_agree(self.standing, list(ACTIONS.values())[action], asked, worker=turn % 3)


class Partnership(Standstill):
    """Each rule is one thing that happens in a partnership, done to the plain world and to the database alike."""

    @rule(subject=number, kind=holder, n=number, days=st.sampled_from((None, 1, 2)))
    def grant(self, subject, kind, n, days):
        until = self.day + dt.timedelta(days) if days else None
        agency = self.standing.world.workers[n].agency if kind == "worker" else n
        self.standing.add(given.Involvement(subject, (kind, n), agency, self.day, until))

    @rule(worker=number, team=number)
    def join_team(self, worker, team):
        self.standing.add(given.Member(worker, team, self.day))

    @rule(worker=number, purpose=st.sampled_from(("qa", "sar")), covers=st.sampled_from(COVERED))
    def give_task(self, worker, purpose, covers):
        self.standing.add(given.Task(worker, purpose, self.day, self.day + dt.timedelta(1), None, *covers))

    @rule(which=st.integers(0, 30))
    def revoke(self, which):
        """An involvement, a place in a team, a task or a share ends today."""
        open_ended = [f for f in self.live(given.Involvement, given.Member, given.Task, given.Share) if f.until is None]
        if open_ended:
            self.standing.change(open_ended[which % len(open_ended)], until=self.day)

    @rule(subject=number, giver=number, receiver=number, kinds=st.sampled_from(SHARED_KINDS),
          roles=st.sampled_from(SHARING_ROLES), level=st.integers(1, 3), ceiling=st.integers(0, 3))  # fmt: skip
    def share(self, subject, giver, receiver, **terms):
        self.standing.add(given.Share(subject, giver, receiver, self.day, **terms))

    @rule(which=st.integers(0, 30))
    def withdraw(self, which):
        """A share or a task ends at once."""
        lasting = [fact for fact in self.live(given.Share, given.Task) if fact.ended is None]
        if lasting:
            self.standing.change(lasting[which % len(lasting)], ended=self.now)

    @rule(subject=number, record=st.sampled_from(("", "", *RECORDS)), reader=number,
          kind=st.sampled_from(("safe_address", "adoption", "medical")),
          outsiders=st.sampled_from(("pointer", "nothing")))  # fmt: skip
    def seal(self, subject, record, reader, kind, outsiders):
        n = len(self.live(given.Seal))
        self.standing.add(
            given.Seal(n, kind, outsiders, False, self.now),
            given.Scope(n, subject, record),
            given.Reader(n, reader, self.now),
        )

    @rule(which=st.integers(0, 30))
    def confirm(self, which):
        if seals := [seal for seal in self.live(given.Seal) if not seal.is_confirmed]:
            self.standing.change(seals[which % len(seals)], is_confirmed=True)

    @rule(which=st.integers(0, 30))
    def lift(self, which):
        if seals := [seal for seal in self.live(given.Seal) if seal.until is None]:
            self.standing.change(seals[which % len(seals)], until=self.now)

    @rule(which=st.integers(0, 30), worker=number)
    def add_reader(self, which, worker):
        if seals := self.live(given.Seal):
            reader = given.Reader(seals[which % len(seals)].number, worker, self.now)
            if not any((r.seal, r.worker, r.since) == (reader.seal, worker, self.now) for r in self.live(given.Reader)):
                self.standing.add(reader)

    @rule(which=st.integers(0, 30))
    def end_reader_or_scope(self, which):
        if ending := [fact for fact in self.live(given.Reader, given.Scope) if fact.until is None]:
            self.standing.change(ending[which % len(ending)], until=self.now)

    @rule(merged=number, kept=number)
    def merge_or_unmerge(self, merged, kept):
        into = None if self.standing.world.subjects[merged].merged_into is not None or merged == kept else kept
        self.standing.change_subject(merged, merged_into=into)

    @rule(worker=number, subject=number, hours=st.sampled_from((1, 4)))
    def break_glass(self, worker, subject, hours):
        self.standing.add(given.Look(worker, subject, self.now, self.now + dt.timedelta(hours=hours)))

    @rule(worker=number, subject=number)
    def declare_conflict(self, worker, subject):
        if not any(c.until is None for c in self.live(given.Conflict)):
            self.standing.add(given.Conflict(worker, subject, self.now))

    @rule()
    def end_conflict(self):
        for conflict in self.live(given.Conflict):
            if conflict.until is None:
                self.standing.change(conflict, until=self.now)

    @rule(worker=number, role=st.sampled_from(ROLES), clearance=st.integers(0, 3))
    def change_role(self, worker, role, clearance):
        self.standing.change_worker(worker, role=role, clearance=clearance)

    @rule(worker=number)
    def leave_or_return(self, worker):
        self.standing.change_worker(worker, is_active=not self.standing.world.workers[worker].is_active)

    @rule(hours=st.sampled_from((1, 3, 25)))
    def let_time_pass(self, hours):
        self.now += dt.timedelta(hours=hours)


def test_all_answers_agree_whatever_happens_in_whatever_order():
    run_state_machine_as_test(
        Partnership,
        settings=settings(searching(at_the_gate=50), stateful_step_count=50 if is_long() else 30),
    )
