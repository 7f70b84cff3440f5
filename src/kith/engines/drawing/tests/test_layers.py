"""Feelings and homes as layers: what is on is drawn, told and in the key; what is off leaves no trace."""

from dataclasses import replace
from datetime import date

import pytest

from kith.engines.drawing.compose import draw
from kith.engines.drawing.layers import NONE, Layers
from kith.engines.drawing.network import Account, Household, Membership, Network, Person, Relation
from kith.engines.drawing.output import to_svg
from kith.engines.drawing.output.tests.families import KIN, TODAY, noor_family
from kith.engines.drawing.picture import Drawing
from kith.kernel.partial_dates import PartialDate

TIES = (
    Relation(a="noor", b="emine", kind="close"),
    Relation(a="baz", b="safiya", kind="harm", account=Account(certainty="not_sure")),
    Relation(a="safiya", b="kwabena", kind="in_conflict", until=PartialDate("2020")),
)


def family(*homes: Household) -> Network:
    return replace(noor_family(), relations=TIES, households=homes or noor_family().households)


def stay(person: str, kind: str = "lives_here", since: str = "", until: str = "") -> Membership:
    return Membership(
        person=person,
        kind=kind,
        since=PartialDate(since) if since else None,
        until=PartialDate(until) if until else None,
    )


def drawn(network: Network, *, on: date = TODAY, **wanted: object) -> Drawing:
    return draw(network, on=on, kin=KIN, layers=Layers(**wanted))  # type: ignore[arg-type]


def test_everything_told_is_drawn_unless_somebody_asks_for_less() -> None:
    drawing = draw(family(), on=TODAY, kin=KIN)
    assert {(curve.kind, curve.a, curve.b) for curve in drawing.curves} == {
        ("close", "noor", "emine"),
        ("harm", "baz", "safiya"),
    }
    assert [hull.kind for hull in drawing.hulls] == ["home"]


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [(("close",), {"close"}), (("closeness",), {"close"}), (("harm", "close"), {"harm", "close"}), (NONE, set())],
)
def test_feelings_are_chosen_by_kind_or_group(wanted: tuple[str, ...], kinds: set[str]) -> None:
    assert {curve.kind for curve in drawn(family(), feelings=wanted).curves} == kinds


def test_what_is_switched_off_leaves_no_trace() -> None:
    without = to_svg(drawn(family(), feelings=NONE, homes=False))
    never_told = to_svg(drawn(replace(family(), relations=(), households=())))
    assert without == never_told
    told = " ".join(drawn(family(), feelings=NONE, homes=False).sentences)
    assert "harm" not in told and "Quay" not in told


def test_feelings_and_homes_hold_on_a_day() -> None:
    assert "in_conflict" in {curve.kind for curve in drawn(family(), on=date(2019, 5, 1)).curves}
    home = Household(id="h", name="Mill Lane", members=(stay("noor", until="2020"), stay("emine"), stay("hana")))
    assert drawn(family(home), on=date(2019, 5, 1)).hulls[0].members == ("noor", "emine", "hana")
    assert drawn(family(home)).hulls[0].members == ("emine", "hana")


def test_somebody_who_is_not_drawn_is_never_hinted_at() -> None:
    hidden = Household(id="h", name="Mill Lane", members=(stay("emine"), stay("nobody"), stay("other", "second_home")))
    assert drawn(family(hidden)).hulls == ()
    ties = (*TIES, Relation(a="noor", b="nobody", kind="harm"))
    assert to_svg(drawn(replace(family(), relations=ties))) == to_svg(drawn(family()))


def test_a_home_is_what_it_is_to_the_child_at_the_centre() -> None:
    homes = (
        Household(id="1", name="14 Quay Row", members=(stay("noor", since="2022"), stay("safiya", since="2022"))),
        Household(id="2", name="Fenside flats", members=(stay("kwabena"), stay("noor", "second_home"))),
        Household(id="3", name="Anneanne's", members=(stay("emine"), stay("noor", "relatives_home"))),
    )
    hulls = {hull.kind: hull for hull in drawn(family(*homes)).hulls}
    assert " ".join(hulls["home"].name) == "14 Quay Row, since 2022"
    assert " ".join(hulls["second_home"].name) == "Fenside flats Noor at times"
    assert hulls["relatives_home"].members == ("emine",)
    says = [entry.says for entry in drawn(family(*homes)).key if entry.kind == "hull"]
    assert says == ["Noor lives here now", "second home", "relatives' home"]


def test_a_child_with_two_homes_is_in_both() -> None:
    homes = tuple(
        Household(id=parent, name=parent.title(), members=(stay(parent), stay("noor")))
        for parent in ("safiya", "kwabena")
    )
    drawing = drawn(family(*homes))
    assert all("noor" in hull.members for hull in drawing.hulls)
    edges = [set(loop) for hull in drawing.hulls for loop in hull.outlines]
    assert not edges[0] & edges[1]
    assert "Noor also lives at Kwabena." in drawing.sentences


def test_a_feeling_nobody_is_sure_of_bears_a_question_mark() -> None:
    drawing = drawn(family())
    assert {curve.kind: curve.word for curve in drawing.curves} == {"close": "", "harm": "harm?"}
    assert "? on a curve: not sure" in [entry.says for entry in drawing.key]


def test_the_svg_names_the_people_and_the_kind_of_a_curve() -> None:
    svg = to_svg(drawn(family()))
    assert 'data-kind="close" data-group="closeness" data-from="noor" data-to="emine"' in svg
    assert "<title>Noor and Emine Demir are close.</title>" in svg
    assert 'data-household="h" data-kind="home" data-members="noor safiya hana eli"' in svg


def test_a_kind_that_the_sheet_does_not_know_says_its_name() -> None:
    tie = Relation(a="noor", b="emine", kind="plays_chess_with")
    drawing = drawn(replace(family(), relations=(tie,)))
    assert drawing.curves[0].word == "plays chess with"
    assert "plays chess with" in [entry.says for entry in drawing.key]


def test_a_culture_has_a_letter_beside_its_colour_and_is_told() -> None:
    drawing = drawn(family(), cultures={"emine": ["Turkish"], "noor": ["Turkish", "Ghanaian"]})
    assert [(entry.name, entry.says) for entry in drawing.key if entry.kind == "culture"] == [
        ("A", "Turkish"),
        ("B", "Ghanaian"),
    ]
    svg = to_svg(drawing)
    assert svg.count('data-culture="A"') == 2 and svg.count('data-culture="B"') == 1
    assert "Culture of Noor: Turkish and Ghanaian." in drawing.sentences


def test_the_sex_registered_at_birth_is_said_only_when_asked_for() -> None:
    ann = Network(persons=(Person(id="ann", sex="M", gender="woman"),))
    assert "AMAB" not in to_svg(draw(ann, sheet="nsgc"))
    assert "AMAB" in to_svg(draw(ann, sheet="nsgc", layers=Layers(birth_sex=True)))
    assert "registered male at birth" in " ".join(
        line.text
        for line in draw(ann, layers=Layers(birth_sex=True)).symbols[0].label.lines  # type: ignore[union-attr]
    ).replace("  ", " ")
    same = Network(persons=(Person(id="ann", sex="F", gender="woman"),))
    assert "AFAB" not in to_svg(draw(same, sheet="nsgc", layers=Layers(birth_sex=True)))
