"""A child's network as one viewer may see it: people, ties, homes and parental responsibility, cut before anything."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db.models import Q

from kith.apps.access.queries import NothingHere, circle_ids, day_of, require, role_may, target_of, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.people import actions
from kith.apps.people.cards import TakenOutBy, responsibility_cards, tie_cards
from kith.apps.people.kinds import tie_kind
from kith.apps.people.models import BirthGroup, Household, HouseholdMember, ParentalResponsibility, Person, Tie
from kith.apps.people.projections import FamilyView, ResponsibilityCard, TakenOut
from kith.apps.people.reading import births_among, home_addresses, records_of, shown_name, tie_fact
from kith.apps.people.unions import TieFact, unions_of
from kith.engines.drawing import network as net


def family_of(actor: Actor, child_ref: str, *, now: dt.datetime) -> FamilyView:
    """The child's network: people and ties cut for this actor, and nothing that tells of the rest."""
    decision = require(actor, actions.READ, child_ref, now=now)
    centre = target_of(child_ref)
    everybody = _permitted(actor, [centre.id, *circle_ids(centre.id)], now=now)
    if everybody[0].withdrawn_at is not None:
        raise NothingHere("There is nothing here for you to open.")
    rows = [row for row in everybody if row.withdrawn_at is None]
    all_records = records_of(everybody)
    records = {row.pk: all_records[row.pk] for row in rows}
    note_listed(record.id for record in all_records.values())
    note_opened(child_ref, decision=decision)
    refs = {key: record.id for key, record in records.items()}
    ties = ties_among(actor, list(refs))
    people = tuple(records[row.pk] for row in rows)
    return FamilyView(
        child=records[rows[0].pk],
        version=rows[0].version,
        network=_network(child_ref, rows, people, [tie_fact(tie, refs) for tie in ties if not tie.withdrawn_at]),
        ties=tie_cards(ties, records),
        responsibilities=responsibilities_among(records, [row.pk for row in rows], on=day_of(now)),
        taken_out=_taken_out([row for row in everybody if row.withdrawn_at], all_records),
        level=int(decision.level),
        because=decision.because,
    )


def _permitted(actor: Actor, subject_ids: Sequence[int], *, now: dt.datetime) -> list[Person]:
    """Persons of these subjects that the actor may read, the first of the list first, then in order of birth."""
    rows = Person.objects.filter(subject_id__in=subject_ids).select_related("subject").order_by("pk")
    permitted = list(visible(actor, actions.READ, rows, now=now))
    return sorted(permitted, key=lambda row: (row.subject_id != subject_ids[0], row.pk))


def ties_among(actor: Actor, keys: Sequence[int]) -> list[Tie]:
    ties = Tie.objects.filter(a_id__in=keys, b_id__in=keys, sensitivity__lte=actor.clearance).order_by("pk")
    permitted = set(keys)
    return [tie for tie in ties if tie.view_of_id is None or tie.view_of_id in permitted]


def _network(
    about: str, rows: Sequence[Person], people: tuple[net.Person, ...], facts: Sequence[TieFact]
) -> net.Network:
    group_keys = {row.birth_group_id for row in rows if row.birth_group_id}
    identical = dict(BirthGroup.objects.filter(pk__in=group_keys).values_list("pk", "identical"))
    family_kinds = {"partnership", "parent", "sibling"}
    return net.Network(
        about=about,
        persons=people,
        unions=unions_of([f for f in facts if tie_kind(f.kind).group in family_kinds], births_among(rows, identical)),
        households=_households({row.pk: row.subject.ref for row in rows}),
        relations=tuple(
            net.Relation(a=f.a, b=f.b, kind=f.kind, since=f.since, until=f.until, account=f.account)
            for f in facts
            if tie_kind(f.kind).group not in family_kinds
        ),
    )


def _households(refs: Mapping[int, str]) -> tuple[net.Household, ...]:
    """Homes with at least one permitted member, and of their members only those."""
    members = list(HouseholdMember.objects.filter(person_id__in=list(refs), withdrawn_at=None).order_by("pk"))
    homes = Household.objects.filter(pk__in={m.household_id for m in members}).order_by("pk")
    addresses = home_addresses({m.household_id for m in members})
    return tuple(
        net.Household(
            id=home.ref,
            name=home.name,
            members=tuple(
                net.Membership(person=refs[m.person_id], kind=m.kind, since=m.since, until=m.until)
                for m in members
                if m.household_id == home.pk
            ),
            address=addresses.get(home.pk),
        )
        for home in homes
    )


def responsibilities_among(
    records: Mapping[int, net.Person], keys: Sequence[int], *, on: dt.date
) -> tuple[ResponsibilityCard, ...]:
    """What is held for or by these people, as far as both ends may be seen; an agency may always be seen."""
    held = ParentalResponsibility.objects.filter(Q(child_id__in=keys) | Q(holder_id__in=keys)).order_by("pk")
    seen = [row for row in held if row.child_id in records and (row.organisation_id or row.holder_id in records)]
    return responsibility_cards(seen, records, on)


def _taken_out(rows: Sequence[Person], records: Mapping[int, net.Person]) -> tuple[TakenOut, ...]:
    notes = TakenOutBy(rows)
    return tuple(
        TakenOut(
            ref=records[row.pk].id,
            version=row.version,
            name=shown_name(records[row.pk]),
            why=row.withdrawn_why,
            by=note.by,
            on=note.on,
        )
        for row in rows
        if (note := notes.note(row))
    )


def may_add(actor: Actor, level: int) -> bool:
    """Whether the page may offer to add: the deed decides again for itself."""
    return level >= actions.ADD.needs and role_may(actor, actions.ADD)


def may_load(actor: Actor, level: int) -> bool:
    """Whether the page may offer to load a file: the deed decides again for itself."""
    return level >= actions.LOAD.needs and role_may(actor, actions.LOAD)
