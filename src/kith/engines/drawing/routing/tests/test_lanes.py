"""Lanes: nothing on anything else, few crossings, brackets near their people, room for words."""

from hypothesis import given
from hypothesis import strategies as st

from kith.engines.drawing.routing.lanes import lanes
from kith.engines.drawing.routing.plan import Run

_X = st.integers(0, 40).map(lambda number: number * 25.0)
_RUNS = st.lists(st.builds(Run, st.just(1), st.tuples(_X), st.tuples(_X, _X)), max_size=12)


@given(_RUNS)
def test_two_runs_in_one_lane_never_meet(runs: list[Run]) -> None:
    found = lanes(runs)
    for i, a in enumerate(runs):
        for j, b in enumerate(runs[:i]):
            assert found[i] != found[j] or a.right < b.left or b.right < a.left


def test_the_bar_whose_trunk_would_cross_the_other_lies_above_it() -> None:
    wide, nested = Run(1, (0.0,), (0.0, 100.0)), Run(1, (50.0,), (20.0, 80.0))
    assert lanes([wide, nested]) in ([1, 0], [0, 1])
    assert lanes([Run(1, (0.0,), (0.0, 100.0)), Run(1, (50.0,), (50.0, 150.0))]) == [1, 0]


def test_words_above_a_bracket_have_a_lane_to_themselves() -> None:
    bar = Run(1, (50.0,), (0.0, 100.0))
    assert lanes([bar, Run(1, (), (20.0, 80.0), hugs_row=True)]) == [0, 1]
    assert lanes([bar, Run(1, (), (20.0, 80.0), hugs_row=True, has_words=True)]) == [0, 2]
    outer, inner = (Run(1, (), ends, hugs_row=True, has_words=True) for ends in ((0.0, 100.0), (20.0, 80.0)))
    assert lanes([outer, inner]) == [0, 2]
