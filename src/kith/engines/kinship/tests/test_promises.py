"""What holds between any two people of any family, however tangled."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kith.engines.kinship import Kinship, ParentFact, PartnerFact, SiblingFact

SEXES = st.sampled_from(["female", "male", ""])
PARENT_KIND = st.sampled_from(["birth", "birth", "birth", "adoptive", "step", "foster", "kinship", "guardian", "donor"])
PARTNER_KIND = st.sampled_from(["married", "civil", "partners", "widowed"])
SIBLING_KIND = st.sampled_from(["full", "half", "adoptive", "step", "foster"])
PEOPLE = st.integers(0, 9).map(lambda number: f"p{number}")

MIRRORS = {
    "parent": "child",
    "grandparent": "grandchild",
    "sibling": "sibling",
    "half-sibling": "half-sibling",
    "step-sibling": "step-sibling",
    "aunt or uncle": "niece or nephew",
    "half-aunt or half-uncle": "half-niece or half-nephew",
    "great-aunt or great-uncle": "great-niece or great-nephew",
    "cousin": "cousin",
    "second cousin": "second cousin",
    "step-parent": "step-child",
    "foster parent": "foster child",
    "adoptive parent": "adoptive child",
    "birth parent": "birth child",
    "parent-in-law": "child-in-law",
    "sibling-in-law": "sibling-in-law",
    "spouse": "spouse",
    "ex-partner": "ex-partner",
    "co-parent": "co-parent",
    "kinship carer": "child in kinship care",
    "not related": "not related",
}
MIRRORS |= {mirror: term for term, mirror in MIRRORS.items()}


def parent_facts(kinds: st.SearchStrategy[str], *, tangled: bool) -> st.SearchStrategy[list[ParentFact]]:
    facts = st.builds(ParentFact, PEOPLE, PEOPLE, kinds)
    return st.lists(facts if tangled else facts.filter(lambda fact: fact.parent < fact.child), max_size=14)


@st.composite
def families(draw: st.DrawFn, *, tangled: bool = True, sexes: bool = True) -> Kinship:
    people = [f"p{number}" for number in range(10)]
    return Kinship.build(
        parents=draw(parent_facts(PARENT_KIND, tangled=tangled)),
        partners=draw(st.lists(st.builds(PartnerFact, PEOPLE, PEOPLE, PARTNER_KIND, st.booleans()), max_size=4)),
        siblings=draw(st.lists(st.builds(SiblingFact, PEOPLE, PEOPLE, SIBLING_KIND), max_size=2)),
        sexes_or_words={person: draw(SEXES) if sexes else "" for person in people},
    )


@given(families())
def test_the_list_and_the_single_answer_agree(family: Kinship) -> None:
    for person, found in family.from_("p0").items():
        assert found == family.between(of="p0", to=person)
        assert found.term and found.plain and found.rule
        assert found.side in {"mother", "father", "both", ""}


@given(families())
def test_every_path_leads_to_the_person(family: Kinship) -> None:
    for person in family.people - {"p0"}:
        for found in family.all_between(of="p0", to=person):
            assert not found.path or found.path[-1].who == person
            assert (not found.path) == (found.term == "not related")


@given(families(sexes=False))
def test_the_other_way_round_the_term_is_mirrored(family: Kinship) -> None:
    for one in ("p3", "p4"):
        for other, found in family.from_(one).items():
            if found.term in MIRRORS:
                back = [answer.term for answer in family.all_between(of=other, to=one)]
                assert MIRRORS[found.term] in back, (one, other, found, back)


@given(families())
def test_generations_are_mirrored(family: Kinship) -> None:
    for other, found in family.from_("p4").items():
        shapes = [(answer.up, answer.down) for answer in family.all_between(of=other, to="p4")]
        assert (found.down, found.up) in shapes


@st.composite
def twins(draw: st.DrawFn) -> tuple[Kinship, Kinship, Sequence[str]]:
    """The same family twice, under other names."""
    people = [f"p{number}" for number in range(10)]
    renamed = dict(zip(people, draw(st.permutations([f"q{number}" for number in range(10)])), strict=True))
    parents = draw(parent_facts(PARENT_KIND, tangled=True))
    partners = draw(st.lists(st.builds(PartnerFact, PEOPLE, PEOPLE, PARTNER_KIND, st.booleans()), max_size=4))
    sexes = {person: draw(SEXES) for person in people}
    one = Kinship.build(parents=parents, partners=partners, sexes_or_words=sexes)
    other = Kinship.build(
        parents=[ParentFact(renamed[fact.parent], renamed[fact.child], fact.kind) for fact in parents],
        partners=[PartnerFact(renamed[fact.a], renamed[fact.b], fact.kind, fact.current) for fact in partners],
        sexes_or_words={renamed[person]: sex for person, sex in sexes.items()},
    )
    return one, other, [renamed[person] for person in people]


@given(twins())
def test_new_names_change_no_term(both: tuple[Kinship, Kinship, Sequence[str]]) -> None:
    one, other, names = both
    for place, name in enumerate(names[1:], 1):
        before, after = one.between(of="p0", to=f"p{place}"), other.between(of=names[0], to=name)
        assert (before.term, before.plain, before.side) == (after.term, after.plain, after.side)
