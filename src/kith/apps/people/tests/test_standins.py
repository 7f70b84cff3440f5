"""Words in the place of names, numbers and addresses: the longest first, and nothing left that is surely known."""

from dataclasses import replace

import pytest

from kith.apps.people.scanning import ADDRESS, HOME, NAME, NUMBER, SealedValue
from kith.apps.people.standins import StandIns, Words

GRACE, KWAME, MINA = 1, 2, 3
VALUES = (
    SealedValue(NAME, "n1", GRACE, "Grace Okafor"),
    SealedValue(NAME, "n2", KWAME, "Kwame Okafor"),
    SealedValue(NAME, "n3", MINA, "Mina Okafor"),
    SealedValue(NAME, "n4", 4, "Comfort Ashdown"),
    SealedValue(NUMBER, "p1", GRACE, "0161 496 0123"),
    SealedValue(ADDRESS, "a1", GRACE, "14 Quay Row", "ZZ9 9ZZ"),
    SealedValue(HOME, "h1", 0, "The Old House"),
)
WORDS = Words(
    people={GRACE: "[Mum]", KWAME: "[Dad]"},
    places={NUMBER: "[a number]", ADDRESS: "[an address]", HOME: "[a home]"},
    shared="[somebody]",
    kept=("Mina Okafor", "Comfort Ashdown"),
    common=("Tuesday",),
)


def written(text: str) -> str:
    return StandIns(VALUES, WORDS).written(text).text


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Grace Okafor rang.", "[Mum] rang."),
        ("GRACE’s sister, and Kwame.", "[Mum]’s sister, and [Dad]."),
        ("Mina Okafor rang Ms Okafor.", "Mina Okafor rang Ms Okafor."),
        ("Comfort Ashdown rang.", "Comfort Ashdown rang."),
        ("grace okafor rang", "[Mum] rang"),
        ("Say grace before you eat.", "Say grace before you eat."),
        ("Mina rang.", "Mina rang."),
        ("She moved to 14, Quay Row (ZZ99ZZ).", "She moved to [an address] ([an address])."),
        ("Ring 01614960123 or +44 161 496 0123.", "Ring [a number] or +[a number]."),
        ("Gräce is Grace", "[Mum] is [Mum]"),
        ("The old boy at The Old House.", "The old boy at [a home]."),
        ("", ""),
    ],
)
def test_the_longest_that_is_found_stands_for_all_within_it(text, becomes):
    assert written(text) == becomes


def test_what_may_be_a_name_and_stays_is_listed_once():
    told = StandIns(VALUES, WORDS).written("On Tuesday Bernard and grace met Bernard. Nobody told Mina.")
    assert told.doubtful == ("Bernard", "grace")


def test_a_name_that_two_bear_tells_of_neither_for_sure():
    words = replace(WORDS, kept=())
    assert StandIns(VALUES, words).written("Ms Okafor rang.").text == "Ms [somebody] rang."
    assert not StandIns(VALUES, words).written("Okafor").told
    assert {one.person_id for one in StandIns(VALUES, WORDS).written("Kwame Okafor").told} == {KWAME}
