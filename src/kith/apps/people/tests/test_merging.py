"""What becomes of facts when two records are one person, and when they are two again."""

import datetime as dt

import pytest

from kith.apps.access.services import CannotMerge, NewSeal, decide_proposal, merge_subjects, set_seal, unmerge
from kith.apps.audit.services import reading
from kith.apps.people import services
from kith.apps.people.models import Address, Identifier, Language, Person, PersonName, Tie
from kith.apps.people.projections import PersonView
from kith.apps.people.queries import family_of, person_view, two_records
from kith.apps.people.unions import TieFact
from kith.apps.records.base import StaleVersion
from kith.apps.search.models import Token
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    worker,
)

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(hours=1)
STREET, BOTH = "7 Eel Pie Lane", "2 Shared Street"
FACTS = (PersonName, Language, Address, Identifier, Tie)
WHY = "The same birth certificate."


@pytest.fixture
def town() -> Partnership:
    """Grace is on record twice: as Mina's mother, and as Lou's."""
    made = partnership(
        agencies=[agency("council", "east")],
        workers=[worker("pru", teams=["east"]), worker("tom", teams=["east"]), worker("max", "manager")],
    )
    grace = person("grace", "Grace Okafor", addresses=(net.Address(lines=BOTH),))
    twice = person(
        "gracie",
        "Gracie Mensah",
        sex="F",
        birth=PartialDate("1988"),
        addresses=(net.Address(lines=BOTH), net.Address(lines=STREET)),
        languages=(net.Language(code="ak"),),
    )
    made.add(
        [
            family(child("mina"), grace, unions=[couple("grace", children=["mina"])]),
            family(child("lou"), twice, unions=[couple("gracie", children=["lou"])]),
        ]
    )
    for about in ("mina", "lou"):
        made.involve(about, "east")
        made.involve(about, "max")
    return made


def merged(town: Partnership, seen: tuple[int, ...] = ()) -> str:
    refs = town.refs
    return merge_subjects(
        by=town.actor("pru"), kept_ref=refs["grace"], merged_ref=refs["gracie"], why=WHY, seen=seen, now=NOW
    ).ref


def view(town: Partnership, who: str, about: str) -> PersonView:
    with reading("test.seen", by=town.actor(who), now=LATER):
        return person_view(town.actor(who), town.refs[about], now=LATER)


def row(town: Partnership, about: str) -> Person:
    return Person.objects.get(subject__ref=town.refs[about])


def whose(town: Partnership) -> list[list[tuple[object, ...]]]:
    """Every fact with the people it names."""
    columns = ("person_id", "a_id", "b_id", "view_of_id", "told_by_person_id")
    return [
        [tuple(getattr(fact, name, None) for name in ("pk", *columns)) for fact in model.objects.order_by("pk")]
        for model in FACTS
    ]


def test_everything_joins_and_nothing_twice(town):
    merged(town)
    grace = view(town, "pru", "grace")
    assert [card.says for card in grace.names] == ["Grace Okafor", "Gracie Mensah"]
    assert [card.says for card in grace.addresses] == [BOTH, STREET]
    assert {(tie.kind, tie.b_ref) for tie in grace.ties} == {
        ("birth", town.refs["mina"]),
        ("birth", town.refs["lou"]),
    }
    assert (grace.person.sex, str(grace.person.birth)) == ("F", "1988")
    assert [said.code for said in grace.person.languages] == ["ak"]


def test_she_stands_in_both_families_and_is_found_by_both_names(town):
    merged(town)
    actor, refs = town.actor("pru"), town.refs
    with reading("test.seen", by=actor, now=LATER):
        families = [family_of(actor, refs[one], now=LATER) for one in ("mina", "lou")]
    for found in families:
        assert refs["grace"] in {one.id for one in found.network.persons}
        assert refs["gracie"] not in {one.id for one in found.network.persons}
    tokens = set(Token.objects.filter(subject=town.subject_ids["grace"]).values_list("token", flat=True))
    assert {"grace", "gracie", "mensah"} <= tokens


def test_parting_them_gives_each_back_what_was_theirs(town):
    before = whose(town)
    merge = merged(town)
    assert whose(town) != before
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert whose(town) == before
    grace, gracie = view(town, "pru", "grace"), view(town, "pru", "gracie")
    assert (grace.person.sex, grace.person.birth) == ("", None)
    assert (gracie.person.sex, str(gracie.person.birth)) == ("F", "1988")
    assert Token.objects.filter(subject=town.subject_ids["gracie"], token="mensah").exists()


def test_what_was_added_meanwhile_stays_with_the_kept_one(town):
    merge = merged(town)
    services.add_name(
        by=town.actor("pru"), person_ref=town.refs["grace"], name=net.Name(text="Gee", kind="known_as"), now=NOW
    )
    services.change_person(
        by=town.actor("pru"),
        person_ref=town.refs["grace"],
        changed=net.Person(id=town.refs["grace"], names=(net.Name(text="Grace"),), sex="X", birth=PartialDate("1988")),
        expected_version=row(town, "grace").version,
        now=NOW,
    )
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert [card.says for card in view(town, "pru", "grace").names] == ["Grace Okafor", "Gee"]
    assert row(town, "grace").sex == "X"


def test_a_sealed_address_stays_sealed_under_the_kept_record(town):
    address = Address.objects.get(lines=STREET)
    seal = NewSeal(kind="safe_address", why="He looks.", records=(("address", address.ref),))
    set_seal(by=town.actor("max"), subject_ref=town.refs["gracie"], seal=seal, now=NOW)
    merged(town)
    assert STREET not in str(view(town, "pru", "grace"))
    assert STREET in str(view(town, "max", "grace"))


def test_a_sealed_language_stays_sealed_under_the_kept_record_and_goes_back_with_the_other(town):
    """Also where the kept one's languages are saved meanwhile by somebody who does not see it."""
    akan = Language.objects.get(code="ak")
    seal = NewSeal(kind="safe_address", why="He looks.", records=(("language", akan.ref),))
    set_seal(by=town.actor("max"), subject_ref=town.refs["gracie"], seal=seal, now=NOW)
    merge = merged(town)
    for who, codes in (("pru", ["en"]), ("max", ["ak", "en"])):
        services.set_languages(
            by=town.actor(who),
            person_ref=town.refs["grace"],
            languages=[net.Language(code=code) for code in codes],
            expected_version=row(town, "grace").version,
            now=NOW,
        )
        assert [said.code for said in view(town, "pru", "grace").person.languages] == ["en"]
        assert {said.code for said in view(town, "max", "grace").person.languages} == {"ak", "en"}
    unmerge(by=town.actor("pru"), merge_ref=merge, why="Two people after all.", now=LATER)
    assert [said.code for said in view(town, "max", "gracie").person.languages] == ["ak"]
    assert view(town, "pru", "gracie").person.languages == ()


def test_what_the_kept_record_tells_under_a_seal_does_not_hide_the_same_fact(town):
    """Or whoever sees it vanish would know that it stands there."""
    mine = Address.objects.get(lines=BOTH, person=row(town, "grace"))
    seal = NewSeal(kind="safe_address", why="He looks.", records=(("address", mine.ref),))
    set_seal(by=town.actor("max"), subject_ref=town.refs["grace"], seal=seal, now=NOW)
    with reading("test.seen", by=town.actor("pru"), now=NOW):
        both = two_records(town.actor("pru"), town.refs["grace"], town.refs["gracie"], now=NOW)
    assert both.joins >= {card.ref for card in both.merged.addresses}


def test_the_two_do_not_become_their_own_relative(town):
    tie = TieFact(kind="close", a=town.refs["grace"], b=town.refs["gracie"])
    services.add_tie(by=town.actor("pru"), child_ref=town.refs["mina"], tie=tie, now=NOW)
    merged(town)
    assert {tie.kind for tie in view(town, "pru", "grace").ties} == {"birth"}


def test_a_change_that_nobody_saw_stops_it(town):
    with pytest.raises(StaleVersion):
        merged(town, seen=(1, 2))
    assert not row(town, "gracie").subject.merged_into_id
    merge = merged(town, seen=(1, 1))
    with pytest.raises(StaleVersion):
        unmerge(by=town.actor("pru"), merge_ref=merge, why="Two.", seen=(1,), now=LATER)


def test_the_second_person_agrees_to_what_the_first_saw(town):
    refs = town.refs
    outcome = merge_subjects(
        by=town.actor("pru"), kept_ref=refs["mina"], merged_ref=refs["lou"], why=WHY, seen=(1, 1), now=NOW
    )
    services.add_name(by=town.actor("max"), person_ref=refs["lou"], name=net.Name(text="Louisa", kind="legal"), now=NOW)
    with pytest.raises(CannotMerge, match="changed after this was proposed"):
        decide_proposal(by=town.actor("tom"), proposal_ref=outcome.ref, agrees=True, now=LATER)
    assert not row(town, "lou").subject.merged_into_id
