"""A child's network as one viewer may see it: people, ties, homes and parental responsibility, cut before anything."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from django.db.models import QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import (
    Asked,
    Cut,
    NothingHere,
    circle_ids,
    day_of,
    opened_among,
    require,
    role_may,
    target_of,
)
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.people import actions
from kith.apps.people.cards import TakenOutBy, responsibility_cards, tie_cards
from kith.apps.people.homes import homes_of_people
from kith.apps.people.kinds import is_of_the_family
from kith.apps.people.models import ParentalResponsibility, Person, Tie
from kith.apps.people.projections import FamilyView, ResponsibilityCard, TakenOut
from kith.apps.people.reading import address_of, records_of, shown_name, tie_fact
from kith.apps.people.sight import People, ReleasedSight, Sight
from kith.apps.people.unions import unions_of
from kith.apps.records.base import prepared
from kith.engines.drawing import network as net


def family_of(actor: Actor, child_ref: str, *, now: dt.datetime) -> FamilyView:
    """The child's network: people and ties cut for this actor, and nothing that tells of the rest."""
    return _family(actor, child_ref, Sight, now=now)


def family_to_take(actor: Actor, child_ref: str, *, now: dt.datetime) -> FamilyView:
    """The same for a copy that the actor takes out of Kith: texts that hold something sealed stay behind."""
    return _family(actor, child_ref, ReleasedSight, now=now)


def _family(actor: Actor, child_ref: str, look: type[Sight], *, now: dt.datetime) -> FamilyView:
    decision = require(actor, actions.READ, child_ref, now=now)
    centre = target_of(child_ref)
    everybody = permitted(actor, [centre.id, *circle_ids(centre.id)], now=now)
    if everybody[0].withdrawn_at is not None:
        raise NothingHere
    sight = look(Cut(actor, actions.READ, now=now), [centre.id])
    rows = [row for row in everybody if row.withdrawn_at is None]
    all_records = records_of(everybody, sight)
    records = {row.pk: all_records[row.pk] for row in rows}
    note_listed(record.id for record in all_records.values())
    note_opened(child_ref, decision=decision)
    people = {row.pk: row.subject_id for row in rows}
    ties = ties_among(people, sight)
    return FamilyView(
        child=records[rows[0].pk],
        version=rows[0].version,
        network=_network(child_ref, rows, records, ties, sight),
        ties=tie_cards(ties, records, sight),
        responsibilities=responsibilities_among(records, people, people, sight),
        taken_out=_taken_out([row for row in everybody if row.withdrawn_at], all_records, sight),
        level=int(decision.level),
        because=decision.because,
        may_be_drawn=bool(sight.among("picture", {rows[0].pk: centre.id})),
    )


def permitted(actor: Actor, subject_ids: Sequence[int], *, now: dt.datetime) -> list[Person]:
    """Persons of these subjects that the actor may read, the first of the list first, then in order of birth."""
    seen = opened_among(actor, actions.READ, subject_ids, Asked(now=now))
    return sorted(_persons_of(subject_ids=seen), key=lambda row: (row.subject_id != subject_ids[0], row.pk))


def opened_rows(actor: Actor, action: Action, rows: Collection[Person], *, now: dt.datetime) -> list[Person]:
    """Of a handful of persons, those that the actor may do this with."""
    seen = opened_among(actor, action, {row.subject_id for row in rows}, Asked(now=now))
    return [row for row in rows if row.subject_id in seen]


@prepared
def persons_called(*, refs: Collection[str]) -> QuerySet[Person]:
    """Those who stand."""
    named = Person.objects.filter(subject__ref__in=refs, withdrawn_at=None)
    return named.select_related("subject").order_by("pk")


@prepared
def persons_with(*, keys: Collection[int]) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=keys).select_related("subject").order_by("pk")


@prepared
def _persons_of(*, subject_ids: Collection[int]) -> QuerySet[Person]:
    return Person.objects.filter(subject_id__in=subject_ids).select_related("subject")


def ties_among(people: People, sight: Sight) -> list[Tie]:
    """Ties between these people; one that is somebody's view only where they are among them."""
    telling = sight.among("tie", people)
    ties = sight.found(Tie, a_id__in=telling, b_id__in=telling, sensitivity__lte=sight.cut.actor.clearance)
    return [tie for tie in ties if tie.view_of_id is None or tie.view_of_id in people]


def _network(
    about: str, rows: Sequence[Person], records: Mapping[int, net.Person], ties: Sequence[Tie], sight: Sight
) -> net.Network:
    refs = {key: record.id for key, record in records.items()}
    facts = [tie_fact(tie, refs, sight) for tie in ties if not tie.withdrawn_at]
    return net.Network(
        about=about,
        persons=tuple(records.values()),
        unions=unions_of([f for f in facts if is_of_the_family(f.kind)]),
        households=_households(rows, sight),
        relations=tuple(
            net.Relation(a=f.a, b=f.b, kind=f.kind, since=f.since, until=f.until, account=f.account)
            for f in facts
            if not is_of_the_family(f.kind)
        ),
    )


def _households(rows: Sequence[Person], sight: Sight) -> tuple[net.Household, ...]:
    """Homes with at least one permitted member, and of their members only those."""
    refs = {row.pk: row.subject.ref for row in rows}
    return tuple(
        net.Household(
            id=home.row.ref,
            name=home.name,
            members=tuple(
                net.Membership(person=refs[stay.person_id], kind=stay.kind, since=stay.since, until=stay.until)
                for stay in home.stays
            ),
            address=address_of(home.address) if home.address else None,
        )
        for home in homes_of_people(sight, {row.pk: row.subject_id for row in rows})
    )


def responsibilities_among(
    records: Mapping[int, net.Person], people: People, about: Collection[int], sight: Sight
) -> tuple[ResponsibilityCard, ...]:
    """What is held for or by some of these people, as far as both ends may be seen; an agency may always be seen."""
    telling = sight.among("responsibility", people)
    held = sight.beside(ParentalResponsibility, about)
    seen = [row for row in held if row.child_id in telling and (row.organisation_id or row.holder_id in telling)]
    return responsibility_cards(seen, records, day_of(sight.cut.now), sight)


def _taken_out(rows: Sequence[Person], records: Mapping[int, net.Person], sight: Sight) -> tuple[TakenOut, ...]:
    notes = TakenOutBy(rows, sight)
    return tuple(
        TakenOut(
            ref=records[row.pk].id,
            version=row.version,
            name=shown_name(records[row.pk]),
            why=note.why,
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
