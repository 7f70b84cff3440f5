"""Adding people to a child's network and changing what is known of them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from django.db.models import Q

from kith.apps.access.queries import require, target_of, visible
from kith.apps.access.services import join_circle, open_subject
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import deed, load
from kith.apps.people import actions, events
from kith.apps.people.models import Address, Person, Tie
from kith.apps.people.reading import record_of
from kith.apps.people.relatives import NEW, NOBODY_YET, UNCLE, parent_between, ties_for
from kith.apps.people.rules import (
    checked_address,
    checked_ethnicity,
    checked_person,
    checked_tie,
    require_ties_of_a_child,
)
from kith.apps.people.services.rows import held, said_of, save_version, sight_of
from kith.apps.people.services.ties import record_tie, require_tie_ends, words_of
from kith.apps.people.services.words import checked_words, known_words
from kith.apps.people.unions import TieFact
from kith.apps.people.writing import NewPerson, Source, write_people, write_ties
from kith.engines.drawing import network as net
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned


class CannotWithdraw(KithError):
    """Somebody cannot be taken out of a picture."""


CHANGEABLE = ("kind", "provisional", "sex", "gender", "pronouns", "birth", "death", "has_died", "loss", "ethnicity")


def add_child(*, by: Doer, person: net.Person, sensitivity: int = 0, now: dt.datetime) -> str:
    """A child whose case begins here; the ref of their record. Used by loads; referrals come with the front door."""
    person = checked_person(person)
    with load(events.FAMILIES_LOADED, by=by, now=now, payload={"children": 1}):
        subject = open_subject(has_case=True, sensitivity=sensitivity)
        write_people([NewPerson(person, subject.pk)])
    return str(subject.ref)


def add_person(
    *,
    by: Actor,
    child_ref: str,
    person: net.Person,
    ties: Sequence[TieFact] = (),
    has_case: bool = False,
    sensitivity: int = 0,
    now: dt.datetime,
) -> str:
    """Somebody new in a child's network, with their first ties (in which the id `NEW` stands for them)."""
    decision = require(by, actions.ADD, child_ref, now=now)
    person, ties = checked_person(person), [checked_tie(tie) for tie in ties]
    person = replace(person, addresses=tuple(checked_address(home) for home in person.addresses))
    checked_ethnicity(person.ethnicity)
    require_ties_of_a_child(person, ties)
    keys = require_tie_ends(by, ties, now=now)
    words = checked_words(by, [target_of(child_ref).id], _words_of(person, ties), now=now)
    homes = [f"{home.lines}\n{home.postcode}" for home in person.addresses]
    known = known_words(by, [target_of(child_ref).id], homes, now=now)
    with deed(events.PERSON_ADDED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        centre = target_of(child_ref)
        subject = open_subject(has_case=has_case, sensitivity=sensitivity)
        join_circle(centre.id, subject.pk)
        (keys[NEW],) = write_people([NewPerson(person, subject.pk)])
        write_ties([(ties, keys)], Source(by.agency_id, now))
        words.keep(subject.ref, "note", "gender", "pronouns", "told_by")
        for home_ref in Address.objects.filter(person_id=keys[NEW]).values_list("ref", flat=True):
            known.keep(home_ref)
        for tie_ref in _refs_of_ties(keys[NEW]):
            words.keep(tie_ref, "words", "told_by")
        act.changed(subject.ref, after=said_of(person))
        for tie in ties:
            record_tie(act, tie, new=subject.ref)
        act.notes(person=subject.ref, ties=len(ties))
    return str(subject.ref)


def _refs_of_ties(person_id: int) -> list[str]:
    return list(Tie.objects.filter(Q(a_id=person_id) | Q(b_id=person_id)).values_list("ref", flat=True))


def _words_of(person: net.Person, ties: Iterable[TieFact] = ()) -> list[str]:
    """The free text of a new person and of their first ties."""
    told = [person.account.told_by, person.account.words] if person.account else []
    return [person.fact, person.gender, person.pronouns, *told, *(text for tie in ties for text in words_of(tie))]


def add_relative(
    *, by: Actor, child_ref: str, person: net.Person, relation: str, to: str, also: str = "", now: dt.datetime
) -> str:
    """Somebody new, by how they belong to somebody known ("parent of Dad").

    An uncle or aunt is a brother or sister of a parent (`also`); where nobody knows that parent, a place is kept open.
    """
    require(by, actions.CHANGE, to, now=now)
    parents = _parents_of(by, to, now=now) if relation in ("sibling", UNCLE) else []
    between = parent_between(relation, also, parents)
    if between:
        checked_person(person)
        to = _place_kept_open(by, child_ref, to, now) if between == NOBODY_YET else between
        parents = _parents_of(by, to, now=now)
        relation, also = "sibling", ""
    ties = ties_for(relation, to, also=also, parents_of_to=parents, account=person.account)
    return add_person(by=by, child_ref=child_ref, person=person, ties=ties, now=now)


def _place_kept_open(by: Actor, child_ref: str, child_of: str, now: dt.datetime) -> str:
    """A parent whom nobody knows yet, so that whoever belongs by them has somewhere to stand."""
    parent = net.Person(id=NEW, unknown=True, provisional=True)
    ties = ties_for("parent", child_of)
    return add_person(by=by, child_ref=child_ref, person=parent, ties=ties, now=now)


def _parents_of(actor: Actor, ref: str, *, now: dt.datetime) -> list[str]:
    """Refs of the birth parents whom the actor may change; others are not there."""
    births = sight_of(actor, now=now).rows(Tie, b__subject__ref=ref, kind="birth", withdrawn_at=None)
    ties = births.filter(sensitivity__lte=actor.clearance).order_by("pk")
    parents = Person.objects.filter(pk__in=ties.values("a_id"), withdrawn_at=None)
    permitted = visible(actor, actions.CHANGE, parents, now=now).values_list("pk", "subject__ref")
    refs = dict(permitted)
    return [refs[tie.a_id] for tie in ties if tie.a_id in refs]


def withdraw_person(*, by: Actor, person_ref: str, why: str, expected_version: int, now: dt.datetime) -> None:
    """Take somebody out of every picture. They stay on record, with who took them out and why."""
    _set_withdrawn(by, person_ref, expected_version, now, event=events.PERSON_WITHDRAWN, why=why)


def restore_person(*, by: Actor, person_ref: str, expected_version: int, now: dt.datetime) -> None:
    """Undo taking somebody out: a new deed, not an eraser."""
    _set_withdrawn(by, person_ref, expected_version, now, event=events.PERSON_RESTORED, why=None)


def _set_withdrawn(
    by: Actor, person_ref: str, expected_version: int, now: dt.datetime, *, event: str, why: str | None
) -> None:
    decision = require(by, actions.CHANGE, person_ref, now=now)
    with deed(event, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        if row.subject.has_case:
            raise CannotWithdraw("This child has workers of their own and cannot be taken out here.")
        before = _withdrawal_of(row)
        row.withdrawn_at = now if why is not None else None
        row.withdrawn_by_id = by.id if why is not None else None
        row.withdrawn_why = cleaned(why or "", limit=LIMITS["line"])
        checked_words(by, [row.subject_id], [row.withdrawn_why], now=now).keep(person_ref, "why")
        row.version += 1
        row.save()
        act.changed(person_ref, before=before, after=_withdrawal_of(row))


def _withdrawal_of(row: Person) -> dict[str, object]:
    return {"withdrawn": row.withdrawn_at is not None, "why": row.withdrawn_why}


def change_person(*, by: Actor, person_ref: str, changed: net.Person, expected_version: int, now: dt.datetime) -> None:
    """Set the facts of a person that change; names, ties and addresses have deeds of their own."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    changed = checked_person(changed)
    with deed(events.PERSON_CHANGED, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        seen = record_of(row, sight_of(by, row.subject_id, now=now))
        before, after = _differences(seen, changed)
        for part in {"gender", "pronouns"} & after.keys():
            checked_words(by, [row.subject_id], [str(after[part])], now=now).keep(person_ref, part)
        checked_ethnicity(str(after.get("ethnicity", "")))
        for name, value in after.items():
            setattr(row, name, value)
        row.has_died = row.has_died or row.death is not None
        if "provisional" in after:
            row.certainty = "not_sure" if row.provisional else "sure"
        save_version(row, now=now)
        act.changed(person_ref, before=before, after=after)


def _differences(old: net.Person, new: net.Person) -> tuple[dict[str, object], dict[str, object]]:
    names = [f.name for f in fields(new) if f.name in CHANGEABLE and getattr(old, f.name) != getattr(new, f.name)]
    return {n: getattr(old, n) for n in names}, {n: getattr(new, n) for n in names}
