"""One person with everything known of them, and the homes of a family as they may be chosen in a form."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db.models import Q

from kith.apps.access.projections import LastChange
from kith.apps.access.queries import day_of, last_change_of, require, role_may, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.people import actions, events
from kith.apps.people.cards import TakenOutBy, tie_cards
from kith.apps.people.facts import address_cards, address_line, name_cards, number_cards, stay_cards
from kith.apps.people.models import Household, HouseholdMember, ParentalResponsibility, Person, Tie
from kith.apps.people.projections import HomeCard, PersonView, TieCard
from kith.apps.people.queries.families import responsibilities_among, ties_among
from kith.apps.people.queries.finding import age_of
from kith.apps.people.reading import home_addresses, record_of, records_of
from kith.apps.people.rules import contradictions_in, contradictions_with_parents
from kith.engines.drawing import network as net


def person_view(actor: Actor, person_ref: str, *, now: dt.datetime) -> PersonView:
    """One person with their ties to others whom the actor may see."""
    decision = require(actor, actions.READ, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    row = Person.objects.select_related("subject").get(subject__ref=person_ref)
    record, others = record_of(row, with_details=True), _others(actor, row, now=now)
    return PersonView(
        person=record,
        version=row.version,
        is_withdrawn=row.withdrawn_at is not None,
        has_case=row.subject.has_case,
        age=age_of(record, day_of(now)),
        ties=_ties_of_person(actor, row, others),
        contradictions=(*contradictions_in(record), *_contradictions_with_parents(actor, row, others)),
        may_change=decision.level >= actions.CHANGE.needs and role_may(actor, actions.CHANGE),
        on=day_of(now),
        taken_out=TakenOutBy([row]).note(row),
        names=name_cards(row.pk),
        addresses=address_cards(row.pk),
        numbers=number_cards(row.pk),
        stays=stay_cards(row.pk),
        responsibilities=responsibilities_among(others, [row.pk], on=day_of(now)),
    )


def _others(actor: Actor, row: Person, *, now: dt.datetime) -> Mapping[int, net.Person]:
    """The person and everybody named beside them whom the actor may read: ends of ties, tellers, holders."""
    keys = {row.pk}
    for tie in Tie.objects.filter(Q(a=row) | Q(b=row)):
        keys |= {tie.a_id, tie.b_id, tie.view_of_id or 0, tie.told_by_person_id or 0}
    for held in ParentalResponsibility.objects.filter(Q(child=row) | Q(holder=row)):
        keys |= {held.child_id, held.holder_id or 0}
    rows = visible(actor, actions.READ, Person.objects.filter(pk__in=keys), now=now).select_related("subject")
    records = records_of(rows)
    note_listed(record.id for record in records.values())
    return records


def _ties_of_person(actor: Actor, row: Person, people: Mapping[int, net.Person]) -> tuple[TieCard, ...]:
    return tie_cards([tie for tie in ties_among(actor, list(people)) if row.pk in (tie.a_id, tie.b_id)], people)


def _contradictions_with_parents(actor: Actor, row: Person, people: Mapping[int, net.Person]) -> Iterable[str]:
    births = [tie for tie in ties_among(actor, list(people)) if tie.kind == "birth" and not tie.withdrawn_at]
    pairs = [(people[tie.b_id], people[tie.a_id]) for tie in births if row.pk in (tie.a_id, tie.b_id)]
    return contradictions_with_parents(pairs)


def homes_of(actor: Actor, person_refs: Iterable[str], *, now: dt.datetime) -> tuple[HomeCard, ...]:
    """The homes in which somebody of these people, whom the actor may read, stands on record."""
    people = Person.objects.filter(subject__ref__in=list(person_refs))
    seen = visible(actor, actions.READ, people, now=now).values("pk")
    members = HouseholdMember.objects.filter(person_id__in=seen, withdrawn_at=None)
    rows = list(Household.objects.filter(pk__in=members.values("household_id")).order_by("pk"))
    addresses = home_addresses(row.pk for row in rows)
    return tuple(
        HomeCard(ref=row.ref, version=row.version, name=row.name, address=address_line(addresses.get(row.pk)))
        for row in rows
    )


def changed_last(actor: Actor, person_ref: str, *, now: dt.datetime) -> LastChange | None:
    """Who changed somebody's record last, for a reader of the record."""
    require(actor, actions.READ, person_ref, now=now)
    return last_change_of(person_ref, events.OF_ONE_PERSON)
