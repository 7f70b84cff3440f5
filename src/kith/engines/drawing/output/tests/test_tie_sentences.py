"""Ties, losses and pets are told as they are drawn."""

from dataclasses import replace
from datetime import date

from kith.engines.drawing.network import Account, ChildLink, Network, Person, Relation
from kith.engines.drawing.output import sentences
from kith.engines.drawing.output.tests.families import couple, noor_family, person
from kith.kernel.partial_dates import PartialDate

ON = date(2026, 11, 24)


def told(*ties: Relation) -> tuple[str, ...]:
    return sentences(replace(noor_family(), relations=ties), on=ON, kin={"safiya": "Mum"})


def test_a_tie_says_who_does_what_to_whom() -> None:
    said = told(Relation(a="emine", b="noor", kind="supports"), Relation(a="noor", b="safiya", kind="very_close"))
    assert "Emine Demir supports Noor." in said and "Noor and Mum are very close." in said


def test_another_word_for_a_tie_is_told_as_it_is_drawn() -> None:
    assert "Noor and Mum are in conflict." in told(Relation(a="noor", b="safiya", kind="hostile"))


def test_what_is_over_is_told_as_past_and_what_began_with_its_date() -> None:
    over = Relation(a="noor", b="hana", kind="in_conflict", until=PartialDate("2025"))
    begun = Relation(a="noor", b="eli", kind="close", since=PartialDate("2023"))
    said = told(over, begun)
    assert "Noor and Hana were in conflict." in said and "Noor and Eli are close, since 2023." in said


def test_doubt_and_whose_view_it_is_stand_beside_the_tie() -> None:
    said = told(Relation(a="baz", b="safiya", kind="harm", account=Account(certainty="not_sure", view_of="hana")))
    place = said.index("“Baz” has harmed Mum.")
    assert said[place + 1 : place + 3] == ("We are not sure of this.", "That is how Hana sees it.")


def test_losses_and_pets_have_sentences_of_their_own() -> None:
    lost = Person(id="l", kind="unborn", loss="stillbirth", birth=PartialDate("2013"))
    early = Person(id="m", kind="unborn", loss="miscarriage")
    children = (ChildLink(child="l"), ChildLink(child="m"), ChildLink(child="eli"))
    family = Network(
        persons=(person("Ann"), person("Bo"), person("Eli", "2022-03-02"), lost, early, person("Biscuit", kind="pet")),
        unions=(couple("ann", "bo", "married", children=children),),
    )
    said = sentences(family, on=ON)
    assert "A baby was stillborn in 2013." in said
    assert "There was a miscarriage." in said
    assert "Biscuit is a pet." in said
    assert "Their children are a baby and Eli (4)." in said
