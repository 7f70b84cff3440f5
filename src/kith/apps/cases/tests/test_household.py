"""The children of one household, told once: each has a record and a path of their own, and nobody sealed is offered."""

from collections.abc import Iterator

import pytest
from django.db.models import Q

from kith.apps.access.models import Involvement, Subject
from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.cases import queries, services
from kith.apps.cases.models import ContactPerson
from kith.apps.cases.projections import HouseholdPage, HouseholdTold, Told
from kith.apps.people import services as people_services
from kith.apps.people.models import Address as AddressRow
from kith.apps.people.models import Household as HouseholdRow
from kith.apps.people.models import HouseholdMember, Tie
from kith.apps.people.queries import family_of, find_children, person_view
from kith.apps.people.queries import homes_of as homes_seen
from kith.apps.records.base import StaleVersion
from kith.engines.drawing.network import Address, Household, Membership
from kith.kernel.errors import KithError
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
WORRY = Told(words="They come without coats.", child_name="Ivy Brook", others="Her brothers, and a baby")
AT_HOME = ("ivy", "sol", "kit", "mum")


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Ivy has a case; Sol and Kit are known as her brothers; Rae lived there once, and Ned lives elsewhere."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "front-door"), agency("school", kind="school")],
            workers=[
                worker("fay", "front_door", teams=["front-door"], clearance=2),
                worker("gil", "front_door", teams=["front-door"], clearance=2),
                worker("tess", agency="school"),
                worker("zed"),
            ],
        )
        people = (child("ivy", "Ivy Brook"), child("sol", "Sol Brook"), child("kit", "Kit Brook"), person("mum"))
        home = Household(id="home", name="2 Brook Lane", members=tuple(Membership(person=one) for one in AT_HOME))
        made.add([family(*people, households=(home,)), family(child("ned", "Ned Marsh"))])
        made.involve("ivy", "zed")
        yield made


def told(county: Partnership) -> str:
    return services.tell_as_worker(by=county.actor("tess"), told=WORRY, now=NOW).ref


def page_of(county: Partnership, ref: str, who: str = "fay") -> HouseholdPage:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.household_page(county.actor(who), ref, now=NOW)


def link(
    county: Partnership,
    ref: str,
    *known: str,
    names: tuple[str, ...] = (),
    version: int = 1,
    share: str = "",
    is_one_home: bool = False,
) -> tuple[int, int]:
    refs = tuple(county.refs.get(one, one) for one in known)
    return services.link_household(
        by=county.actor("fay"),
        contact_ref=ref,
        told=HouseholdTold(known=refs, names=names, share=share, is_one_home=is_one_home),
        expected_version=version,
        now=NOW,
    )


def offered(page: HouseholdPage) -> tuple[set[str], set[str]]:
    return {one.name for one in page.named}, {one.name for one in page.at_home}


def test_those_with_the_name_and_the_children_who_live_with_them_are_offered(county):
    ref = told(county)
    assert offered(page_of(county, ref)) == ({"Ivy Brook"}, {"Sol Brook", "Kit Brook"})
    assert link(county, ref, "ivy") == (1, 0)
    assert offered(page_of(county, ref)) == (set(), {"Sol Brook", "Kit Brook"})


def test_each_gets_a_record_a_path_and_the_contact_in_one_press_and_twice_is_once(county):
    ref = told(county)
    assert link(county, ref, "ivy", "sol", names=("Wren Brook", "wren brook", " ")) == (2, 1)
    wren = find(county, "Wren Brook")
    for subject in (county.refs["ivy"], county.refs["sol"], wren):
        with reading("test", by=county.actor("fay"), now=NOW):
            assert len(queries.path_page(county.actor("fay"), subject, now=NOW).contacts) == 1
        assert Subject.objects.get(ref=subject).has_case
    assert Involvement.objects.filter(subject__ref__in=[county.refs["sol"], wren], team__isnull=False).count() == 2
    with pytest.raises(StaleVersion):
        link(county, ref, "ivy", "sol", names=("Wren Brook",))
    assert link(county, ref, "ivy", "kit", version=2) == (1, 0)
    assert ContactPerson.objects.filter(contact__ref=ref).count() == 4


def find(county: Partnership, name: str) -> str:
    with reading("test", by=county.actor("fay"), now=NOW):
        (one,) = find_children(county.actor("fay"), name, now=NOW)
    return one.ref


def test_nobody_sealed_is_offered_or_confirmed_and_nothing_happens_to_the_others(county):
    ref = told(county)
    seal = NewSeal(kind="adoption", why="The first family must not find him.")
    set_seal(by=county.actor("zed"), subject_ref=county.refs["sol"], seal=seal, now=NOW)
    assert offered(page_of(county, ref)) == ({"Ivy Brook"}, {"Kit Brook"})
    for closed in ("sol", "0" * 26):
        with pytest.raises(NothingHere):
            link(county, ref, "ivy", closed)
    assert not ContactPerson.objects.exists()


def test_a_home_that_is_sealed_tells_nobody_who_lives_together(county):
    ref = told(county)
    home = HouseholdRow.objects.get()
    seal = NewSeal(kind="safe_address", why="A refuge.", records=(("household", home.ref),))
    set_seal(by=county.actor("zed"), subject_ref=county.refs["ivy"], seal=seal, now=NOW)
    assert offered(page_of(county, ref)) == ({"Ivy Brook"}, set())


@pytest.mark.parametrize(
    ("known", "names", "says"),
    [
        ((), ("", " "), "Tick at least one"),
        ((), tuple(f"Child {n}" for n in range(41)), "At most 40"),
        (("mum",), (), "for a child"),
        ((), ("Ivy\x07Brook",), ""),
        ((), ("x" * 201,), ""),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_done(county, known, names, says):
    ref = told(county)
    with pytest.raises(KithError, match=says or None):
        link(county, ref, *known, names=names)
    assert not ContactPerson.objects.exists()


def test_a_household_of_forty_is_begun_in_one_go(county):
    ref = told(county)
    names = tuple(f"Child {chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(40))
    assert link(county, ref, names=names) == (0, 40)


def test_who_is_not_at_the_front_door_has_no_such_page(county):
    ref = told(county)
    with pytest.raises(NothingHere):
        page_of(county, ref, who="tess")


@pytest.fixture
def with_parents(county) -> Partnership:
    """Rowan lives with both parents, and Lark has others."""
    rowan = (child("rowan", "Rowan Heath"), person("ma", "Sal Heath", sex="F"), person("pa", "Jo Heath", sex="M"))
    lark = (child("lark", "Lark Fenn"), person("mo", "Uma Fenn", sex="F"), person("fa", "Ed Fenn", sex="M"))
    home = Household(id="heath", name="1 Heath Row", members=(Membership(person="rowan"), Membership(person="ma")))
    county.add(
        [
            family(*rowan, unions=[couple("ma", "pa", children=["rowan"])], households=(home,)),
            family(*lark, unions=[couple("mo", "fa", children=["lark"])]),
        ]
    )
    county.involve("rowan", "zed")
    return county


BOTH = {"share": "both", "is_one_home": True}


def ties_of(ref: str) -> set[tuple[str, str]]:
    """Who is what to this child, as (kind, ref)."""
    ties = Tie.objects.filter(Q(b__subject__ref=ref) | Q(a__subject__ref=ref), withdrawn_at=None)
    return {(tie.kind, next(r for r in (tie.a.subject.ref, tie.b.subject.ref) if r != ref)) for tie in ties}


def homes_of(ref: str) -> list[str]:
    return list(HouseholdMember.objects.filter(person__subject__ref=ref).values_list("household__name", flat=True))


def test_begun_together_they_share_the_parents_and_the_home_of_the_child_who_is_known(with_parents):
    county, contact = with_parents, told(with_parents)
    link(county, contact, "rowan", names=("Wren Brook", "Rook Brook"), **BOTH)
    wren, rook = find(county, "Wren Brook"), find(county, "Rook Brook")
    assert ties_of(wren) == ties_of(rook) == {("birth", county.refs[one]) for one in ("ma", "pa")}
    assert (homes_of(wren), homes_of(rook)) == (["1 Heath Row"], ["1 Heath Row"])
    with reading("test", by=county.actor("fay"), now=NOW):
        family = family_of(county.actor("fay"), wren, now=NOW)
    assert {one.id for one in family.network.persons} >= {rook, *(county.refs[one] for one in ("rowan", "ma", "pa"))}


def test_of_half_siblings_the_mother_alone_is_told_again_and_a_seal_over_the_tie_leaves_a_place_open(with_parents):
    county, contact = with_parents, told(with_parents)
    link(county, contact, "rowan", names=("Wren Brook",), share="mother")
    assert ties_of(find(county, "Wren Brook")) == {("birth", county.refs["ma"])}
    sealed = Tie.objects.get(a__subject__ref=county.refs["ma"], b__subject__ref=county.refs["rowan"])
    seal = NewSeal(kind="adoption", why="Nobody is to know.", records=(("tie", sealed.ref),))
    set_seal(by=county.actor("zed"), subject_ref=county.refs["rowan"], seal=seal, now=NOW)
    link(county, contact, names=("Rook Brook",), share="mother", version=2)
    kinds = ties_of(find(county, "Rook Brook"))
    assert ("birth", county.refs["ma"]) in kinds  # of Wren, who is linked by now and of whom nothing is sealed
    assert ("sibling", county.refs["rowan"]) in kinds


def test_a_mother_whom_the_front_door_may_not_see_is_like_none(county):
    people = (child("moss", "Moss Fell"), person("ma", "Ivy Fell", sex="F"))
    county.add([family(*people, unions=[couple("ma", children=["moss"])], sensitivity={"ma": 3})])
    link(county, told(county), "moss", names=("Wren Fell",), share="mother")
    told_of = ties_of(find(county, "Wren Fell"))
    assert ("sibling", county.refs["moss"]) in told_of
    assert ("birth", county.refs["ma"]) not in told_of and len(told_of) == 2


def test_where_nobody_is_known_places_are_kept_open_and_a_home_begins(county):
    contact = told(county)
    link(county, contact, names=("Wren Brook", "Rook Brook"), **BOTH)
    wren, rook = find(county, "Wren Brook"), find(county, "Rook Brook")
    assert ties_of(wren) == ties_of(rook) and {kind for kind, _ in ties_of(wren)} == {"birth"}
    assert len(ties_of(wren)) == 2
    assert homes_of(wren) == homes_of(rook) == ["Home of Wren Brook"]


def test_a_home_under_a_seal_is_joined_by_nobody(with_parents):
    county, contact = with_parents, told(with_parents)
    seal = NewSeal(
        kind="safe_address", why="A refuge.", records=(("household", HouseholdRow.objects.get(name="1 Heath Row").ref),)
    )
    set_seal(by=county.actor("zed"), subject_ref=county.refs["rowan"], seal=seal, now=NOW)
    link(county, contact, "rowan", names=("Wren Brook",), is_one_home=True)
    assert homes_of(find(county, "Wren Brook")) == ["Home of Wren Brook"]


REFUGE = Address(lines="9 Refuge Lane", postcode="EM7 7ME")
SEALED = {
    "the mother's own address": lambda county: ("ma", "address", AddressRow.objects.get(household=None).ref),
    "the address of the home": lambda county: (
        "rowan",
        "address",
        AddressRow.objects.exclude(household=None).get().ref,
    ),
    "the home": lambda county: ("rowan", "household", HouseholdRow.objects.get(name="1 Heath Row").ref),
    "the whole mother": lambda county: ("ma", "", ""),
}


@pytest.fixture
def in_a_refuge(with_parents) -> Partnership:
    """The mother and the home are at one address on record."""
    at = {"by": with_parents.actor("zed"), "address": REFUGE, "now": NOW}
    people_services.add_address(person_ref=with_parents.refs["ma"], **at)
    home = HouseholdRow.objects.get(name="1 Heath Row")
    people_services.add_household_address(
        child_ref=with_parents.refs["rowan"], household_ref=home.ref, expected_version=home.version, **at
    )
    return with_parents


def shown_of(county: Partnership, who: str, ref: str) -> str:
    """Everything that the pages of a child say to somebody."""
    actor = county.actor(who)
    with reading("test", by=actor, now=NOW):
        family = family_of(actor, ref, now=NOW)
        people = [person_view(actor, one.id, now=NOW) for one in family.network.persons]
        return repr((family.network, people, homes_seen(actor, [ref], now=NOW)))


@pytest.mark.parametrize("what", SEALED)
def test_begun_by_somebody_on_the_list_of_a_seal_the_new_one_tells_nobody_else_what_it_covers(in_a_refuge, what):
    """Fay is on the list and Gil is not; both are the workers of Wren, who is begun beside Rowan."""
    county, contact = in_a_refuge, told(in_a_refuge)
    whose, kind, record = SEALED[what](county)
    seal = NewSeal(
        kind="safe_address",
        why="A refuge.",
        records=((kind, record),) if kind else (),
        readers=(county.actor("fay").ref,),
    )
    set_seal(by=county.actor("zed"), subject_ref=county.refs[whose], seal=seal, now=NOW)
    link(county, contact, "rowan", names=("Wren Brook",), **BOTH)
    wren = find(county, "Wren Brook")
    secret = {"the home": "1 Heath Row", "the whole mother": "Sal Heath"}.get(what, "9 Refuge Lane")
    for ref in (wren, county.refs["rowan"]):
        assert secret in shown_of(county, "fay", county.refs["rowan"])
        assert secret not in shown_of(county, "gil", ref)
    assert homes_of(wren) == ["Home of Wren Brook" if what == "the home" else "1 Heath Row"]
    assert (("birth", county.refs["ma"]) in ties_of(wren)) is (what != "the whole mother")


def test_children_of_other_parents_are_no_siblings_and_nothing_is_said_where_nothing_was_told(with_parents):
    county, contact = with_parents, told(with_parents)
    with pytest.raises(KithError, match="same parents on record"):
        link(county, contact, "rowan", "lark", names=("Wren Brook",), share="both")
    with pytest.raises(KithError, match="answers that are offered"):
        link(county, contact, names=("Wren Brook",), share="cousins")
    assert not ContactPerson.objects.exists()
    link(county, contact, "rowan", names=("Wren Brook",))
    wren = find(county, "Wren Brook")
    assert (ties_of(wren), homes_of(wren)) == (set(), [])
