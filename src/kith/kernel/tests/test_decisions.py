"""A decision always has a reason, and can not be mistaken for yes."""

import pytest

from kith.kernel.decisions import Decision, Level, best_of, granted, refused


def test_a_decision_has_no_truth_value() -> None:
    with pytest.raises(TypeError, match="allowed"):
        bool(refused("R0", "No."))
    with pytest.raises(TypeError):
        assert granted(Level.READ, "R1", "Yes.")


def test_best_of_takes_the_highest_and_the_first_among_equals() -> None:
    no, also_no = refused("R0", "No."), refused("R5", "You are related.")
    summary, read, other_read = (
        granted(Level.SUMMARY, "R2", "Shared."),
        granted(Level.READ, "R1", "On the team."),
        granted(Level.READ, "R3", "Role."),
    )
    assert best_of([no, summary, read, other_read]) is read
    assert best_of([no, also_no]) is no
    assert not best_of([]).allowed


@pytest.mark.parametrize(
    ("level", "allowed", "because", "rule"),
    [
        (Level.NOTHING, True, "Yes.", "R1"),
        (Level.READ, True, " ", "R1"),
        (Level.READ, True, "Yes.", "R16"),
        (Level.READ, True, "Yes.", "1"),
    ],
)
def test_contradictions_cannot_be_built(level: Level, allowed: bool, because: str, rule: str) -> None:
    with pytest.raises(ValueError):
        Decision(level, allowed, because, rule)


def test_levels_are_in_order() -> None:
    assert [level.name for level in sorted(Level)] == ["NOTHING", "POINTER", "SUMMARY", "READ", "WRITE", "EXPORT"]
