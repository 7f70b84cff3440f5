"""A genogram is laid out by its lines: parents above, couples level, what people say of themselves beneath them."""

from dataclasses import replace
from itertools import pairwise

from kith.engines.drawing.network import Person
from kith.engines.drawing.scenes import Item, Line, Scene, arrange, placed, said, shape_for, to_svg
from kith.engines.drawing.scenes.settling import Segment, crosses
from kith.engines.drawing.scenes.tests.crowds import faults_of
from kith.engines.drawing.scenes.tests.samples import genogram


def test_parents_stand_above_and_partners_level() -> None:
    arranged = arrange(genogram())
    assert arranged.spot("anneanne").y < arranged.spot("mum").y < arranged.middle.y
    assert arranged.spot("mum").y == arranged.spot("dad").y == arranged.spot("grace").y
    assert arranged.spot("hana").y == arranged.spot("eli").y == arranged.middle.y


def test_a_couple_that_parted_has_a_slash_and_a_carer_a_dashed_line() -> None:
    arranged = arrange(genogram())
    assert [mark.kind for mark in arranged.marks] == ["slash"]
    assert "descent.step" in [line.kind for line in arranged.ties]
    told = next(part for part in said(genogram()) if part.title == "Lines between people")
    assert "Mum and Dad: once a couple and choppy" in [line.words for line in told.lines]


def test_only_what_is_no_kinship_is_drawn_as_a_line_of_its_own() -> None:
    svg = to_svg(arrange(genogram()))
    assert 'data-line="f1"' in svg and 'data-line="c1"' in svg
    assert 'data-line="p0"' not in svg and 'data-line="c2"' not in svg


def test_a_child_of_the_one_in_the_middle_stands_below() -> None:
    baby = Scene("genogram", "", "Noor", items=(Item("b", "person", "Bo"),), lines=(Line("1", "b", ("child",)),))
    arranged = arrange(baby)
    assert arranged.spot("b").y > arranged.middle.y


def test_lines_that_go_round_in_a_circle_are_told_and_the_rest_is_drawn() -> None:
    family = genogram()
    round_about = replace(family, lines=(*family.lines, Line("x", "hana", ("parent",), "anneanne")))
    arranged = arrange(round_about)
    assert faults_of(arranged) == []
    assert arranged.spot("anneanne").y < arranged.spot("hana").y
    told = next(part for part in said(round_about) if part.title == "Lines between people")
    assert "Anneanne and Hana: child and parent" in [line.words for line in told.lines]


def test_words_go_to_the_one_beside_whom_they_are_dropped_and_people_stay() -> None:
    scene = genogram()
    arranged = arrange(scene)
    size = {"width": arranged.width, "height": arranged.height}
    dad = arranged.spot("dad")
    assert placed(scene, "w1", dad.x, dad.y + 10, **size).part == "dad"
    assert placed(scene, "w1", *arranged.middle, **size).part == ""
    mum = next(item for item in scene.items if item.id == "mum")
    assert placed(scene, "mum", dad.x, dad.y, **size).part == mum.part


def test_lines_that_swing_out_round_people_stay_in_the_picture() -> None:
    family = genogram()
    far = [Line(f"far{number}", "anneanne", ("strong",), other) for number, other in enumerate(("hana", "eli", "dad"))]
    arranged = arrange(replace(family, lines=(*family.lines, *far)))
    foot = arranged.key_top or arranged.height
    drawn = [point for ways in arranged.courses.values() for way in ways for point in way]
    assert drawn and all(0 < point.x < arranged.width and 0 < point.y < foot for point in drawn)


def test_lines_of_feeling_run_over_nobody_and_no_words() -> None:
    family = genogram()
    more = [Line("far1", "sue", ("choppy",), "eli"), Line("far2", "nan", ("strong",)), Line("far3", "hana", ("weak",))]
    arranged = arrange(replace(family, lines=(*family.lines, *more)))
    pieces = [Segment(a, b) for ways in arranged.courses.values() for way in ways for a, b in pairwise(way)]
    labels = [arranged.centre_name.box, *(spot.label.box for spot in arranged.spots)]
    assert pieces and not [box for box in labels if any(crosses(piece, box) for piece in pieces)]


def test_a_shape_is_told_by_the_gender_somebody_lives_in_and_never_guessed() -> None:
    assert shape_for(Person(id="p", sex="M", gender="woman")) == "circle"
    assert shape_for(Person(id="p", gender="genderfluid")) == shape_for(Person(id="p")) == ""
