"""Sentences say what the picture says: plainly, about everybody once, without blame or guesses."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.drawing.network import (
    Account,
    ChildLink,
    Household,
    Membership,
    Name,
    Network,
    Person,
    Status,
    Union,
)
from kith.engines.drawing.output import sentences, story, to_text
from kith.engines.drawing.output.tests.families import KIN, TODAY, chain, couple, noor_family, person
from kith.engines.drawing.vocabulary import CHILD_LINKS, PERSON_KINDS, STATUSES
from kith.kernel.partial_dates import PartialDate


def told(*people: Person, unions: tuple[Union, ...] = (), **more: object) -> tuple[str, ...]:
    return sentences(Network(persons=people, unions=unions, **more), on=TODAY)  # type: ignore[arg-type]


ANN, BO, CY, DI = person("Ann"), person("Bo"), person("Cy", "2016-05-01"), person("Di", "2016-05-01")


def test_the_story_begins_with_the_child_at_home() -> None:
    said = sentences(noor_family(), on=TODAY, kin=KIN)
    assert said[:4] == (
        "Noor, 11, lives at 14 Quay Row with her mum Safiya, her sister Hana and her half-brother Eli.",
        "Mum and Dad separated in 2019.",
        "Their children are Hana (16) and Noor.",
        "Mum is Safiya Wrayburn, 34.",
    )
    assert "Yusuf Demir died on 1 September 2018, aged 66." in said
    assert "We know “Baz” only by this name." in said
    assert "Mum told us in October 2026." in said


def test_headings_go_from_the_child_back_in_time() -> None:
    assert [passage.heading for passage in story(noor_family(), on=TODAY, kin=KIN)] == [
        "Noor",
        "Parents, aunts and uncles",
        "Grandparents",
    ]


def test_nobodys_gender_is_guessed() -> None:
    family = replace(
        noor_family(), persons=tuple(replace(p, gender="", pronouns="", sex="F") for p in noor_family().persons)
    )
    said = " ".join(sentences(family, on=TODAY, kin=KIN))
    assert "with their mum Safiya" in said
    assert not re.search(r"\b(he|she|his|her|him)\b", said, re.IGNORECASE)


def _length(sentence: str) -> int:
    """Words of a sentence; names of people stay out of the count."""
    names = {word for person in noor_family().persons for word in person.called.split()}
    return sum(word.strip(".,()'s") not in names for word in sentence.split())


def test_family_text_is_short_and_carries_no_blame() -> None:
    said = sentences(noor_family(), on=TODAY, kin=KIN) + sentences(chain(20), on=TODAY)
    lengths = [_length(sentence) for sentence in said]
    assert sum(lengths) / len(lengths) <= 12
    assert max(lengths) <= 20
    assert not re.search(r"absent|broken|illegitimate|half-caste|refus|fail", " ".join(said))


@pytest.mark.parametrize(
    ("kind", "since", "sentence"),
    [
        ("married", "1970", "Ann and Bo married in 1970."),
        ("married", "", "Ann and Bo are married."),
        ("civil", "2020-05-03", "Ann and Bo became civil partners on 3 May 2020."),
        ("cohabiting", "2021", "Ann and Bo have lived together since 2021."),
        ("separated", "", "Ann and Bo are separated."),
        ("divorced", "2014~", "Ann and Bo divorced in about 2014."),
        ("", "", "Ann and Bo are or were a couple."),
        ("betrothed", "", "Ann and Bo are or were a couple."),
    ],
)
def test_how_a_couple_stands(kind: str, since: str, sentence: str) -> None:
    assert sentence in told(ANN, BO, unions=(couple("ann", "bo", kind, since),))


def test_a_couple_of_whom_one_has_died_were_married() -> None:
    said = told(replace(ANN, has_died=True), BO, unions=(couple("ann", "bo", "married"),))
    assert "Ann and Bo were married." in said
    assert "Ann has died." in said


def test_earlier_states_are_told_where_they_have_a_date() -> None:
    statuses = (
        Status(kind="engaged"),
        Status(kind="cohabiting", since=PartialDate("2005")),
        Status(kind="separated", since=PartialDate("2019")),
    )
    said = told(ANN, BO, unions=(Union(id="u", partners=("ann", "bo"), statuses=statuses),))
    assert said[1:3] == ("Ann and Bo lived together from 2005.", "They separated in 2019.")


@pytest.mark.parametrize(
    ("identical", "sentence"),
    [
        (True, "Cy and Di are identical twins."),
        (False, "Cy and Di are twins. They are not identical."),
        (None, "Cy and Di are twins. We do not know if they are identical."),
    ],
)
def test_twins(identical: bool | None, sentence: str) -> None:
    links = tuple(ChildLink(child=child, twin="t", identical=identical) for child in ("cy", "di"))
    said = told(ANN, BO, CY, DI, unions=(couple("ann", "bo", "married", children=links),))
    assert "Their children are Cy (10) and Di (10)." in said
    assert sentence in said


def test_triplets_of_whom_only_two_are_identical_are_just_triplets() -> None:
    links = tuple(ChildLink(child=c, twin="t", identical=c != "eve") for c in ("cy", "di", "eve"))
    said = told(ANN, BO, CY, DI, person("Eve", "2013"), unions=(couple("ann", "bo", "married", children=links),))
    assert "Cy, Di and Eve are triplets." in said


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        (ChildLink(child="cy", kind="adopted", since=PartialDate("2023")), "Cy was adopted in 2023."),
        (ChildLink(child="cy", kind="adopted"), "Cy was adopted."),
        (ChildLink(child="cy", kind="foster"), "Cy is fostered with Ann and Bo."),
        (
            ChildLink(child="cy", kind="foster", since=PartialDate("2019"), until=PartialDate("2020")),
            "Cy was fostered with Ann and Bo.",
        ),
        (ChildLink(child="cy", kind="step"), "Cy is a stepchild of Ann and Bo."),
    ],
)
def test_how_a_child_came_to_the_family(link: ChildLink, sentence: str) -> None:
    assert sentence in told(ANN, BO, CY, unions=(couple("ann", "bo", "married", children=(link,)),))


def test_a_fostered_child_is_not_called_their_child() -> None:
    said = told(ANN, BO, CY, unions=(couple("ann", "bo", "married", children=(ChildLink(child="cy", kind="foster"),)),))
    assert not any(sentence.startswith("Their child") for sentence in said)
    assert "Cy is 10." in said


def test_parents_who_are_not_known() -> None:
    who = Person(id="who", unknown=True)
    links = (ChildLink(child="cy"),)
    assert "We do not know yet who Cy’s other parent is." in told(
        ANN, CY, who, unions=(Union(id="u", partners=("ann", "who"), children=links),)
    )
    assert "We do not know yet who Cy’s parents are." in told(CY, unions=(Union(id="u", children=links),))
    both = (ChildLink(child="cy"), ChildLink(child="di"))
    assert "Cy and Di have the same parents. We do not know yet who they are." in told(
        CY, DI, unions=(Union(id="u", children=both),)
    )


def test_families_and_people_that_are_not_joined() -> None:
    family = noor_family()
    more = replace(
        family,
        persons=(*family.persons, person("Ola Brook"), person("Per Brook"), person("Quin Vale", "1990-01-01")),
        unions=(*family.unions, couple("ola", "per", "married")),
    )
    said = sentences(more, on=TODAY, kin=KIN)
    assert "One more family is in this picture. It is not joined to Noor’s family." in said
    assert "Quin Vale is not joined to anybody here." in said
    assert "Quin Vale is 36." in said
    assert "Ola Brook and Per Brook are married." in said


def test_many_children_are_told_a_few_at_a_time() -> None:
    children = tuple(Person(id=f"c{i}") for i in range(14))
    links = tuple(ChildLink(child=child.id) for child in children)
    said = told(ANN, BO, *children, unions=(couple("ann", "bo", "married", children=links),))
    assert "They have 14 children." in said
    assert "c0, c1, c2, c3 and c4." in said
    assert sum("c13" in sentence for sentence in said) == 1


def test_two_people_of_one_name_are_told_apart() -> None:
    old = Person(id="old", names=(Name(text="Ann Vale"),), birth=PartialDate("1960"))
    young = Person(id="young", names=(Name(text="Ann Vale"),), birth=PartialDate("1990"))
    said = told(old, young, unions=(Union(id="u", partners=("old",), children=(ChildLink(child="young"),)),))
    assert any("Ann Vale (born 1960)’s child is Ann Vale (born 1990)" in sentence for sentence in said)


def test_a_name_from_right_to_left_is_fenced_off() -> None:
    said = told(Person(id="p", names=(Name(text="\u202eنور"),), provisional=True))
    assert any("\u2068“نور”\u2069" in sentence for sentence in said)
    assert not any("\u202e" in sentence for sentence in said)


def test_who_lives_there_now_is_told_and_who_left_is_not() -> None:
    members = (
        Membership(person="noor"),
        Membership(person="safiya", until=PartialDate("2025")),
        Membership(person="hana", since=PartialDate("2027")),
    )
    family = replace(noor_family(), households=(Household(id="h", name="Fenside", members=members),))
    assert sentences(family, on=TODAY, kin=KIN)[0] == "Noor, 11, lives at Fenside."


def test_a_full_house_is_told_in_several_sentences() -> None:
    people = tuple(person(name) for name in ("Noor", "Ann", "Bo", "Cy", "Di", "Eve", "Fay"))
    home = Household(id="h", name="Fenside", members=tuple(Membership(person=p.id) for p in people))
    said = told(*people, about="noor", households=(home,))
    assert said[:2] == ("Noor lives at Fenside with Ann, Bo, Cy and Di.", "Eve and Fay live there too.")


@pytest.mark.parametrize(
    ("name", "others", "opening"),
    [
        ("", (), "This is Noor’s family."),
        ("", ("ann",), "Noor lives with Ann."),
        ("Fenside", (), "Noor lives at Fenside."),
    ],
)
def test_a_home_is_told_as_far_as_it_is_known(name: str, others: tuple[str, ...], opening: str) -> None:
    home = Household(id="h", name=name, members=tuple(Membership(person=p) for p in ("noor", *others)))
    assert told(person("Noor"), ANN, about="noor", households=(home,))[0] == opening


def test_a_second_home_is_told_too() -> None:
    home = Household(id="h", name="Fenside", members=(Membership(person="noor", kind="second_home"),))
    assert "Noor also stays at Fenside." in told(person("Noor"), about="noor", households=(home,))


def test_an_empty_network_says_so() -> None:
    assert sentences(Network()) == ("Nobody has been added yet.",)


def test_somebody_who_is_not_there_is_left_out() -> None:
    said = told(ANN, unions=(couple("ann", "ghost", "married", children=(ChildLink(child="spook"),)),))
    assert "ghost" not in " ".join(said) and "spook" not in " ".join(said)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Any tangle of unions, also impossible ones; a story must still be told."""
    ids = [f"Person{number}" for number in range(draw(st.integers(1, 12)))]
    yes_or_no, a_day = st.booleans(), st.sampled_from((None, PartialDate("1980"), PartialDate("2019-05~")))
    people = tuple(
        Person(
            id=one,
            kind=draw(st.sampled_from(PERSON_KINDS)),
            provisional=draw(yes_or_no),
            birth=draw(a_day),
            has_died=draw(yes_or_no),
            death=draw(a_day),
            account=draw(st.sampled_from((None, Account(told_by=ids[0]), Account(told_by="a neighbour")))),
        )
        for one in ids
    )
    some = st.lists(st.sampled_from(ids), max_size=8, unique=True)
    kinds, states = st.sampled_from((*CHILD_LINKS, "other")), st.sampled_from((*STATUSES, "other"))
    unions = tuple(
        Union(
            id=f"u{number}",
            partners=tuple(draw(some)[:2]),
            statuses=tuple(
                Status(kind=draw(states), since=draw(a_day), until=draw(a_day)) for _ in range(draw(st.integers(0, 2)))
            ),
            children=tuple(
                ChildLink(
                    child=child,
                    kind=draw(kinds),
                    since=draw(a_day),
                    until=draw(a_day),
                    twin=draw(st.sampled_from(("", "t"))),
                )
                for child in draw(some)
            ),
        )
        for number in range(draw(st.integers(0, 5)))
    )
    return Network(persons=people, unions=unions, about=draw(st.sampled_from(["", ids[0]])))


@given(networks(), st.sampled_from((None, TODAY)), st.sampled_from(({}, {"Person1": "Mum", "Person2": "aunt"})))
def test_nobody_is_left_out(network: Network, on: date | None, kin: dict[str, str]) -> None:
    said = " ".join(sentences(network, on=on, kin=kin))
    assert [person.id for person in network.persons if not re.search(rf"\b{person.id}\b", said)] == []


def test_work_grows_in_step_with_the_family() -> None:
    few, many = (len(sentences(chain(length), on=TODAY)) for length in (100, 2000))
    assert many == pytest.approx(20 * few, rel=0.05)


def test_text_has_headings_and_a_sentence_a_line() -> None:
    text = to_text(noor_family(), on=TODAY, kin=KIN)
    assert text.startswith("Noor\nNoor, 11, lives")
    assert "\n\nGrandparents\n" in text and text.endswith(".\n")
