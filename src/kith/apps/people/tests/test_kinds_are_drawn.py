"""Every kind of tie that is stored has a drawing and a sentence of its own."""

import pytest

from kith.apps.people.kinds import kinds_in
from kith.engines.drawing.output.phrases import has
from kith.engines.drawing.symbols import load_sheet, sheet_names


@pytest.mark.parametrize("name", sheet_names())
def test_every_partnership_and_parent_has_a_line(name: str) -> None:
    lines = load_sheet(name).lines
    kinds = [f"couple.{kind}" for kind in kinds_in("partnership")] + [f"descent.{kind}" for kind in kinds_in("parent")]
    assert [kind for kind in kinds if kind not in lines] == []


@pytest.mark.parametrize("group", ["emotional", "support", "social", "professional"])
def test_every_other_tie_has_a_curve_and_a_sentence(group: str) -> None:
    feelings = load_sheet().feelings
    assert [kind for kind in kinds_in(group) if kind not in feelings] == []
    assert [kind for kind in feelings if not has(f"tie.{kind}.now") or not has(f"tie.{kind}.over")] == []


def test_every_partnership_has_sentences() -> None:
    assert [kind for kind in kinds_in("partnership") if not has(f"couple.{kind}.undated")] == []
