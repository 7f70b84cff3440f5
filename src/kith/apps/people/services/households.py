"""Homes: put on record, given an address, moved into and out of. Moving in and out changes the person's record."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require, target_of, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed, refuse
from kith.apps.people import actions, events
from kith.apps.people.kinds import UnknownKind
from kith.apps.people.models import Address, Household, HouseholdMember, Person
from kith.apps.people.rules import checked_address, checked_end
from kith.apps.people.services.facts import set_end, standing_fact
from kith.apps.people.services.rows import held, reindex, said_of, save_version, sight_of
from kith.apps.people.services.words import checked_words, known_words
from kith.apps.people.writing import address_row, member_row, write_households
from kith.apps.records.base import require_version
from kith.engines.drawing import network as net
from kith.engines.drawing.vocabulary import MEMBERSHIPS
from kith.kernel.decisions import refused
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS, cleaned

NOTHING = "There is nothing here for you to open."


class CannotFormHousehold(KithError):
    """A household needs a name and somebody who lives in it."""


class CannotJoinHousehold(KithError):
    """Somebody cannot move into a home as it was said."""


def form_household(*, by: Actor, child_ref: str, household: net.Household, now: dt.datetime) -> str:
    """Who lives together, since when; each member is somebody the actor may change."""
    decision = require(by, actions.CHANGE, child_ref, now=now)
    name = cleaned(household.name, limit=LIMITS["name"])
    members = [member.person for member in household.members]
    if not name or not members:
        raise CannotFormHousehold("Give the home a name the family would use, and choose who lives there.")
    for ref in members:
        require(by, actions.CHANGE, ref, now=now)
    keys = dict(Person.objects.filter(subject__ref__in=members).values_list("subject__ref", "pk"))
    words = checked_words(by, [target_of(child_ref).id], [name], now=now)
    with deed(events.HOUSEHOLD_FORMED, by=by, now=now, decision=decision, subjects=[child_ref, *members]) as act:
        (key,) = write_households([([household], keys)])
        row = Household.objects.get(pk=key)
        words.keep(row.ref, "name")
        reindex(_members(row), now=now)
        for member in household.members:
            act.changed(member.person, after={"home": name, **_stay(member)})
        act.notes(household=row.ref)
    return str(row.ref)


def join_household(*, by: Actor, household_ref: str, member: net.Membership, now: dt.datetime) -> str:
    """Somebody moves in beside those who live there; the ref of their time in the home."""
    decision = require(by, actions.CHANGE, member.person, now=now)
    if member.kind not in MEMBERSHIPS:
        raise UnknownKind("Choose whether they live there, stay some of the time, or often visit.")
    _require_home(by, household_ref, now=now)
    with deed(events.HOUSEHOLD_JOINED, by=by, now=now, decision=decision, subjects=[member.person]) as act:
        home, person = Household.objects.get(ref=household_ref), held(member.person)
        _refuse_twice(by, home, person, now=now)
        stay = HouseholdMember(**member_row(home.pk, member, {member.person: person.pk}))
        stay.save(force_insert=True)
        save_version(person, now=now)
        act.changed(member.person, after={"home": home.name, **_stay(member)})
        act.notes(household=home.ref, fact=stay.ref)
    return str(stay.ref)


def _stay(member: net.Membership) -> dict[str, object]:
    return {name: value for name, value in said_of(member).items() if name != "person"}


def _refuse_twice(by: Actor, home: Household, person: Person, *, now: dt.datetime) -> None:
    stays = sight_of(by, person.subject_id, now=now).rows(HouseholdMember, household=home, person=person)
    if stays.filter(until="", withdrawn_at=None).exists():
        raise CannotJoinHousehold("They are already on record in this home.")


def leave_household(
    *, by: Actor, person_ref: str, stay_ref: str, until: PartialDate | None, expected_version: int, now: dt.datetime
) -> None:
    """Somebody moves out; their time there stays on record. The version is that of the person."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    with deed(events.HOUSEHOLD_LEFT, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        person = held(person_ref, expected_version)
        sight = sight_of(by, person.subject_id, now=now)
        set_end(act, person_ref, standing_fact(sight, person, stay_ref, HouseholdMember), checked_end(until))
        save_version(person, now=now)


def add_household_address(
    *,
    by: Actor,
    child_ref: str,
    household_ref: str,
    address: net.Address,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """Where a home is. It holds for everybody who lives there, and they are found by its postcode."""
    decision = require(by, actions.CHANGE, child_ref, now=now)
    _require_home(by, household_ref, now=now)
    checked = checked_address(address)
    with deed(events.HOUSEHOLD_ADDRESSED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        home = _held(household_ref, expected_version)
        said = f"{checked.lines}\n{checked.postcode}"
        words = known_words(by, [target_of(child_ref).id], [said], now=now)
        row = Address(**address_row(checked, household_id=home.pk))
        row.save(force_insert=True)
        words.keep(row.ref)
        home.save()
        members = _members(home)
        reindex(members, now=now)
        for member in members:
            act.changed(member.subject.ref, after={"home": home.name, "address": said_of(checked)})
        act.notes(household=home.ref)


def _require_home(by: Actor, household_ref: str, *, now: dt.datetime) -> None:
    """A home is there only for whoever may change somebody who lives in it."""
    sight = sight_of(by, now=now)
    homes = sight.rows(Household, ref=household_ref)
    stays = sight.rows(HouseholdMember, household_id__in=homes.values("pk"), withdrawn_at=None)
    people = Person.objects.filter(pk__in=stays.values("person_id"))
    if not visible(by, actions.CHANGE, people, now=now).exists():
        refuse(actions.CHANGE.name, by=by, now=now, decision=refused("R0", NOTHING))
        raise NothingHere


def _held(household_ref: str, expected_version: int) -> Household:
    """The home, locked and about to be a new version."""
    home: Household = Household.objects.select_for_update().get(ref=household_ref)
    require_version(home, expected_version)
    home.version += 1
    return home


def _members(home: Household) -> list[Person]:
    stays = HouseholdMember.objects.filter(household=home, withdrawn_at=None)
    rows = Person.objects.filter(pk__in=stays.values("person_id"))
    return list(rows.select_related("subject").order_by("pk"))
