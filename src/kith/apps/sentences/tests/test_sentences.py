"""An adult's sentence: who sees what of it, the conditions that keep children safe, and who has to be told."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere, seal_marks
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.people import services as people_services
from kith.apps.people.models import Address
from kith.apps.people.queries import place_written
from kith.apps.records.base import StaleVersion
from kith.apps.sentences import queries, services
from kith.apps.sentences.projections import ConditionSaid, IntelligenceSaid, StepTaken, SummarySaid
from kith.apps.sentences.rules import CannotRecord, bases
from kith.apps.sentences.stages import CannotStep
from kith.engines.drawing import network as net
from kith.kernel.text import BadText
from kith.testing.factories import (
    NOW,
    TODAY,
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
HOME = net.Address(lines="14 Quay Row, Saltmere", postcode="EM1 8DW")
RESIDENCE = ConditionSaid(kind="residence", since=TODAY, said_by="Heronsea Crown Court", basis="public_task")


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Dad is supervised by Jude. Sue works with Kit, Ray with Kit for the school, Pia supervises Mum and knows Kit."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "east", "front-door"), agency("school"), agency("probation")],
            workers=[
                worker("jude", "probation", agency="probation"),
                worker("pia", "probation", agency="probation"),
                worker("sue"),
                worker("ray", agency="school"),
                worker("ben"),
                worker("max", "manager"),
            ],
        )
        kit = child("kit", "Kit Brook", born="2018-05-01", addresses=(HOME,))
        people = (person("dad", "Ivo Brook"), person("mum", "Nell Brook"))
        made.add([family(kit, *people, unions=[couple("mum", "dad", children=["kit"])])])
        made.add([family(child("lou", "Lou Penhale"))])
        for who in ("sue", "ray", "jude", "pia"):
            made.involve("kit", who)
        made.involve("dad", "jude")
        made.involve("mum", "pia")
        yield made


def lay_down(county: Partnership, said: ConditionSaid = RESIDENCE, who: str = "jude") -> str:
    return services.set_condition(by=county.actor(who), person_ref=county.refs["dad"], said=said, now=NOW)


def asked(county: Partnership, query, who: str, about: str):
    with reading("test", by=county.actor(who), now=NOW):
        return query(county.actor(who), county.refs[about], now=NOW)


def warned(county: Partnership, who: str, lines: str, postcode: str = "", about: str = "dad") -> list[str]:
    with reading("test", by=county.actor(who), now=NOW):
        moved = {county.refs[about]: [place_written(lines, postcode)]}
        return [card.child for card in queries.unsafe_if(county.actor(who), moved, now=NOW)]


def test_only_whoever_supervises_the_adult_sees_the_whole_sentence(county):
    lay_down(county)
    assert asked(county, queries.sentence_page, "jude", "dad").name == "Ivo Brook"
    for who in ("sue", "pia", "ben", "max"):
        with pytest.raises(NothingHere):
            asked(county, queries.sentence_page, who, "dad")
        with pytest.raises(NothingHere):
            lay_down(county, who=who)
    with pytest.raises(NothingHere):
        asked(county, queries.sentence_page, "jude", "kit")


def test_a_childs_workers_see_what_touches_the_child_and_nothing_else(county):
    stepped = StepTaken(step="taken_over", on=TODAY, said_by="Northmoor Prison")
    services.take_step(
        by=county.actor("jude"), person_ref=county.refs["dad"], said=stepped, expected_version=0, now=NOW
    )
    lay_down(county)
    lay_down(county, replace(RESIDENCE, kind="employment", under=5, why_age="A nursery job"))
    page = asked(county, queries.safeguards_page, "sue", "kit")
    (adult,) = page.adults
    assert (adult.name, adult.stage) == ("Ivo Brook", "Induction to probation")
    assert [(one.says, one.covers) for one in adult.conditions] == [("Residence restriction", "Any child under 16")]
    assert [who for who, _ in adult.workers] == ["Jude Worker, Probation"]
    assert asked(county, queries.safeguards_note, "ben", "lou") is None
    with pytest.raises(NothingHere):
        asked(county, queries.safeguards_page, "ben", "kit")


def test_a_shared_address_is_warned_of_before_it_is_saved_and_afterwards(county):
    lay_down(county)
    assert warned(county, "jude", "14 quay row") == ["Kit Brook"]
    assert warned(county, "sue", "Flat 1, 14 Quay Row", "em18dw") == ["Kit Brook"]
    assert warned(county, "jude", "15 Quay Row", "EM1 8DW") == []
    assert warned(county, "jude", "14 Quay Row", "EM2 2EM") == []
    assert asked(county, queries.safeguards_note, "sue", "kit") == ()
    move_in(county)
    assert [card.place for card in asked(county, queries.safeguards_note, "sue", "kit")] == ["14 Quay Row"]
    assert [card.child for card in asked(county, queries.sentence_page, "jude", "dad").unsafe] == ["Kit Brook"]


def move_in(county: Partnership) -> None:
    address = net.Address(lines="14 Quay Row")
    people_services.add_address(by=county.actor("jude"), person_ref=county.refs["dad"], address=address, now=NOW)


@pytest.mark.parametrize("is_sealed", [False, True])
def test_a_child_elsewhere_in_the_county_is_pointed_at_and_not_named_unless_a_seal_covers_the_place(county, is_sealed):
    """Ann lives where Ivo is to move, and nobody has ever put the two together; Tom's refuge may be the same house."""
    lay_down(county)
    flat = net.Address(lines="3 Saltings Court", postcode="EM9 9EM")
    county.add(
        [family(child("ann", "Ann Vale", addresses=(flat,))), family(child("tom", "Tom Hart", addresses=(flat,)))]
    )
    county.involve("tom", "ben")
    if is_sealed:
        home = Address.objects.get(person__subject__ref=county.refs["tom"]).ref
        seal = NewSeal(kind="safe_address", why="A refuge", records=(("address", home),))
        set_seal(by=county.actor("ben"), subject_ref=county.refs["tom"], seal=seal, now=NOW)
    named = [] if is_sealed else ["a child whom others here work with"]
    assert warned(county, "jude", "3 Saltings Court", "EM9 9EM") == named
    assert warned(county, "pia", "3 Saltings Court", "EM9 9EM") == []
    assert warned(county, "sue", "3 Saltings Court", "EM9 9EM") == []
    assert warned(county, "jude", "4 Saltings Court", "EM9 9EM") == []


@pytest.mark.parametrize("covers", ["the address", "the whole child"])
def test_a_guess_at_a_sealed_address_is_never_confirmed(county, covers):
    """Sue and Ray are on the list and are warned; to Jude, who guesses right, there is no such address."""
    lay_down(county)
    seal_home(county, covers)
    assert warned(county, "jude", "14 Quay Row", "EM1 8DW") == []
    move_in(county)
    assert asked(county, queries.sentence_page, "jude", "dad").unsafe == ()
    assert [card.child for card in asked(county, queries.safeguards_note, "sue", "kit")] == ["Kit Brook"]


def seal_home(county: Partnership, covers: str) -> None:
    home = Address.objects.get(person__subject__ref=county.refs["kit"]).ref
    records = (("address", home),) if covers == "the address" else ()
    seal = NewSeal(kind="safe_address", why="A refuge", records=records, readers=(county.actor("ray").ref,))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["kit"], seal=seal, now=NOW)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"until": TODAY}, "end before it begins"),
        ({"until": TODAY - dt.timedelta(days=1)}, "end before it begins"),
        ({"under": -3, "why_age": "x"}, "from 1 to 18"),
        ({"under": 200, "why_age": "x"}, "from 1 to 18"),
        ({"under": 12}, "unless somebody decides otherwise. Say why"),
        ({"kind": "sexual_harm", "since": TODAY + dt.timedelta(days=1)}, "yet to come"),
        ({"since": dt.date(3026, 1, 1)}, "Check the year"),
        ({"kind": "sexual_harm", "since": dt.date(2014, 1, 1)}, "no such thing"),
        ({"kind": "restraining"}, "Name a child"),
        ({"kind": "curfew"}, "from the list"),
        ({"basis": "consent"}, "agreement is asked for"),
        ({"said_by": " "}, "who laid it down"),
        ({"children": ("0" * 26,)}, "not there any more"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(county, change, says):
    with pytest.raises(CannotRecord, match=says):
        lay_down(county, replace(RESIDENCE, **change))


def test_a_text_of_20_000_signs_and_the_same_press_twice_are_refused(county):
    with pytest.raises(BadText, match="500"):
        lay_down(county, replace(RESIDENCE, words="a" * 20_000))
    lay_down(county)
    with pytest.raises(CannotRecord, match="already"):
        lay_down(county)
    assert len(asked(county, queries.sentence_page, "jude", "dad").conditions) == 1


def test_a_named_child_is_covered_at_any_age_and_the_usual_age_holds_without_one(county):
    lay_down(county, replace(RESIDENCE, kind="restraining", children=(county.refs["kit"],)))
    assert warned(county, "jude", "14 Quay Row") == ["Kit Brook"]
    (card,) = asked(county, queries.sentence_page, "jude", "dad").conditions
    assert (card.covers, card.basis) == ("Kit Brook", "It is our job by law")


def test_agreement_is_never_why_a_condition_is_shared():
    assert "consent" not in bases()


def test_everybody_who_works_with_the_child_stands_on_the_list_until_they_are_told(county):
    ref, jude = lay_down(county), county.actor("jude")
    assert queries.sentences_note(jude, now=NOW).is_to_tell
    page = asked(county, queries.sentence_page, "jude", "dad")
    names = [one.name for one in page.to_tell]
    assert names == ["Sue Worker, Council", "Ray Worker, School", "Pia Worker, Probation", services_front_door()]
    for one in page.to_tell:
        tell(county, *(of.ref for of in one.conditions))
    page = asked(county, queries.sentence_page, "jude", "dad")
    assert page.to_tell == ()
    assert {of.told_by for one in page.told for of in one.conditions} == {"Jude Worker, Probation"}
    assert not queries.sentences_note(jude, now=NOW).is_to_tell
    said = replace(RESIDENCE, under=10, why_age="Agreed with the social worker")
    change = {"by": jude, "person_ref": county.refs["dad"], "condition_ref": ref, "said": said, "now": NOW}
    services.change_condition(expected_version=1, **change)
    assert {of.what for one in to_tell(county) for of in one.conditions} == {"Changed"}
    with pytest.raises(StaleVersion):
        services.change_condition(expected_version=1, **change)
    with pytest.raises(NothingHere):
        tell(county, page.told[0].conditions[0].ref)


def tell(county: Partnership, *refs: str) -> None:
    services.mark_told(by=county.actor("jude"), person_ref=county.refs["dad"], telling_refs=refs, now=NOW)


def to_tell(county: Partnership):
    return asked(county, queries.sentence_page, "jude", "dad").to_tell


def test_somebody_stands_on_the_list_once_and_is_told_of_all_or_of_one(county):
    lay_down(county)
    lay_down(county, replace(RESIDENCE, kind="restraining", children=(county.refs["kit"],)))
    sue, ray, *_ = to_tell(county)
    assert {of.condition for of in sue.conditions} == {"Restraining order", "Residence restriction"}
    tell(county, *(of.ref for of in sue.conditions))
    tell(county, ray.conditions[0].ref)
    left = {one.name: [of.condition for of in one.conditions] for one in to_tell(county)}
    assert "Sue Worker, Council" not in left and left["Ray Worker, School"] == [ray.conditions[1].condition]
    with pytest.raises(NothingHere):
        tell(county, *(one.conditions[0].ref for one in to_tell(county)))


def services_front_door() -> str:
    return "The front door, for the workers of any other child it touches"


def test_a_condition_taken_out_warns_nobody_until_it_is_put_back(county):
    at = {"by": county.actor("jude"), "person_ref": county.refs["dad"], "condition_ref": lay_down(county), "now": NOW}
    services.take_out_condition(expected_version=1, **at)
    assert warned(county, "jude", "14 Quay Row") == []
    assert [one.is_taken_out for one in asked(county, queries.sentence_page, "jude", "dad").past] == [True]
    services.put_back_condition(expected_version=2, **at)
    assert warned(county, "jude", "14 Quay Row") == ["Kit Brook"]


def test_the_path_goes_by_its_table_and_a_wrong_step_is_taken_out(county):
    by = {"by": county.actor("jude"), "person_ref": county.refs["dad"], "now": NOW}

    def step(name: str, version: int, on: dt.date = TODAY, said_by: str = "Heronsea Crown Court") -> None:
        services.take_step(said=StepTaken(step=name, on=on, said_by=said_by), expected_version=version, **by)

    for name, on, who in (("recall", TODAY, "x"), ("report", TODAY + dt.timedelta(days=1), "x"), ("report", TODAY, "")):
        with pytest.raises(CannotStep):
            step(name, 0, on, who)
    for version, name in enumerate(("report", "induction", "licence", "reset")):
        step(name, version)
    with pytest.raises(StaleVersion):
        step("recall", 3)
    page = asked(county, queries.sentence_page, "jude", "dad")
    assert page.stage.startswith("Probation reset")
    assert [name for name, _ in page.next_steps] == ["custody", "recall", "end"]
    services.take_out_step(step_ref=page.steps[0].ref, **by)
    page = asked(county, queries.sentence_page, "jude", "dad")
    assert page.stage == "On licence" and page.steps[0].is_taken_out
    with pytest.raises(NothingHere):
        services.take_out_step(step_ref=page.steps[-1].ref, **by)


def test_a_plan_with_a_known_concern_has_both_aims_and_keeps_who_wrote_it(county):
    by = {"by": county.actor("jude"), "person_ref": county.refs["dad"], "now": NOW}
    lay_down(county)
    with pytest.raises(CannotRecord, match="A condition stands"):
        services.write_summary(said=SummarySaid(contingency="We ring each other."), expected_version=0, **by)
    said = SummarySaid(victim_safety="No visits at home.", safeguarding="Shows he can wait.", risk_named="Kit")
    services.write_summary(said=said, expected_version=0, **by)
    summary = asked(county, queries.sentence_page, "jude", "dad").summary
    assert (summary.by, len(summary.parts)) == ("Jude Worker, Probation", 3)
    with pytest.raises(StaleVersion):
        services.write_summary(said=said, expected_version=0, **by)


def test_intelligence_opens_to_those_named_and_is_not_there_for_anybody_else(county):
    lay_down(county)
    readers = (county.actor("sue").ref,)
    said = IntelligenceSaid(words="Zyxwander was seen at the quay.", source="Heronsea police", readers=readers)
    services.keep_intelligence(by=county.actor("jude"), person_ref=county.refs["dad"], said=said, now=NOW)
    for who in ("jude", "sue"):
        assert [one.words for one in asked(county, queries.intelligence_page, who, "dad").cards] == [said.words]
    for who in ("ray", "pia", "ben", "max"):
        with pytest.raises(NothingHere):
            asked(county, queries.intelligence_page, who, "dad")
        assert not is_pointed_to(county, who)
    assert is_pointed_to(county, "sue")
    assert "Zyxwander" not in repr(asked(county, queries.sentence_page, "jude", "dad"))
    assert "Zyxwander" not in repr(asked(county, queries.safeguards_page, "sue", "kit"))
    with pytest.raises(CannotRecord, match="already"):
        services.keep_intelligence(by=county.actor("jude"), person_ref=county.refs["dad"], said=said, now=NOW)


def is_pointed_to(county: Partnership, who: str) -> bool:
    """Whether the adult's own page leads this worker to it."""
    actor, dad = county.actor(who), county.refs["dad"]
    return queries.sentence_links(actor, dad, marked=list(seal_marks(actor, dad, now=NOW)), now=NOW).has_intelligence


def test_a_colleague_who_joins_sees_no_intelligence_and_no_sign_of_it(county):
    """Whoever supervises too has the page, because they may write there; it is the same with and without."""
    county.involve("dad", "pia")
    before = asked(county, queries.intelligence_page, "pia", "dad")
    said = IntelligenceSaid(words="Seen at the quay.", source="Heronsea police", readers=())
    services.keep_intelligence(by=county.actor("jude"), person_ref=county.refs["dad"], said=said, now=NOW)
    assert asked(county, queries.intelligence_page, "pia", "dad") == before
