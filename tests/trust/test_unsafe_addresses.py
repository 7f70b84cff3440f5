"""Decision 14: whoever writes where a child lives learns nothing of an adult whom a court keeps from children there.

Two worlds: in one somebody is bound, in the other nobody is. What the front door hears it hears by its own sight.
"""

from collections.abc import Callable

import pytest
from django.urls import reverse

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.people.models import Address
from kith.apps.records.base import refs_from
from kith.apps.sentences import finding
from kith.apps.sentences.models import Condition, FoundTogether
from kith.apps.sentences.projections import UnsafeCard
from kith.apps.sentences.queries import found
from kith.apps.sentences.services import look_for_children
from kith.engines.drawing import network as net
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership, child, couple, family, person
from kith.web.children import unsafe
from tests.trust.journeys import at
from tests.trust.sentences import bind
from tests.trust.test_two_worlds import differences, walk
from tests.trust.visitor import Visitor

pytestmark = pytest.mark.django_db
LINES, CODE = "5 Herring Lane", "EM5 5EM"
World = Callable[[Partnership], str]


def _silas(county: Partnership, *, lives: bool = True) -> None:
    """A man in a family of which the workers of Mina know nothing."""
    with refs_from(seeded_refs("silas")):
        there = (net.Address(lines=LINES, postcode=CODE),) if lives else ()
        silas = person("silas", "Silas Dunmore", addresses=there)
        county.add([family(child("kay", "Kay Dunmore"), silas, unions=[couple("silas", children=["kay"])])])
        county.involve("kay", "zed")


def nobody_is_bound(county: Partnership) -> str:
    _silas(county)
    return ""


def somebody_is_bound(county: Partnership) -> str:
    _silas(county)
    bind(county, "silas")
    return ""


def lives_nowhere(county: Partnership) -> str:
    """Mina is on record at the place, and he is bound and on record nowhere."""
    _silas(county, lives=False)
    bind(county, "silas")
    _at_the_place(county)
    return ""


def lives_at_a_sealed_place(county: Partnership) -> str:
    """The same, but he is there and Kith has found it; then his address was sealed."""
    _silas(county)
    bind(county, "silas")
    _at_the_place(county)
    with refs_from(seeded_refs("found and sealed")):
        assert look_for_children(by=OPERATOR, now=NOW) == (1, 0)
        home = Address.objects.get(person__subject__ref=county.refs["silas"])
        seal = NewSeal(kind="safe_address", why="In danger", records=(("address", home.ref),))
        set_seal(by=county.actor("zed"), subject_ref=county.refs["silas"], seal=seal, now=NOW)
    return ""


def found_with_nan(county: Partnership) -> str:
    somebody_is_bound(county)
    return _found(county)


def nan_alone(county: Partnership) -> str:
    nobody_is_bound(county)
    return _found(county)


def _found(county: Partnership) -> str:
    _at_the_place(county)
    with refs_from(seeded_refs("found")):
        look_for_children(by=OPERATOR, now=NOW)
    return ""


def _at_the_place(county: Partnership) -> None:
    with refs_from(seeded_refs("lou moves")):
        county.add([family(child("nan", "Nan Alder", addresses=(net.Address(lines=LINES, postcode=CODE),)))])


def writing_where_he_lives(visitor: Visitor, refs: dict[str, str]) -> None:
    """Mina moves there, a brother is brought in from there; Kith looks; and every page on which it might show."""
    mina, place = refs["mina"], {"lines": LINES, "postcode": CODE}
    visitor.post(at("add_address", mina, mina), **place)
    visitor.post(at("add_person", mina), called="Bo", relation="sibling", to=mina, kind="child", **place)
    for page in ("child", "picture"):
        visitor.get(at(page, mina))
    look_for_children(by=OPERATOR, now=NOW)
    looking(visitor, refs)


def looking(visitor: Visitor, refs: dict[str, str]) -> None:
    visitor.get("/")
    visitor.get(reverse("contacts:queue"))
    visitor.get(reverse("sentences:safeguards", args=[refs["mina"]]))
    for page in ("child", "person"):
        visitor.get(at(page, *([refs["mina"]] * (2 if page == "person" else 1))))


def compare(one: World, other: World, walker: str, journey: Callable[..., None]) -> list[str]:
    """Refs of what was found are tried in both worlds, as whoever once learnt one would."""
    return list(differences(walk(one, (walker,), (journey,)), walk(other, (walker,), (journey,))))


def looking_at(ref: str) -> Callable[..., None]:
    def looking(visitor: Visitor, refs: dict[str, str]) -> None:
        visitor.get("/")
        visitor.get(reverse("contacts:queue"))
        visitor.get(reverse("sentences:found", args=[ref]))
        visitor.post(reverse("sentences:found", args=[ref]), came_of="I rang them.")
        visitor.post(reverse("sentences:look_again", args=[ref]))

    return looking


@pytest.fixture(scope="module")
def found_ref(django_db_setup: None, django_db_blocker: object) -> str:
    """The ref of what Kith found, as it is in each world in which it finds it."""
    refs: list[str] = []

    def remember(county: Partnership) -> str:
        lives_at_a_sealed_place(county)
        refs.append(FoundTogether.objects.get().ref)
        return ""

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        walk(remember, (), ())
    return refs[0]


@pytest.mark.parametrize("walker", ["pru", "max"])
def test_whoever_writes_a_childs_address_cannot_tell_who_lives_there(walker):
    assert compare(somebody_is_bound, nobody_is_bound, walker, writing_where_he_lives) == []


def test_the_front_door_hears_of_it():
    """The comparison can fail: to whoever may see both people the two worlds are not alike."""
    assert compare(found_with_nan, nan_alone, "fay", looking)


def test_to_the_front_door_a_sealed_address_is_no_address(found_ref):
    assert compare(lives_at_a_sealed_place, lives_nowhere, "fay", looking_at(found_ref)) == []


def test_a_planted_warning_of_the_writer_is_found(monkeypatch):
    def from_the_whole_county(actor, moved, **_):
        codes = {place.postcode for places in moved.values() for place in places}
        bound = Condition.objects.values("subject_id")
        is_there = Address.objects.filter(person__subject_id__in=bound, postcode__in=codes).exists()
        return (UnsafeCard(adult="Somebody", child="Mina", place=LINES, condition="A condition"),) if is_there else ()

    monkeypatch.setattr(unsafe, "unsafe_if", from_the_whole_county)
    assert compare(somebody_is_bound, nobody_is_bound, "pru", writing_where_he_lives)


def test_a_planted_queue_that_does_not_look_again_is_found(monkeypatch, found_ref):
    def all_that_was_found(actor, rows, *, shows=True, now):
        return [finding.Found(row=row, card=None, touching=None) for row in rows]

    monkeypatch.setattr(found, "seen_of", all_that_was_found)
    assert compare(lives_at_a_sealed_place, lives_nowhere, "fay", looking_at(found_ref))
