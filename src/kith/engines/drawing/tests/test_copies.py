"""People drawn twice on request: two symbols with one number, one person in every word and count."""

import pytest

from kith.engines.drawing.compose import draw
from kith.engines.drawing.copies import LINK
from kith.engines.drawing.layout import CannotDraw, Wishes, earlier_layout
from kith.engines.drawing.network import ChildLink, Name, Network, Person, Union
from kith.engines.drawing.output import to_layout_json, to_svg

COUSINS = Network(
    persons=tuple(
        Person(id=name, names=(Name(text=name.title()),)) for name in ("gran", "ann", "bo", "cy", "di", "kit")
    ),
    unions=(
        Union(id="top", partners=("gran",), children=(ChildLink(child="ann"), ChildLink(child="bo"))),
        Union(id="one", partners=("ann",), children=(ChildLink(child="cy"),)),
        Union(id="two", partners=("bo",), children=(ChildLink(child="di"),)),
        Union(id="wed", partners=("cy", "di"), children=(ChildLink(child="kit"),)),
    ),
)


def test_somebody_is_drawn_twice_only_where_asked() -> None:
    once, twice = draw(COUSINS), draw(COUSINS, wishes=Wishes(twice=("di",)))
    assert [symbol.person for symbol in once.symbols].count("di") == 1
    assert [symbol.person for symbol in twice.symbols].count("di") == 2
    told = [symbol.label.lines[1].text for symbol in twice.symbols if symbol.person == "di" and symbol.label]
    assert told == ["drawn twice (1)"] * 2
    assert not any("twice" in line.text for s in once.symbols if s.label for line in s.label.lines)


def test_the_two_are_joined_and_the_key_says_why() -> None:
    drawing = draw(COUSINS, wishes=Wishes(twice=("di",)))
    links = [curve for curve in drawing.curves if curve.kind == LINK]
    assert [(curve.a, curve.b, curve.described) for curve in links] == [("di", "di", "Di is drawn twice.")]
    assert "the same person, drawn twice" in [entry.says for entry in drawing.key]
    assert "again" not in to_svg(drawing)


def test_the_copy_stands_with_the_partner_and_the_first_with_the_parents() -> None:
    drawing = draw(COUSINS, wishes=Wishes(twice=("di",)))
    own, copy = (symbol.box.x for symbol in drawing.symbols if symbol.person == "di")
    at = {symbol.person: symbol.box.x for symbol in drawing.symbols}
    assert abs(own - at["bo"]) < abs(copy - at["bo"])
    assert abs(copy - at["cy"]) < abs(own - at["cy"])


def test_words_and_counts_know_of_one_person() -> None:
    once, twice = draw(COUSINS), draw(COUSINS, wishes=Wishes(twice=("di",)))
    assert twice.sentences == once.sentences
    assert twice.description == once.description


def test_a_drawing_with_copies_can_be_kept() -> None:
    first = draw(COUSINS, wishes=Wishes(twice=("di",)))
    earlier = earlier_layout(to_layout_json(first))
    kept = draw(COUSINS, wishes=Wishes(twice=("di",), before=earlier.places))
    assert [symbol.box.x for symbol in kept.symbols] == pytest.approx([symbol.box.x for symbol in first.symbols], abs=1)
    assert draw(COUSINS, wishes=Wishes(before=earlier.places)).symbols


@pytest.mark.parametrize(("who", "says"), [("kit", "only one place"), ("nobody", "has the id")])
def test_who_cannot_be_drawn_twice_is_told(who: str, says: str) -> None:
    with pytest.raises(CannotDraw, match=says):
        draw(COUSINS, wishes=Wishes(twice=(who,)))
