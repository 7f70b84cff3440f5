"""`decide`, `visible` and `who_can` agree with each other and with a model written without a query (P4)."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.decisions import Level
from kith.testing.factories import rolled_back
from tests.trust.access import reference_model
from tests.trust.access.answers import ACTIONS, assert_all_agree, decided, expected
from tests.trust.access.profiles import searching
from tests.trust.access.reference_model import NEEDS
from tests.trust.access.small_worlds import RECORDS, WORKERS, asked_worlds
from tests.trust.access.standing import Standing
from tests.trust.access.worlds import Question

pytestmark = pytest.mark.django_db

actions = st.sampled_from([ACTIONS[name] for name in sorted(ACTIONS)])


def test_the_model_asks_about_actions_of_every_level():
    assert {name: int(action.needs) for name, action in ACTIONS.items()} == NEEDS
    assert set(NEEDS.values()) == set(Level) - {Level.NOTHING}


def test_the_model_stays_small_and_asks_the_product_nothing():
    text = Path(reference_model.__file__).read_text(encoding="utf-8")
    tree = ast.parse(text)
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"tests.trust.access", "tests.trust.access.worlds"}
    spoken = [line for line in text.splitlines() if line.strip() and not line.strip().startswith(("#", '"""'))]
    assert len(spoken) <= 60


@searching(at_the_gate=900)
@given(asked_world=asked_worlds(), action=actions, worker=st.sampled_from(range(WORKERS)))
def test_all_three_agree_with_the_model(asked_world, action, worker):
    world, asked = asked_world
    with rolled_back():
        assert_all_agree(Standing(world), action, asked, worker)


@searching(at_the_gate=150)
@given(asked_world=asked_worlds(), action=actions, record=st.sampled_from(RECORDS), sensitivity=st.integers(0, 3))
def test_single_records_have_seals_and_a_sensitivity_of_their_own(asked_world, action, record, sensitivity):
    world, asked = asked_world
    about = Question(asked.now, asked.kind, asked.purpose, record, sensitivity)
    with rolled_back():
        should = expected(world, action, about)
        assert decided(Standing(world), action, about, list(should)) == should
