"""The terms of one invented family, and promises that hold for every family."""

import pytest

from kith.engines.kinship import CannotTellKinship, Kinship, ParentFact, PartnerFact, SiblingFact, Step
from kith.engines.kinship.tests.invented_family import invented_family

FAMILY = invented_family()

RELATIONS = [
    # of, to, term, plain, side
    ("noor", "ann", "mother", "Mum", "mother"),
    ("noor", "dev", "father", "Dad", "father"),
    ("ann", "noor", "daughter", "daughter", ""),
    ("ann", "sam", "son", "son", ""),
    ("ned", "pip", "child", "child", ""),
    ("noor", "sam", "brother", "Mum and Dad’s son", "both"),
    ("eli", "jo", "sibling", "Mum’s child", "mother"),
    ("noor", "mia", "half-sister", "Dad’s daughter", "father"),
    ("noor", "lena", "step-mother", "Dad’s wife", "father"),
    ("noor", "mike", "step-father", "Mum’s partner", "mother"),
    ("lena", "noor", "step-daughter", "husband’s daughter", ""),
    ("noor", "owen", "step-brother", "Dad’s wife’s son", "father"),
    ("noor", "lily", "step-sister", "Mum’s partner’s daughter", "mother"),
    ("mia", "owen", "half-brother", "Mum’s son", "mother"),
    ("noor", "rose", "grandmother", "Mum’s mother", "mother"),
    ("noor", "amir", "grandfather", "Dad’s father", "father"),
    ("noor", "vera", "step-grandmother", "Mum’s partner’s mother", "mother"),
    ("rose", "jo", "grandchild", "daughter’s child", ""),
    ("rose", "noor", "granddaughter", "daughter’s daughter", ""),
    ("noor", "edith", "great-grandmother", "Mum’s mother’s mother", "mother"),
    ("pip", "walter", "great-great-grandfather", "Dad’s mother’s father’s father", "father"),
    ("edith", "sam", "great-grandson", "daughter’s daughter’s son", ""),
    ("noor", "beth", "aunt", "Mum’s sister", "mother"),
    ("noor", "carl", "uncle", "Mum’s brother", "mother"),
    ("noor", "gina", "half-aunt", "Mum’s half-sister", "mother"),
    ("noor", "priya", "aunt by marriage", "Mum’s sister’s wife", "mother"),
    ("noor", "tess", "uncle’s partner", "Mum’s brother’s partner", "mother"),
    ("noor", "harold", "great-uncle", "Mum’s mother’s brother", "mother"),
    ("noor", "percy", "great-uncle", "Mum’s father’s brother", "mother"),
    ("noor", "joyce", "great-aunt by marriage", "Mum’s mother’s brother’s wife", "mother"),
    ("ned", "noor", "second cousin", "Mum’s father’s sister’s daughter’s daughter", "mother"),
    ("carl", "noor", "niece", "sister’s daughter", "both"),
    ("carl", "jo", "niece or nephew", "sister’s child", "both"),
    ("harold", "sam", "great-nephew", "sister’s daughter’s son", "both"),
    ("noor", "eli", "cousin", "Mum’s sister’s son", "mother"),
    ("noor", "hal", "half-cousin", "Mum’s half-sister’s son", "mother"),
    ("noor", "rob", "step-cousin", "Mum’s brother’s partner’s son", "mother"),
    ("noor", "dora", "first cousin once removed", "Mum’s mother’s brother’s daughter", "mother"),
    ("dora", "noor", "first cousin once removed", "Dad’s sister’s daughter’s daughter", "father"),
    ("ann", "pip", "first cousin twice removed", "Mum’s brother’s daughter’s son’s child", "mother"),
    ("noor", "pip", "second cousin once removed", "Mum’s mother’s brother’s daughter’s son’s child", "mother"),
    ("beth", "priya", "wife", "wife", ""),
    ("rose", "frank", "husband", "husband", ""),
    ("carl", "tess", "partner", "partner", ""),
    ("ann", "dev", "ex-husband", "ex-husband", ""),
    ("kim", "ned", "ex-partner", "ex-partner", ""),
    ("edith", "walter", "husband", "husband", ""),
    ("priya", "rose", "mother-in-law", "wife’s mother", ""),
    ("rose", "priya", "daughter-in-law", "daughter’s wife", ""),
    ("priya", "ann", "sister-in-law", "wife’s sister", ""),
    ("ann", "priya", "sister-in-law", "sister’s wife", "both"),
    ("carl", "priya", "sister-in-law", "sister’s wife", "both"),
    ("priya", "noor", "niece by marriage", "wife’s sister’s daughter", ""),
    ("ann", "vera", "partner’s mother", "partner’s mother", ""),
    ("ann", "sara", "ex-husband’s mother", "ex-husband’s mother", ""),
    ("ann", "olga", "father’s ex-wife", "Dad’s ex-wife", "father"),
    ("tom", "priya", "adoptive mother", "adoptive mum", "mother"),
    ("tom", "una", "birth mother", "birth mum", "mother"),
    ("una", "tom", "birth son", "son", ""),
    ("tom", "wes", "birth brother", "birth parents’ son", "both"),
    ("tom", "eli", "adoptive brother", "adoptive mum’s son", "mother"),
    ("tom", "rose", "adoptive grandmother", "adoptive mum’s mother", "mother"),
    ("tom", "noor", "cousin", "adoptive mum’s sister’s daughter", "mother"),
    ("jo", "beth", "mother", "Mum", "mother"),
    ("jo", "priya", "adoptive mother", "adoptive mum", "mother"),
    ("jo", "greg", "donor", "donor", ""),
    ("greg", "jo", "donor-conceived child", "donor-conceived child", ""),
    ("yusuf", "tess", "foster mother", "foster mum", ""),
    ("yusuf", "rob", "foster brother", "foster mum’s son", ""),
    ("yusuf", "rose", "foster grandmother", "foster dad’s mother", ""),
    ("carl", "yusuf", "foster son", "foster son", ""),
    ("sam", "beth", "aunt", "Mum’s sister", "mother"),
    ("lily", "hope", "special guardian", "special guardian", ""),
    ("hope", "lily", "child under special guardianship", "child under special guardianship", ""),
    ("una", "vic", "co-parent", "son’s father", ""),
    ("noor", "hope", "not related", "not related", ""),
    ("noor", "noor", "same person", "same person", ""),
]


@pytest.mark.parametrize(("of", "to", "term", "plain", "side"), RELATIONS)
def test_relation(of: str, to: str, term: str, plain: str, side: str) -> None:
    found = FAMILY.between(of=of, to=to)
    assert (found.term, found.plain, found.side) == (term, plain, side)


@pytest.mark.parametrize(
    ("of", "to", "terms"),
    [
        ("sam", "beth", ["aunt", "kinship carer"]),
        ("noor", "ned", ["second cousin", "aunt’s ex-partner"]),
        ("jo", "eli", ["brother"]),
    ],
)
def test_everything_that_is_true_is_told(of: str, to: str, terms: list[str]) -> None:
    assert [found.term for found in FAMILY.all_between(of=of, to=to)] == terms


def test_the_path_is_the_proof() -> None:
    assert FAMILY.between(of="noor", to="owen").path == (
        Step("dev", "parent", "birth"),
        Step("lena", "partner", "married"),
        Step("owen", "child", "birth"),
    )
    assert FAMILY.between(of="owen", to="noor").path == (
        Step("lena", "parent", "birth"),
        Step("dev", "partner", "married"),
        Step("noor", "child", "birth"),
    )


def test_a_grandmother_who_adopts_is_both() -> None:
    family = Kinship.build(
        parents=[ParentFact("gran", "mum"), ParentFact("mum", "child"), ParentFact("gran", "child", "adoptive")],
        sexes_or_words={"gran": "female", "mum": "female"},
    )
    assert [found.term for found in family.all_between(of="child", to="gran")] == [
        "adoptive mother",
        "birth grandmother",
    ]
    assert family.between(of="child", to="mum").term == "birth mother"


def test_an_adopting_husband_leaves_the_mother_the_mother() -> None:
    family = Kinship.build(
        parents=[ParentFact("mum", "child"), ParentFact("first", "child"), ParentFact("second", "child", "adoptive")],
        partners=[PartnerFact("mum", "second", "married")],
        sexes_or_words={"mum": "female", "first": "male", "second": "male"},
    )
    terms = {person: found.term for person, found in family.from_("child").items()}
    assert terms == {"first": "birth father", "mum": "mother", "second": "adoptive father"}


def test_children_adopted_together_are_simply_brothers() -> None:
    facts = [ParentFact(parent, child) for parent in ("una", "vic") for child in ("tom", "wes")]
    facts += [ParentFact(parent, child, "adoptive") for parent in ("ada", "bo") for child in ("tom", "wes")]
    family = Kinship.build(parents=facts, sexes_or_words={"wes": "male"})
    assert [found.term for found in family.all_between(of="tom", to="wes")] == ["brother"]


def test_a_second_parent_nobody_recorded_makes_no_half_sister() -> None:
    facts = [ParentFact("mum", "one"), ParentFact("mum", "other"), ParentFact("dad", "one")]
    assert Kinship.build(parents=facts).between(of="one", to="other").term == "sibling"
    facts.append(ParentFact("another", "other"))
    assert Kinship.build(parents=facts).between(of="one", to="other").term == "half-sibling"


def test_full_siblings_share_the_parents_one_of_them_has() -> None:
    family = Kinship.build(
        parents=[ParentFact("rose", "ann"), ParentFact("edith", "rose")],
        siblings=[SiblingFact("beth", "ann"), SiblingFact("cleo", "beth"), SiblingFact("ann", "half", "half")],
        sexes_or_words=dict.fromkeys(("rose", "ann", "edith", "beth", "cleo", "half"), "female"),
    )
    terms = {person: found.term for person, found in family.from_("cleo").items()}
    assert terms == {
        "ann": "sister",
        "beth": "sister",
        "edith": "grandmother",
        "half": "half-sister",
        "rose": "mother",
    }
    assert family.between(of="cleo", to="rose").plain == "sister’s sister’s mother"


def test_the_full_sister_of_a_half_sister_is_one_too() -> None:
    bonds = [SiblingFact("ann", "beth"), SiblingFact("cleo", "dora"), SiblingFact("beth", "cleo", "half")]
    family = Kinship.build(siblings=bonds, sexes_or_words={"ann": "female", "dora": "female"})
    assert family.between(of="ann", to="dora").term == "half-sister"
    assert [step.who for step in family.between(of="dora", to="ann").path] == ["cleo", "beth", "ann"]


def test_a_mistaken_crowd_of_siblings_is_followed_only_so_far() -> None:
    bonds = [SiblingFact(f"p{number}", f"p{number + 1}") for number in range(1000)]
    family = Kinship.build(siblings=[*bonds, SiblingFact("p500", "half", "half")], parents=[ParentFact("m", "p7")])
    terms = family.from_("p0")
    assert (terms["p9"].term, terms["m"].term, terms["p900"].term) == ("sibling", "parent", "not related")


def test_people_and_kinds_that_are_not_there_are_refused_in_a_sentence() -> None:
    with pytest.raises(CannotTellKinship, match='nobody recorded as "ghost" in this family'):
        FAMILY.between(of="noor", to="ghost")
    with pytest.raises(CannotTellKinship, match="nobody recorded"):
        FAMILY.from_("ghost")
    with pytest.raises(CannotTellKinship, match='no parent kind "godmother"; use adoptive, birth'):
        Kinship.build(parents=[ParentFact("a", "b", "godmother")])
    with pytest.raises(CannotTellKinship, match="no couple kind"):
        Kinship.build(partners=[PartnerFact("a", "b", "engaged")])
    with pytest.raises(CannotTellKinship, match="no sibling kind"):
        Kinship.build(siblings=[SiblingFact("a", "b", "twin")])


def test_somebody_recorded_as_their_own_forebear_is_still_answered() -> None:
    circle = [ParentFact("a", "b"), ParentFact("b", "c"), ParentFact("c", "a"), ParentFact("a", "a")]
    family = Kinship.build(parents=circle, partners=[PartnerFact("a", "a")])
    assert family.between(of="a", to="b").term == "child"
    assert family.between(of="a", to="c").term == "parent"


def test_a_very_long_line_is_walked_to_its_end() -> None:
    facts = [ParentFact(f"p{number + 1}", f"p{number}") for number in range(3000)]
    family = Kinship.build(parents=facts)
    found = family.between(of="p0", to="p3000")
    assert found.term == "2998\N{MULTIPLICATION SIGN} great-grandparent"
    assert len(found.path) == 3000
