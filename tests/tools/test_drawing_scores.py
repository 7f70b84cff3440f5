"""Drawings are weighed and compared as the bench of drawings says."""

from tools.drawing_scores import Outcome, comparison
from tools.drawing_table import after_family, row, totals

BEST = {"drawn": 9, "missing": 0, "duplicates": 0, "couples_apart": 0, "couples": 3, "crossings": 2, "off_centre": 0}
BEST |= {"sibships": 2, "width": 10.0}
OURS = Outcome("kith", BEST, seconds=0.5, command_seconds=2.0, memory=99.6)


def peer(name="dot", **figures):
    return Outcome(name, BEST | figures, seconds=0.1)


def test_no_tidiness_pays_for_somebody_missing_or_drawn_twice():
    untidy = peer(couples_apart=9, crossings=20, off_centre=9, width=90.0)
    assert OURS.weighted_sum < untidy.weighted_sum < peer(duplicates=1).weighted_sum < peer(missing=1).weighted_sum


def test_a_peer_is_better_only_in_what_it_is_better_in():
    lines = comparison([OURS, peer(crossings=0, couples_apart=1), peer("elkjs", crossings=3)])
    assert lines[0] == "dot is better in crossings (0, ours 2); worse in couples apart (1, ours 0)"
    assert lines[1] == "weighted sum: kith 5.0, elkjs 7.0, dot 13.0"


def test_a_peer_that_is_better_and_pays_nothing_is_shouted():
    assert comparison([OURS, peer(width=9.5)])[0].endswith("width (9.5, ours 10); WORSE IN NOTHING")


def test_drawings_with_copies_and_refusals_are_not_compared():
    lines = comparison([OURS, peer(duplicates=1, crossings=0), Outcome("elkjs", refusal="not done in 60 s")])
    assert lines[0] == "no peer without duplicates is better in anything"
    assert "elkjs" not in lines[1]


def test_what_was_too_large_to_measure_is_not_compared():
    unmeasured = Outcome("dot", {key: value for key, value in BEST.items() if key != "crossings"})
    assert comparison([OURS, unmeasured])[0] == "no peer without duplicates is better in anything"


def test_a_refusal_is_a_line_of_the_table_and_counts_as_failed():
    refused = Outcome("dagre", refusal="not installed: apt-get install nodejs npm")
    assert row(refused).endswith("not installed: apt-get install nodejs npm")
    line = totals({"one.json": [OURS, refused], "two.json": [OURS, peer("dagre")]})[-1].split()
    assert line[:3] == ["dagre", "0.100", "1"]
    assert line[3] == "9"


def test_our_own_line_tells_the_memory():
    assert after_family([OURS]) == ["  as drawn by kith: memory 100 MB"]
