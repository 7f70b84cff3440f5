"""Invented lives must be possible: parents older than their children, the dead silent, one marriage at a time."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from kith.engines.drawing.network import Person, Status, Union
from kith.kernel.partial_dates import PartialDate
from kith.testing.town import FamilyPlan
from kith.testing.town.dates import age_on

TODAY = date(2026, 11, 24)
County = tuple[FamilyPlan, ...]
_BY_BLOOD = ("birth", "donor")


def parents_and_children(county: County) -> Iterator[tuple[Person, Person]]:
    for family in county:
        people = {person.id: person for person in family.network.persons}
        for union in family.network.unions:
            for link in union.children:
                if link.kind in _BY_BLOOD:
                    yield from ((people[parent], people[link.child]) for parent in union.partners)


def years_between(first: PartialDate, second: PartialDate) -> int | None:
    """The most whole years that can lie between two dates."""
    if first.earliest is None or second.latest is None:
        return None
    return age_on(first.earliest, second.latest)


def test_parents_are_at_least_twelve_years_older(county: County) -> None:
    for parent, child in parents_and_children(county):
        if parent.provisional or not parent.birth or not child.birth:
            continue
        years = years_between(parent.birth, child.birth)
        assert years is not None and 12 <= years <= 80, (parent.id, child.id)


def test_nobody_is_a_birth_child_of_two_couples_unless_disputed(county: County) -> None:
    for family in county:
        births = Counter(
            link.child for union in family.network.unions for link in union.children if link.kind == "birth"
        )
        for child, count in births.items():
            links = [link for union in family.network.unions for link in union.children if link.child == child]
            certainties = {link.account.certainty for link in links if link.kind == "birth" and link.account}
            assert count == 1 or certainties == {"disputed"}, child


def test_kinds_agree_with_ages(county: County) -> None:
    for family in county:
        for person in family.network.persons:
            if person.birth is None or person.birth.earliest is None or person.birth.latest is None:
                continue
            if person.kind == "unborn":
                assert person.birth.earliest > TODAY, person
            elif person.kind == "child":
                assert age_on(person.birth.latest, TODAY) < 18, person
                assert person.birth.earliest <= TODAY, person
            else:
                assert age_on(person.birth.earliest, TODAY) >= 18, person


def test_children_with_a_case_are_alive_and_at_most_twenty(county: County) -> None:
    for family in county:
        for person in family.network.persons:
            if person.id in family.children:
                assert not person.has_died and person.birth and person.birth.earliest, person
                assert age_on(person.birth.earliest, TODAY) <= 20, person


def test_nobody_died_before_birth_or_in_the_future(county: County) -> None:
    for family in county:
        for person in family.network.persons:
            if person.death:
                assert person.has_died, person
                assert not person.birth or not person.death.certainly_before(person.birth), person
                assert person.death.earliest and person.death.earliest <= TODAY, person


def test_the_dead_live_nowhere_now(county: County) -> None:
    for family in county:
        dead = {person.id for person in family.network.persons if person.has_died}
        for home in family.network.households:
            now = {member.person for member in home.members if member.until is None}
            assert not dead & now, home


def test_states_of_a_couple_follow_each_other(county: County) -> None:
    for union in (union for family in county for union in family.network.unions):
        for earlier, later in zip(union.statuses, union.statuses[1:], strict=False):
            assert not (earlier.since and later.since and later.since.certainly_before(earlier.since)), union
        for status in union.statuses:
            assert not (status.since and status.until and status.until.certainly_before(status.since)), union


def told_days(family: FamilyPlan) -> Iterator[PartialDate | None]:
    """Every date of something that has begun."""
    network = family.network
    for union in network.unions:
        yield from (status.since for status in union.statuses)
        yield from (link.since for link in union.children)
    yield from (member.since for home in network.households for member in home.members)
    yield from (address.since for person in network.persons for address in person.addresses)
    yield from (relation.since for relation in network.relations)
    yield from (PartialDate.of(held.since) for held in family.responsibilities)


def test_nothing_has_begun_in_the_future(county: County) -> None:
    for family in county:
        for day in told_days(family):
            assert day is None or day.earliest is None or day.earliest <= TODAY, (family.key, str(day))


def last_marriage(union: Union) -> Status | None:
    """The state of a couple who are married still."""
    last = union.statuses[-1] if union.statuses else None
    return last if last and last.kind in ("married", "civil") else None


def test_nobody_is_married_to_two_at_once(county: County) -> None:
    for family in county:
        dead = {person.id for person in family.network.persons if person.has_died}
        married = Counter(
            partner
            for union in family.network.unions
            if last_marriage(union) and not dead & set(union.partners)
            for partner in union.partners
        )
        assert max(married.values(), default=1) == 1, family.key


def test_living_children_have_one_main_home(county: County) -> None:
    for family in county:
        homes = Counter(
            member.person
            for home in family.network.households
            for member in home.members
            if member.kind == "lives_here" and member.until is None
        )
        for person in family.network.persons:
            assert homes[person.id] <= 1, person
            if person.kind == "child" and person.id in family.children:
                assert homes[person.id] == 1, person


def test_brothers_and_sisters_have_names_of_their_own(county: County) -> None:
    for family in county:
        given = Counter(
            person.names[0].given for person in family.network.persons if person.kind == "child" and person.names
        )
        assert not [name for name, count in given.items() if name and count > 1], family.key
