"""16 kinds of principal x 8 relations x 4 sensitivities x 3 states of seal x 16 kinds of record x 6 actions.

In each of these 175,104 cells the rules and the list form are compared with the model: everywhere on SQLite, in a
seeded eighth on PostgreSQL (in the long run everywhere on both). The front door's own `decide` and `who_can` are asked
about a seeded part.
"""

import random
import sys
from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from django.db import connection

from kith.apps.access import reach
from kith.apps.access.decisions import decide
from kith.apps.access.gathering import Asked, Gathered, subject_for
from kith.apps.access.queries import visible, who_can
from kith.apps.access.rules import decision_on
from kith.apps.agencies.projections import NOBODY, Actor
from kith.apps.people.models import Person
from tests.trust.access.answers import ACTIONS, plain
from tests.trust.access.matrix_world import CELLS, KINDS, NOW, PEOPLE, PRINCIPALS, matrix_world, near
from tests.trust.access.profiles import is_long
from tests.trust.access.reference_model import decision
from tests.trust.access.standing import Standing
from tests.trust.access.worlds import Question

pytestmark = pytest.mark.django_db

PARTS = 4  # so that two workers can share them; each part has every third of the kinds
SEED = 2026
WHOLE = 16 * 8 * 4 * 3 * 19 * 6
MANY_FACTS = (0, reach.MANY)  # a list is asked for in other words where many people are reached


def one_in(part: int, found: list, seed: int = SEED) -> list:
    return random.Random(seed).sample(found, len(found) // part)


class Matrix:
    """The world in the database, with everybody who asks."""

    def __init__(self) -> None:
        self.standing = Standing(matrix_world())
        actors = self.standing.actors(Question(NOW).day)
        left = replace(actors[PEOPLE["practitioner"]], id=self.standing.workers[PEOPLE["somebody who left"]])
        actors[PEOPLE["somebody who left"]] = replace(left, is_active=False)
        self.actors: list[Actor] = actors
        self.subjects = [subject_for(self.standing.ref(s)) for s in range(len(CELLS))]
        self.near = [near(matrix_world(), s) for s in range(len(CELLS))]
        self.numbers = {key: s for s, key in enumerate(self.standing.subjects)}

    def expected(self, w: int, s: int, action: str, kind: str) -> tuple[bool, int, str]:
        return decision(self.near[s], w, s, action, Question(NOW, kind))

    def ruled(self, kind: str, about: list[int]) -> dict[tuple[int, int, str], tuple[bool, int, str]]:
        """The rules' answers for one kind of record, from facts gathered once for each subject."""
        found = {}
        for s in about:
            gathered, asked = Gathered(self.subjects[s], NOW), Asked(now=NOW, kind=kind)
            for w, actor in enumerate(self.actors):
                facts = gathered.about(actor, asked)
                for name, action in ACTIONS.items():
                    found[w, s, name] = plain(decision_on(action, facts))
        return found

    def listed(self, w: int, action: str, kind: str) -> set[int]:
        rows = visible(self.actors[w], ACTIONS[action], Person.objects.all(), now=NOW, kind=kind)
        return {self.numbers[key] for key in rows.values_list("subject_id", flat=True)} - {len(CELLS)}


def test_there_are_as_many_cells_as_were_promised():
    assert len(PRINCIPALS) * len(CELLS) * len(KINDS) * len(ACTIONS) == WHOLE == 175_104


@pytest.mark.parametrize("part", range(PARTS))
def test_every_cell_is_as_the_model_says(part, capfd, monkeypatch):
    matrix, kinds = Matrix(), KINDS[part::PARTS]
    asked, about = list(product(range(len(PRINCIPALS)), ACTIONS, kinds)), list(range(len(CELLS)))
    if connection.vendor != "sqlite" and not is_long():
        asked, about = one_in(8, asked, SEED + part), one_in(8, about, SEED + part)
    ruled = {kind: matrix.ruled(kind, about) for kind in kinds}
    outcomes: Counter = Counter()
    is_in_turn = connection.vendor != "sqlite" or not is_long()  # a list for many is asked for, or one for few
    for number, (w, action, kind) in enumerate(asked):
        should = {s: matrix.expected(w, s, action, kind) for s in range(len(CELLS))}
        assert {s: ruled[kind][w, s, action] for s in about} == {s: should[s] for s in about}, (w, action, kind)
        for many in (MANY_FACTS[number % 2],) if is_in_turn else MANY_FACTS:
            monkeypatch.setattr(reach, "MANY", many)
            listed = matrix.listed(w, action, kind)
            assert listed == {s for s, answer in should.items() if answer[0]}, (w, action, kind, many)
        outcomes.update(should.values())
    report(capfd, part, outcomes)
    assert {level for _, level, _ in outcomes} == {0, 1, 2, 3, 5}  # no relation stops at WRITE
    assert {rule for _, _, rule in outcomes} == {"R0", "R1", "R2", "R3", "R4", "R5", "R6", "R9"}
    assert {rule for is_allowed, _, rule in outcomes if is_allowed} == {"R1", "R2", "R3", "R4", "R6"}


def report(capfd: pytest.CaptureFixture[str], part: int, outcomes: Counter) -> None:
    """Seen also when the tests run in several processes, of which only the errors' stream reaches the terminal."""
    by_level, by_rule, yes = Counter(), Counter(), 0
    for (is_allowed, level, rule), count in outcomes.items():
        by_level[level] += count
        by_rule[rule] += count
        yes += count * is_allowed
    spread = f"levels {dict(sorted(by_level.items()))}, rules {dict(sorted(by_rule.items()))}"
    with capfd.disabled():
        sys.stderr.write(
            f"\n{sum(outcomes.values()):,} cells compared on {connection.vendor} (part {part + 1} of {PARTS}), "
            f"{yes:,} of them yes: {spread}\n"
        )


def test_the_front_door_answers_likewise():
    """`decide` reads for one actor alone what the rules were given for all at once."""
    matrix = Matrix()
    cells = list(product(range(len(PRINCIPALS)), range(len(CELLS)), ACTIONS, KINDS))
    for w, s, action, kind in one_in(8 if is_long() else 100, cells):
        answer = decide(matrix.actors[w], ACTIONS[action], matrix.standing.ref(s), now=NOW, kind=kind)
        assert plain(answer) == matrix.expected(w, s, action, kind), (w, s, action, kind)


def test_who_can_names_those_and_no_others():
    matrix = Matrix()
    numbers = {actor.id: w for w, actor in enumerate(matrix.actors) if actor != NOBODY}
    questions = list(product(range(len(CELLS)), ACTIONS, KINDS))
    for s, action, kind in one_in(1 if is_long() else 16, questions):
        named = {numbers[actor.id] for actor in who_can(ACTIONS[action], matrix.standing.ref(s), now=NOW, kind=kind)}
        assert named == {w for w in range(len(PRINCIPALS)) if matrix.expected(w, s, action, kind)[0]}, (s, action, kind)
