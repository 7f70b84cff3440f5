"""The same families as a bulk load, one deed at a time: what one writes, the other has to write too.

Three things have no deed of their own yet and are written here as the load writes them: a person of the family as the
one who told us, a second child whose circle the family is, and a tie told twice (two couples that claim one child),
which a deed refuses.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kith.apps.access.services import InvolvementRecord, join_circle, load_involvements
from kith.apps.agencies.projections import Actor, Operator
from kith.apps.audit.services import load
from kith.apps.people import services
from kith.apps.people.kinds import tie_kind
from kith.apps.people.models import Person, Tie
from kith.apps.people.services import FamilyRecord
from kith.apps.people.unions import TWIN, TWIN_KINDS, Born, TieFact, births_of
from kith.apps.people.writing import ties_told_in
from kith.engines.drawing import network as net

Refs = Mapping[str, str]  # the family's own ids to refs


def add_families(families: Iterable[FamilyRecord], *, by: Actor, now: dt.datetime) -> None:
    """Add each family as a worker would who is cleared for everything and works with its children."""
    for family in families:
        refs = _add_people(family, by, now)
        every_tie = ties_told_in(family.network)
        twins = births_of(every_tie)
        told = [tie for tie in every_tie if tie_kind(tie.kind).group != TWIN]
        ties = [(tie, _add_tie(tie, refs, by, refs[family.centres[0]], now)) for tie in told]
        _record_twins(twins, refs, by, refs[family.centres[0]], now)
        _add_homes_and_responsibilities(family, refs, by, now)
        with load("testing.by_deeds", by=Operator(), now=now, payload={}):
            _write_what_has_no_deed(family, refs, ties)


def _add_homes_and_responsibilities(family: FamilyRecord, refs: Refs, by: Actor, now: dt.datetime) -> None:
    for home in family.network.households:
        members = tuple(replace(member, person=refs[member.person]) for member in home.members)
        household = replace(home, members=members)
        services.form_household(by=by, child_ref=refs[family.centres[0]], household=household, now=now)
    for fact in family.responsibilities:
        told = replace(fact, holder=refs.get(fact.holder, ""), child=refs[fact.child])
        services.record_responsibility(by=by, fact=told, now=now)


def _add_people(family: FamilyRecord, by: Actor, now: dt.datetime) -> Refs:
    people = {
        person.id: replace(person, account=_in_words(person.account, family)) for person in family.network.persons
    }
    first = family.centres[0]
    sensitivity = family.sensitivity
    child_ref = services.add_child(
        by=Operator(), person=people.pop(first), sensitivity=sensitivity.get(first, 0), now=now
    )
    _work_with(child_ref, by, now)
    added = {
        person.id: services.add_person(
            by=by,
            child_ref=child_ref,
            person=person,
            has_case=person.id in family.centres,
            sensitivity=sensitivity.get(person.id, 0),
            now=now,
        )
        for person in people.values()
    }
    return {first: child_ref, **added}


def _in_words(account: net.Account | None, family: FamilyRecord) -> net.Account | None:
    """An account by somebody of the family says nothing yet of who told us."""
    if account is None or account.told_by not in {person.id for person in family.network.persons}:
        return account
    return replace(account, told_by="")


def _work_with(child_ref: str, by: Actor, now: dt.datetime) -> None:
    record = InvolvementRecord(
        subject_id=_row(child_ref).subject_id,
        organisation_id=by.agency_id,
        user_id=by.id,
        part="lead",
        basis="s17",
        since_on=now.date(),
    )
    load_involvements(by=Operator(), records=[record], now=now)


def _row(ref: str) -> Person:
    return Person.objects.get(subject__ref=ref)


def _add_tie(tie: TieFact, refs: Refs, by: Actor, child_ref: str, now: dt.datetime) -> str:
    account = tie.account
    if account:
        told_by = "" if account.told_by in refs else account.told_by
        account = replace(account, told_by=told_by, view_of=refs.get(account.view_of, ""))
    told = replace(tie, a=refs[tie.a], b=refs[tie.b], account=account)
    return services.add_tie(by=by, child_ref=child_ref, tie=told, now=now)


def _record_twins(twins: Mapping[str, Born], refs: Refs, by: Actor, child_ref: str, now: dt.datetime) -> None:
    groups: dict[Born, list[str]] = defaultdict(list)
    for name, born in twins.items():
        groups[born].append(refs[name])
    for born, children in groups.items():
        kind = TWIN_KINDS[born.identical]
        services.record_twins(by=by, child_ref=child_ref, children=children, kind=kind, now=now)


def _write_what_has_no_deed(family: FamilyRecord, refs: Refs, ties: list[tuple[TieFact, str]]) -> None:
    rows = {name: _row(ref) for name, ref in refs.items()}
    for person in family.network.persons:
        if person.account and person.account.told_by in rows:
            teller = rows[person.account.told_by].subject_id
            Person.objects.filter(pk=rows[person.id].pk).update(told_by_subject_id=teller)
    for tie, ref in ties:
        if tie.account and tie.account.told_by in rows:
            Tie.objects.filter(ref=ref).update(told_by_person=rows[tie.account.told_by])
    for centre in family.centres[1:]:
        for name in rows.keys() - {centre}:
            join_circle(rows[centre].subject_id, rows[name].subject_id)
