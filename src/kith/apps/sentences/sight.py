"""Who may see what of a sentence: whoever supervises the adult the whole, a child's workers what keeps the child safe.

To supervise takes a role that does, and work with the adult themselves. Work with a child of theirs is not enough.
"""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q, QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import (
    Asked,
    NothingHere,
    day_of,
    decide,
    in_network_of,
    mine_among,
    opened_among,
    require,
    role_may,
    visible,
    works_with,
)
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import refuse
from kith.apps.people.projections import Living
from kith.apps.people.queries import living_of
from kith.apps.records.base import prepared
from kith.apps.sentences.actions import KEEP, KNOW, READ
from kith.apps.sentences.models import Condition, ConditionChild
from kith.apps.sentences.rules import NOT_SUPERVISED, is_surely_under
from kith.kernel.decisions import Decision, refused

SENTENCE = "sentence"
ADULT = 18


def require_supervising(actor: Actor, action: Action, person_ref: str, *, now: dt.datetime) -> tuple[Decision, Living]:
    """The decision and the adult; a child is nobody's to supervise here."""
    decision = require(actor, action, person_ref, now=now, kind=SENTENCE)
    adult = living_of(actor, [person_ref], now=now, shows=False).get(person_ref)
    if adult is None or not works_with(actor, person_ref, now=now) or is_surely_under(adult.person, ADULT, now):
        refuse(action.name, by=actor, now=now, decision=refused(decision.rule, NOT_SUPERVISED), subject=person_ref)
        raise NothingHere
    return decision, adult


def is_supervising(actor: Actor, person_ref: str, *, now: dt.datetime) -> bool:
    """The same question without a refusal, for what a page offers."""
    allowed = decide(actor, KEEP, person_ref, now=now, kind=SENTENCE).allowed
    return allowed and works_with(actor, person_ref, now=now)


def may_supervise(actor: Actor) -> bool:
    return role_may(actor, READ)


def may_know(actor: Actor) -> bool:
    return role_may(actor, KNOW)


def known_near(actor: Actor, child_refs: Collection[str], *, now: dt.datetime) -> list[Condition]:
    """Conditions of adults in the networks of these children, or naming them, as far as the adults are open."""
    return _opened(actor, _near(child_refs=child_refs, on=day_of(now)), now)


def known_of(actor: Actor, adult_refs: Collection[str], *, now: dt.datetime) -> list[Condition]:
    """Adults' own conditions, of those open to the actor by work with them or with a child of their network."""
    return _opened(actor, _of(adult_refs=adult_refs, on=day_of(now)), now)


def _opened(actor: Actor, rows: Collection[Condition], now: dt.datetime) -> list[Condition]:
    """Where there is none nobody is decided on, and so it is for nearly every child."""
    seen = opened_among(actor, KNOW, {row.subject_id for row in rows}, Asked(now=now, kind=SENTENCE))
    return [row for row in rows if row.subject_id in seen]


@prepared
def _near(*, child_refs: Collection[str], on: dt.date) -> QuerySet[Condition]:
    named = ConditionChild.objects.filter(subject__ref__in=child_refs).values("condition_id")
    wanted = in_network_of(child_refs, "subject_id") | Q(pk__in=named)
    return in_force(Condition.objects.filter(wanted), on)


@prepared
def _of(*, adult_refs: Collection[str], on: dt.date) -> QuerySet[Condition]:
    return in_force(Condition.objects.filter(subject__ref__in=adult_refs), on)


def in_force(rows: QuerySet[Condition], on: dt.date) -> QuerySet[Condition]:
    """Those that have no end yet, now or to come: a warning that comes before the first day comes in time."""
    standing = rows.filter(Q(until_on=None) | Q(until_on__gt=on), withdrawn_at=None)
    return standing.select_related("subject").order_by("since_on", "pk")


def supervised(actor: Actor, *, now: dt.datetime) -> QuerySet[Condition]:
    """Conditions of adults with whom the actor, or a team of theirs, works."""
    return mine_among(actor, visible(actor, READ, Condition.objects.all(), now=now, kind=SENTENCE), now=now)
