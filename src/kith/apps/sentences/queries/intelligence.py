"""Intelligence, for whoever is on the list of its seal. To everybody else there is none, and no sign that there is."""

import datetime as dt

from kith.apps.access.queries import NothingHere, list_to_choose, require, seal_marks
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.people.queries import Words, living_of, shown_name
from kith.apps.sentences.actions import KNOW
from kith.apps.sentences.models import Intelligence
from kith.apps.sentences.projections import IntelligenceCard, IntelligencePage
from kith.apps.sentences.sight import SENTENCE, is_supervising


def intelligence_page(actor: Actor, person_ref: str, *, now: dt.datetime) -> IntelligencePage:
    """There is a page for whoever supervises, who may add to it, and for whoever is on a list; for nobody else."""
    decision = require(actor, KNOW, person_ref, now=now, kind=SENTENCE)
    cards = _cards(actor, person_ref, now)
    may_add = is_supervising(actor, person_ref, now=now)
    adult = living_of(actor, [person_ref], now=now).get(person_ref)
    if adult is None or not (cards or may_add):
        raise NothingHere
    note_opened(person_ref, decision=decision)
    return IntelligencePage(
        ref=person_ref,
        name=shown_name(adult.person),
        cards=cards,
        may_add=may_add,
        workers=_workers(actor, person_ref, now) if may_add else (),
    )


def _cards(actor: Actor, person_ref: str, now: dt.datetime) -> tuple[IntelligenceCard, ...]:
    """Only what an active seal covers on whose list the actor is: where a seal is gone, nobody reads it."""
    marks = seal_marks(actor, person_ref, now=now)
    rows = list(Intelligence.objects.filter(subject__ref=person_ref, ref__in=list(marks)).order_by("-recorded_at"))
    workers, says = worker_cards({row.recorded_by_id for row in rows}), Words(actor, [person_ref], now=now)
    return tuple(
        IntelligenceCard(
            ref=row.ref,
            seal_ref=marks[row.ref].seal_ref,
            words=says(row.words, by=row.recorded_by_id),
            source=says(row.source, by=row.recorded_by_id),
            by=workers[row.recorded_by_id].at_agency,
            at=row.recorded_at,
        )
        for row in rows
    )


def _workers(actor: Actor, person_ref: str, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Who may be named as a reader: whoever works with the adult, or with a child of theirs."""
    return tuple((one.ref, f"{one.name}, {one.agency}") for one in list_to_choose(actor, person_ref, now=now))
