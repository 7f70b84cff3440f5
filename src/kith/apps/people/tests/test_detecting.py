"""Workers who are close to a family are found by the staff list; what is sealed is not found."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.models import Conflict, StaffEntry
from kith.apps.access.projections import StaffFacts, StaffLine
from kith.apps.access.queries import NothingHere, conflict_list
from kith.apps.access.services import CannotLoadStaff, NewSeal, end_conflict, load_staff, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.people.close import is_close
from kith.apps.people.models import Address, PersonName, Tie
from kith.apps.people.projections import Living, Place
from kith.apps.people.queries import family_of
from kith.apps.people.services import detect_conflicts
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    couple,
    email_of,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
HOME = net.Address(lines="14 Quay Row", postcode="EM1 8DW")
BORN = dt.date(1984, 3, 7)
PRU = StaffLine(email=email_of("pru"), born=BORN, lines="Flat 2, 14 Quay Row", postcode="em18dw")


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Pru and Ray work with Kit. Kit's aunt, Joan Worker, was born on one day with Pru Worker; Kit lives at 14."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council")],
            workers=[worker("pru"), worker("ray"), worker("max", "manager"), worker("abe", "administrator")],
        )
        aunt = person("aunt", "Joan Worker", birth=PartialDate(BORN.isoformat()))
        kit = child("kit", "Kit Brook", addresses=(HOME,))
        parents = [person("mum", "Nell Brook"), person("gran", "Ada Worker")]
        unions = [couple("mum", children=["kit"]), couple("gran", children=["mum", "aunt"])]
        made.add([family(kit, *parents, aunt, unions=unions)])
        made.add([family(child("lou", "Lou Worker"))])
        for who in ("pru", "ray", "max"):
            made.involve("kit", who)
            made.involve("lou", who)
        yield made


def found(county: Partnership, *lines: StaffLine) -> set[tuple[str, str]]:
    """Load a list, look, and tell who is closed to whom, by their names in the test."""
    load_staff(by=county.actor("abe"), lines=lines, now=NOW)
    detect_conflicts(by=OPERATOR, now=NOW)
    names = {ref: name for name, ref in county.refs.items()}
    rows = Conflict.objects.filter(ended_at=None).select_related("user", "subject")
    return {(row.user.email.partition("@")[0].split(".")[0], names[row.subject.ref]) for row in rows}


def whom(county: Partnership, *lines: StaffLine) -> set[str]:
    return {name for _, name in found(county, *lines)}


def may_open(county: Partnership, who: str) -> bool:
    actor = county.actor(who)
    try:
        with reading("test", by=actor, now=NOW):
            family_of(actor, county.refs["kit"], now=NOW)
    except NothingHere:
        return False
    return True


def test_whoever_is_born_and_called_like_somebody_of_the_family_sees_nothing_of_it(county):
    assert may_open(county, "pru")
    assert whom(county, replace(PRU, lines="", postcode="")) == {"aunt", "kit"}
    assert not may_open(county, "pru") and may_open(county, "ray")


def test_whoever_lives_at_the_childs_home_sees_nothing_of_the_child(county):
    assert whom(county, replace(PRU, born=None)) == {"kit"}
    assert not may_open(county, "pru")


@pytest.mark.parametrize(
    "line",
    [
        replace(PRU, born=BORN + dt.timedelta(days=1), lines="", postcode=""),
        replace(PRU, born=None, lines="16 Quay Row"),
        replace(PRU, born=None, postcode="EM2 2EM"),
        StaffLine(email=email_of("pru")),
    ],
)
def test_a_name_a_day_or_a_street_alone_is_not_enough(county, line):
    assert whom(county, line) == set()
    assert may_open(county, "pru")


def test_looking_again_finds_nothing_new_and_writes_nothing(county):
    found(county, PRU)
    rows, conflicts = AuditRow.objects.count(), Conflict.objects.count()
    assert detect_conflicts(by=OPERATOR, now=NOW) == 0
    assert (AuditRow.objects.count(), Conflict.objects.count()) == (rows, conflicts)


def test_a_manager_reads_it_and_what_they_lift_is_not_found_again(county):
    found(county, PRU)
    cards = conflict_list(county.actor("max"), now=NOW)
    assert {card.how for card in cards} == {"found by comparing records"}
    with pytest.raises(NothingHere):
        conflict_list(county.actor("pru"), now=NOW)
    for card in cards:
        end_conflict(by=county.actor("max"), conflict_ref=card.ref, now=NOW)
    assert detect_conflicts(by=OPERATOR, now=NOW + dt.timedelta(days=1)) == 0
    assert may_open(county, "pru")


def seal(county: Partnership, about: str, kind: str, *records: tuple[str, str]) -> None:
    wish = NewSeal(kind=kind, why="For their safety", records=records)
    set_seal(by=county.actor("ray"), subject_ref=county.refs[about], seal=wish, now=NOW)


def test_a_sealed_home_and_a_sealed_name_are_not_found(county):
    seal(county, "kit", "safe_address", ("address", Address.objects.get().ref))
    name = PersonName.objects.get(person__subject__ref=county.refs["aunt"]).ref
    seal(county, "aunt", "safe_address", ("name", name))
    assert whom(county, PRU) == set()


def test_a_tie_that_is_sealed_is_not_told_by_what_is_found(county):
    tie = Tie.objects.filter(b__subject__ref=county.refs["kit"]).first() or Tie.objects.first()
    for about in ("kit", "aunt"):
        ties = Tie.objects.filter(a__subject__ref=county.refs[about]) | Tie.objects.filter(
            b__subject__ref=county.refs[about]
        )
        seal(county, about, "safe_address", ("tie", (ties.first() or tie).ref))
    assert whom(county, replace(PRU, lines="", postcode="")) == set()


def test_a_list_is_sealed_where_it_lies_and_takes_the_place_of_the_one_before(county):
    found(county, PRU)
    stored = StaffEntry.objects.get().sealed
    assert "1984" not in stored and "Quay" not in stored
    row = AuditRow.objects.get(event="access.staff.loaded")
    assert row.actor == county.actor("abe").ref
    load_staff(by=county.actor("abe"), lines=[replace(PRU, email=email_of("ray").upper())], now=NOW)
    assert StaffEntry.objects.get().user_id == county.loaded.workers["ray"]
    load_staff(by=county.actor("abe"), lines=[], now=NOW)
    assert not StaffEntry.objects.exists()


def test_only_an_administrator_loads_it_and_only_of_those_who_work_here(county):
    for who in ("pru", "max"):
        with pytest.raises(NothingHere):
            load_staff(by=county.actor(who), lines=[PRU], now=NOW)
    with pytest.raises(CannotLoadStaff, match="Worker 2 of the list"):
        load_staff(by=county.actor("abe"), lines=[PRU, replace(PRU, email="nobody@x.example")], now=NOW)
    with pytest.raises(CannotLoadStaff, match="twice"):
        load_staff(by=county.actor("abe"), lines=[PRU, replace(PRU, email=PRU.email.upper())], now=NOW)
    assert not StaffEntry.objects.exists()


@pytest.mark.parametrize(
    ("mine", "theirs", "is_one"),
    [
        ("Flat 2, 14 Quay Row", "14 Quay Row", True),
        ("Flat 2, 14 Quay Row", "Flat 2, 14 quay row", True),
        ("Flat 2, 14 Quay Row", "Flat 3, 14 Quay Row", False),
        ("Flat B, 14 Quay Row", "Flat C, 14 Quay Row", False),
        ("Flat B, 14 Quay Row", "Apt. b; 14 Quay Row", True),
        ("Ground Floor Flat, 14 Quay Row", "First Floor Flat, 14 Quay Row", False),
        ("Flat 2, 14 Quay Row", "2 Quay Row", False),
        ("Block 5 Flat 2 14 Quay Row", "Block 5 Flat 3 14 Quay Row", False),
        ("The Old Forge", "the old forge", True),
    ],
)
def test_two_flats_of_one_house_are_two_homes(mine, theirs, is_one):
    worker_ = StaffFacts(user_id=1, family="Worker", born=None, lines=mine, postcode="EM1 8DW")
    one = Living(person=person("x"), places=(Place(lines=theirs, postcode="EM1 8DW"),))
    assert is_close(worker_, one) is is_one
