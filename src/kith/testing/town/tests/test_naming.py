"""Names follow the customs of their people."""

from datetime import date
from random import Random

import pytest

from kith.testing.town.cultures import cultures
from kith.testing.town.naming import Spoken, name_child, name_founder, name_in_marriage, with_ending

BORN = date(2015, 2, 3)


def spoken(culture: str, sex: str, given: str, family: str, stem: str = "") -> Spoken:
    return Spoken(cultures()[culture], sex, given, family, stem or family)


def child(culture: str, sex: str, *parents: Spoken) -> Spoken:
    return name_child(Random(4), cultures()[culture], sex=sex, born=BORN, parents=parents)


@pytest.mark.parametrize("key", sorted(cultures()))
def test_every_culture_names_people_of_three_generations(key: str) -> None:
    for generation in (0, 1, 2):
        for sex in ("F", "M"):
            person = name_founder(Random(1), cultures()[key], sex=sex, generation=generation)
            assert person.given and person.family and person.given in person.text


def test_somali_children_bear_the_names_of_father_and_grandfather() -> None:
    father = spoken("somali", "M", "Jamal", "Warsame Geedi")
    assert child("somali", "F", father).family == "Jamal Warsame"


def test_eritrean_children_bear_their_fathers_name() -> None:
    assert child("eritrean", "M", spoken("eritrean", "M", "Berhane", "Gebre")).family == "Berhane"


def test_icelandic_children_are_named_after_their_fathers_in_the_genitive() -> None:
    father = spoken("icelandic", "M", "Sigurður", "Jónsson")
    assert child("icelandic", "F", father).family == "Sigurðardóttir"
    assert child("icelandic", "M", father).family == "Sigurðarson"


def test_polish_and_lithuanian_daughters_and_wives_have_endings_of_their_own() -> None:
    assert child("polish", "F", spoken("polish", "M", "Marcin", "Krajewski")).family == "Krajewska"
    lithuanian = spoken("lithuanian", "M", "Darius", "Kazlauskas")
    assert child("lithuanian", "F", lithuanian).family == "Kazlauskaitė"
    assert name_in_marriage(spoken("lithuanian", "F", "Rasa", "Stankutė", "Stankus"), lithuanian) == "Kazlauskienė"


def test_portuguese_children_bear_the_mothers_name_then_the_fathers() -> None:
    father = spoken("portuguese", "M", "Rui", "Pinto Lopes")
    mother = spoken("portuguese", "F", "Marta", "Barros")
    assert child("portuguese", "F", father, mother).family == "Barros Lopes"


def test_sikh_names_have_singh_and_kaur() -> None:
    father = spoken("punjabi_sikh", "M", "Balraj", "Singh Virk", "Virk")
    assert child("punjabi_sikh", "F", father).family == "Kaur Virk"
    assert child("punjabi_sikh", "M", father).family == "Singh Virk"


def test_chinese_and_vietnamese_family_names_come_first() -> None:
    person = child("chinese", "F", spoken("chinese", "M", "Kwok Wai", "Chan"))
    assert person.text == f"Chan {person.given}"


def test_a_ghanaian_child_may_be_called_after_the_day_of_birth() -> None:
    father = spoken("ghanaian", "M", "Isaac", "Tetteh")
    names = {
        name_child(Random(seed), cultures()["ghanaian"], sex="M", born=date(2020, 6, 5), parents=(father,)).given
        for seed in range(20)
    }
    assert "Kofi" in names  # 5 June 2020 was a Friday


def test_a_father_of_another_culture_passes_on_his_name_unchanged() -> None:
    assert child("somali", "F", spoken("english", "M", "Craig", "Catchpole")).family == "Catchpole"


def test_the_longest_fitting_ending_is_exchanged() -> None:
    assert with_ending("Zahorskyi", (("i", "a"), ("skyi", "ska"))) == "Zahorska"
    assert with_ending("Moroz", (("skyi", "ska"),)) == "Moroz"
