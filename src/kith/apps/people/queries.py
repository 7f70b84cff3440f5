"""Reads of people, always for an actor, always cut and put on record here and not in the page."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q, QuerySet

from kith.apps.access.queries import (
    circle_ids,
    day_of,
    members_by_centre,
    mine_among,
    require,
    role_may,
    target_of,
    visible,
)
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import organisation_names
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.people import actions
from kith.apps.people.cards import responsibility_card, tie_cards
from kith.apps.people.kinds import tie_kind
from kith.apps.people.models import BirthGroup, Household, HouseholdMember, ParentalResponsibility, Person, Tie
from kith.apps.people.projections import (
    FamilyView,
    FoundChild,
    Lately,
    PersonView,
    ResponsibilityCard,
    TakenOut,
    TieCard,
)
from kith.apps.people.reading import births_among, record_of, records_of, tie_fact
from kith.apps.people.rules import contradictions_in
from kith.apps.people.unions import TieFact, unions_of
from kith.apps.search.queries import narrow, search_words
from kith.apps.search.rules import fit_of
from kith.engines.drawing import network as net
from kith.kernel.text import folded_tokens

MOST_FOUND = 200


def find_children(actor: Actor, text: str, *, now: dt.datetime) -> tuple[FoundChild, ...]:
    """Children with a case who match every word, best first; cut for the actor before anything is matched."""
    rows = visible(actor, actions.FIND, _with_case(), now=now)
    words = search_words(text)
    if not words:
        return ()
    found = _found(actor, narrow(rows, text).order_by("sort_key", "subject_id")[:MOST_FOUND], now=now)
    return tuple(sorted(found, key=lambda child: -fit_of(words, folded_tokens(child.name))))


def my_children(actor: Actor, *, now: dt.datetime) -> tuple[FoundChild, ...]:
    """Children with whom the actor, or a team of theirs, works now."""
    rows = mine_among(actor, visible(actor, actions.FIND, _with_case(), now=now), now=now)
    return _found(actor, rows.order_by("sort_key", "subject_id")[:MOST_FOUND], now=now)


def _with_case() -> QuerySet[Person]:
    return Person.objects.filter(subject__has_case=True).select_related("subject")


def _found(actor: Actor, rows: Iterable[Person], *, now: dt.datetime) -> tuple[FoundChild, ...]:
    rows = list(rows)
    keys = [row.pk for row in rows]
    may_open = set(
        visible(actor, actions.READ, Person.objects.filter(pk__in=keys), now=now).values_list("pk", flat=True)
    )
    records = records_of(rows)
    note_listed(row.subject.ref for row in rows)
    return tuple(_found_child(records[row.pk], row.pk in may_open, day_of(now)) for row in rows)


def _found_child(child: net.Person, may_open: bool, on: dt.date) -> FoundChild:
    """A child the viewer may not open is named with their age and nothing else."""
    born = str(child.birth) if may_open and child.birth else ""
    return FoundChild(ref=child.id, name=child.called, age=age_of(child, on), born=born, may_open=may_open)


def age_of(person: net.Person, on: dt.date) -> str:
    """Age in words on a day; nothing for the dead, and nothing where no birth is known."""
    if person.birth is None or person.has_died:
        return ""
    return str(person.birth.age_on(on))


def family_of(actor: Actor, child_ref: str, *, now: dt.datetime) -> FamilyView:
    """The child's network: people and ties cut for this actor, and nothing that tells of the rest."""
    decision = require(actor, actions.READ, child_ref, now=now)
    centre = target_of(child_ref)
    everybody = _permitted(actor, [centre.id, *circle_ids(centre.id)], now=now)
    rows = [row for row in everybody if row.withdrawn_at is None]
    all_records = records_of(everybody)
    records = {row.pk: all_records[row.pk] for row in rows}
    note_listed(record.id for record in all_records.values())
    note_opened(child_ref, decision=decision)
    refs = {key: record.id for key, record in records.items()}
    ties = _ties_among(actor, list(refs))
    people = tuple(records[row.pk] for row in rows)
    return FamilyView(
        child=records[rows[0].pk],
        version=rows[0].version,
        network=_network(child_ref, rows, people, [tie_fact(tie, refs) for tie in ties if not tie.withdrawn_at]),
        ties=tie_cards(ties, records),
        responsibilities=_responsibilities(records),
        taken_out=tuple(
            TakenOut(
                ref=all_records[row.pk].id, version=row.version, name=all_records[row.pk].called, why=row.withdrawn_why
            )
            for row in everybody
            if row.withdrawn_at
        ),
        level=int(decision.level),
        because=decision.because,
    )


def _permitted(actor: Actor, subject_ids: Sequence[int], *, now: dt.datetime) -> list[Person]:
    """Persons of these subjects that the actor may read, the first of the list first, then in order of birth."""
    rows = Person.objects.filter(subject_id__in=subject_ids).select_related("subject").order_by("pk")
    permitted = list(visible(actor, actions.READ, rows, now=now))
    return sorted(permitted, key=lambda row: (row.subject_id != subject_ids[0], row.pk))


def _ties_among(actor: Actor, keys: Sequence[int]) -> list[Tie]:
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
    members = list(HouseholdMember.objects.filter(person_id__in=list(refs)).order_by("pk"))
    homes = Household.objects.filter(pk__in={m.household_id for m in members}).order_by("pk")
    return tuple(
        net.Household(
            id=home.ref,
            name=home.name,
            members=tuple(
                net.Membership(person=refs[m.person_id], kind=m.kind, since=m.since, until=m.until)
                for m in members
                if m.household_id == home.pk
            ),
        )
        for home in homes
    )


def _responsibilities(records: Mapping[int, net.Person]) -> tuple[ResponsibilityCard, ...]:
    """Held by people the viewer may see, or by an agency."""
    held = ParentalResponsibility.objects.filter(child_id__in=list(records)).order_by("pk")
    rows = [row for row in held if row.organisation_id or row.holder_id in records]
    agencies = organisation_names({row.organisation_id for row in rows if row.organisation_id})
    return tuple(
        responsibility_card(
            row,
            records[row.holder_id].called if row.holder_id else agencies[row.organisation_id or 0],
            records[row.child_id].called,
        )
        for row in rows
    )


def lately(actor: Actor, *, since: dt.datetime, now: dt.datetime) -> tuple[Lately, ...]:
    """What agencies added round the actor's own children, newest first; each with the child it belongs to."""
    mine = {
        row.subject_id: row for row in mine_among(actor, visible(actor, actions.READ, _with_case(), now=now), now=now)
    }
    members = members_by_centre(list(mine))
    recent = Tie.objects.filter(recorded_at__gte=since, organisation__isnull=False, withdrawn_at=None)
    recent = recent.filter(sensitivity__lte=actor.clearance).order_by("-recorded_at", "-pk")[:MOST_FOUND]
    ends = {end for tie in recent for end in (tie.a_id, tie.b_id)}
    people = Person.objects.filter(pk__in=ends, withdrawn_at=None).select_related("subject")
    rows = {row.pk: row for row in visible(actor, actions.READ, people, now=now)}
    ties = [tie for tie in recent if tie.a_id in rows and tie.b_id in rows]
    cards = tie_cards(ties, records_of(rows.values()))
    children = records_of(mine.values())
    found = []
    for tie, card in zip(ties, cards, strict=True):
        both = {rows[tie.a_id].subject_id, rows[tie.b_id].subject_id}
        centre = next((key for key, circle in members.items() if both <= circle), None)
        if centre is not None:
            note_listed([card.a_ref, card.b_ref])
            found.append(Lately(child=children[mine[centre].pk], tie=card))
    return tuple(found)


def may_add(actor: Actor, level: int) -> bool:
    """Whether the page may offer to add: the deed decides again for itself."""
    return level >= actions.ADD.needs and role_may(actor, actions.ADD)


def person_view(actor: Actor, person_ref: str, *, now: dt.datetime) -> PersonView:
    """One person with their ties to others whom the actor may see."""
    decision = require(actor, actions.READ, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    row = Person.objects.select_related("subject").get(subject__ref=person_ref)
    record = record_of(row, with_details=True)
    return PersonView(
        person=record,
        version=row.version,
        is_withdrawn=row.withdrawn_at is not None,
        has_case=row.subject.has_case,
        age=age_of(record, day_of(now)),
        ties=_ties_of_person(actor, row, now=now),
        contradictions=contradictions_in(record),
        may_change=decision.level >= actions.CHANGE.needs and role_may(actor, actions.CHANGE),
        on=day_of(now),
    )


def _ties_of_person(actor: Actor, row: Person, *, now: dt.datetime) -> tuple[TieCard, ...]:
    ties = Tie.objects.filter(Q(a=row) | Q(b=row))
    others = {end for tie in ties for end in (tie.a_id, tie.b_id)} | {row.pk}
    rows = list(visible(actor, actions.READ, Person.objects.filter(pk__in=others), now=now).select_related("subject"))
    records = records_of(rows)
    note_listed(record.id for record in records.values())
    return tie_cards(_ties_touching(actor, row.pk, list(records)), records)


def _ties_touching(actor: Actor, key: int, permitted: Sequence[int]) -> list[Tie]:
    return [tie for tie in _ties_among(actor, permitted) if key in (tie.a_id, tie.b_id)]
