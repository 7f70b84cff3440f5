"""One person with everything known of them, and the homes of a family as they may be chosen in a form."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from kith.apps.access.projections import LastChange
from kith.apps.access.queries import Cut, day_of, last_change_of, require, role_may, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.people import actions, events
from kith.apps.people.cards import TakenOutBy, tie_cards
from kith.apps.people.facts import address_cards, address_line, language_cards, name_cards, number_cards, stay_cards
from kith.apps.people.homes import homes_of_people
from kith.apps.people.kinds import tie_kind
from kith.apps.people.models import ParentalResponsibility, Person, Tie
from kith.apps.people.projections import HomeCard, PersonView
from kith.apps.people.queries.families import opened_rows, persons_with, responsibilities_among, ties_among
from kith.apps.people.queries.finding import age_of
from kith.apps.people.reading import address_of, records_of, short_name
from kith.apps.people.rules import contradictions_in, contradictions_with_parents, contradictions_with_twins
from kith.apps.people.sight import Sight
from kith.apps.people.unions import TWIN
from kith.apps.records.base import prepared
from kith.engines.drawing import network as net


def person_view(actor: Actor, person_ref: str, *, now: dt.datetime) -> PersonView:
    """One person with their ties to others whom the actor may see."""
    decision = require(actor, actions.READ, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    (row,) = _persons_called(ref=person_ref)
    sight = Sight(Cut(actor, actions.READ, now=now), [row.subject_id])
    known = opened_rows(actor, actions.READ, _named_beside(row, sight), now=now)
    records, people = records_of(known, sight), {other.pk: other.subject_id for other in known}
    note_listed(record.id for record in records.values())
    record, ties, alone = records[row.pk], ties_among(people, sight), {row.pk: row.subject_id}
    return PersonView(
        person=record,
        version=row.version,
        is_withdrawn=row.withdrawn_at is not None,
        has_case=row.subject.has_case,
        age=age_of(record, day_of(now)),
        ties=tie_cards([tie for tie in ties if row.pk in (tie.a_id, tie.b_id)], records, sight),
        contradictions=(*contradictions_in(record), *_contradictions_with_others(row, ties, records)),
        may_change=decision.level >= actions.CHANGE.needs and role_may(actor, actions.CHANGE),
        on=day_of(now),
        taken_out=TakenOutBy([row], sight).note(row),
        names=name_cards(alone, sight),
        addresses=address_cards(alone, sight),
        numbers=number_cards(alone, sight),
        languages=language_cards(alone, sight),
        stays=stay_cards(alone, sight),
        responsibilities=responsibilities_among(records, people, [row.pk], sight),
    )


@prepared
def _persons_called(*, ref: str) -> QuerySet[Person]:
    return Person.objects.filter(subject__ref=ref).select_related("subject")


def _named_beside(row: Person, sight: Sight) -> list[Person]:
    """The person and everybody named beside them: ends of ties, tellers, holders."""
    keys = {row.pk}
    for tie in sight.beside(Tie, [row.pk]):
        keys |= {tie.a_id, tie.b_id, tie.view_of_id or 0, tie.told_by_person_id or 0}
    for held in sight.beside(ParentalResponsibility, [row.pk]):
        keys |= {held.child_id, held.holder_id or 0}
    return persons_with(keys=keys)


def _contradictions_with_others(row: Person, ties: Iterable[Tie], people: Mapping[int, net.Person]) -> Iterable[str]:
    own = [tie for tie in ties if not tie.withdrawn_at and row.pk in (tie.a_id, tie.b_id)]
    births = [(people[tie.b_id], people[tie.a_id]) for tie in own if tie.kind == "birth"]
    twins = [(people[tie.a_id], people[tie.b_id]) for tie in own if tie_kind(tie.kind).group == TWIN]
    yield from contradictions_with_parents(births, called=short_name)
    yield from contradictions_with_twins(twins, called=short_name)


def homes_of(actor: Actor, person_refs: Iterable[str], *, now: dt.datetime) -> tuple[HomeCard, ...]:
    """The homes in which somebody of these people, whom the actor may read, stands on record."""
    seen = visible(actor, actions.READ, Person.objects.filter(subject__ref__in=list(person_refs)), now=now)
    people = dict(seen.values_list("pk", "subject_id"))
    sight = Sight(Cut(actor, actions.READ, now=now), people.values())
    return tuple(
        HomeCard(
            ref=home.row.ref,
            version=home.row.version,
            name=home.name,
            address=address_line(address_of(home.address)) if home.address else "",
        )
        for home in homes_of_people(sight, people)
    )


def changed_last(actor: Actor, person_ref: str, *, now: dt.datetime) -> LastChange | None:
    """Who changed somebody's record last, for a reader of the record."""
    require(actor, actions.READ, person_ref, now=now)
    return last_change_of(person_ref, events.OF_ONE_PERSON)
