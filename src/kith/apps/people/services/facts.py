"""Names, addresses and numbers of a person: added, ended, taken out and put back; never deleted."""

import datetime as dt
from typing import Any

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.people import actions, events
from kith.apps.people.models import (
    Address,
    Fact,
    HouseholdMember,
    Identifier,
    ParentalResponsibility,
    Person,
    PersonName,
)
from kith.apps.people.numbers import CannotAddIdentifier, checked_identifier
from kith.apps.people.rules import checked_address, checked_end, checked_person
from kith.apps.people.services.rows import held, said_of, save_version, sight_of
from kith.apps.people.services.words import checked_words, known_words
from kith.apps.people.sight import Sight
from kith.apps.people.writing import address_row, name_row
from kith.engines.drawing import network as net
from kith.kernel.decisions import Decision
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS, cleaned

OWNERS: dict[type[Fact], str] = {
    PersonName: "person_id",
    Address: "person_id",
    Identifier: "person_id",
    HouseholdMember: "person_id",
    ParentalResponsibility: "child_id",
}


class CannotTakeOut(KithError):
    """A fact cannot be taken out as it stands."""


def add_name(*, by: Actor, person_ref: str, name: net.Name, now: dt.datetime) -> str:
    """A name beside those already known; its ref."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    checked = checked_person(net.Person(id=person_ref, names=(name,))).names[0]
    with deed(events.NAME_ADDED, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref)
        words = known_words(by, [row.subject_id], [checked.text], now=now)
        fact = PersonName(**name_row(checked, row.pk))
        fact.save(force_insert=True)
        words.keep(fact.ref)
        save_version(row, now=now)
        act.changed(person_ref, after={"name": said_of(checked)})
        act.notes(fact=fact.ref)
    return str(fact.ref)


def add_address(*, by: Actor, person_ref: str, address: net.Address, now: dt.datetime) -> str:
    """An address beside those already known; the one before stays until somebody ends it. Its ref."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    checked = checked_address(address)
    with deed(events.ADDRESS_ADDED, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref)
        words = known_words(by, [row.subject_id], [f"{checked.lines}\n{checked.postcode}"], now=now)
        fact = Address(**address_row(checked, person_id=row.pk))
        fact.save(force_insert=True)
        words.keep(fact.ref)
        save_version(row, now=now)
        act.changed(person_ref, after={"address": said_of(checked)})
        act.notes(fact=fact.ref)
    return str(fact.ref)


def add_identifier(*, by: Actor, person_ref: str, identifier: net.Identifier, now: dt.datetime) -> str:
    """A number that somebody issued; its ref. The same number of somebody else is for matching to look at."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    checked = checked_identifier(identifier)
    with deed(events.IDENTIFIER_ADDED, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref)
        seen = sight_of(by, row.subject_id, now=now).standing(Identifier, {row.pk: row.subject_id})
        if any((known.kind, known.value) == (checked.kind, checked.value) for known in seen):
            raise CannotAddIdentifier("This number is already on their record.")
        words = checked_words(by, [row.subject_id], [checked.issuer], now=now)
        number = known_words(by, [row.subject_id], [checked.value], now=now)
        fact = Identifier(person=row, kind=checked.kind, value=checked.value, issuer=checked.issuer)
        fact.save(force_insert=True)
        words.keep(fact.ref, "issuer")
        number.keep(fact.ref)
        save_version(row, now=now)
        act.changed(person_ref, after={"identifier": said_of(checked)})
        act.notes(fact=fact.ref)
    return str(fact.ref)


def end_address(
    *,
    by: Actor,
    person_ref: str,
    address_ref: str,
    until: PartialDate | None,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """They moved out. The address stays on record with the date."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    with deed(events.ADDRESS_ENDED, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        set_end(
            act,
            person_ref,
            standing_fact(sight_of(by, row.subject_id, now=now), row, address_ref, Address),
            checked_end(until),
        )
        save_version(row, now=now)


def reopen_fact(*, by: Actor, person_ref: str, fact_ref: str, expected_version: int, now: dt.datetime) -> None:
    """Undo an end: an address, a home or parental responsibility goes on."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    with deed(events.FACT_REOPENED, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        sight = sight_of(by, row.subject_id, now=now)
        fact = standing_fact(sight, row, fact_ref, Address, HouseholdMember, ParentalResponsibility)
        require_holder(by, fact, now=now)
        set_end(act, person_ref, fact, None)
        save_version(row, now=now)


def withdraw_fact(
    *, by: Actor, person_ref: str, fact_ref: str, why: str, expected_version: int, now: dt.datetime
) -> None:
    """Take out a name, address, number, home or responsibility that is wrong. It stays, struck through."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    _set_withdrawn(by, person_ref, fact_ref, expected_version, now, decision, why=why)


def restore_fact(*, by: Actor, person_ref: str, fact_ref: str, expected_version: int, now: dt.datetime) -> None:
    """Undo taking out: a new deed, not an eraser."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    _set_withdrawn(by, person_ref, fact_ref, expected_version, now, decision, why=None)


def _set_withdrawn(
    by: Actor,
    person_ref: str,
    fact_ref: str,
    expected_version: int,
    now: dt.datetime,
    decision: Decision,
    *,
    why: str | None,
) -> None:
    event = events.FACT_RESTORED if why is None else events.FACT_WITHDRAWN
    with deed(event, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        sight = sight_of(by, row.subject_id, now=now)
        fact = fact_of(sight, row, fact_ref, *OWNERS)
        require_holder(by, fact, now=now)
        if why is not None:
            _refuse_last_name(sight, row, fact)
        checked_words(by, [row.subject_id], [why or ""], now=now).keep(fact.ref, "why")
        before = _withdrawal_of(fact)
        fact.withdrawn_at = now if why is not None else None
        fact.withdrawn_by_id = by.id if why is not None else None
        fact.withdrawn_why = cleaned(why or "", limit=LIMITS["line"])
        fact.save()
        save_version(row, now=now)
        act.changed(person_ref, before=before, after=_withdrawal_of(fact))
        act.notes(fact=fact.ref, what=type(fact).__name__)


def _withdrawal_of(fact: Fact) -> dict[str, object]:
    return {"withdrawn": fact.withdrawn_at is not None, "why": fact.withdrawn_why}


def _refuse_last_name(sight: Sight, row: Person, fact: Fact) -> None:
    """The last that this actor may see: another one that is sealed is not there, and the answer must not tell."""
    if not isinstance(fact, PersonName) or row.unknown:
        return
    if all(name.pk == fact.pk for name in sight.standing(PersonName, {row.pk: row.subject_id})):
        raise CannotTakeOut("This is the only name we have. Add the right name first, then take this one out.")


def fact_of(sight: Sight, row: Person, fact_ref: str, *models: type[Fact]) -> Fact:
    """A fact about this person by its ref; that of anybody else, and a sealed one, is not there."""
    for model in models:
        found: Fact | None = sight.rows(model, ref=fact_ref, **{OWNERS[model]: row.pk}).first()
        if found is not None and not sight.says_again(found):
            return found
    raise NothingHere


def require_holder(actor: Actor, fact: Fact, *, now: dt.datetime) -> None:
    """Responsibility that is held by somebody the actor may not see is not there."""
    if isinstance(fact, ParentalResponsibility) and fact.holder:
        require(actor, actions.READ, fact.holder.subject.ref, now=now)


def standing_fact(sight: Sight, row: Person, fact_ref: str, *models: type[Fact]) -> Any:
    """A fact with an end that was not taken out."""
    fact = fact_of(sight, row, fact_ref, *models)
    if fact.withdrawn_at is not None:
        raise NothingHere
    return fact


def set_end(act: Deed, person_ref: str, fact: Any, until: PartialDate | None) -> None:
    """End a fact, or with None open it again."""
    act.changed(person_ref, before={"until": fact.until}, after={"until": until})
    act.notes(fact=fact.ref, what=type(fact).__name__)
    fact.until = until
    fact.save()
