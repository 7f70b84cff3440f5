"""Who may see a team and keep it, and whom a place on one is about. Every read and deed begins here."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.actions import Action
from kith.apps.access.queries import (
    Cut,
    NothingHere,
    decide,
    decide_by_role,
    require,
    require_by_role,
    role_may,
    subject_of_work,
    target_of,
)
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import refuse
from kith.apps.teams.actions import ASK, KEEP_ABSENCES, OWN_ABSENCES
from kith.apps.teams.models import TeamPlace
from kith.kernel.decisions import Decision, refused

TEAM = "team"
NOT_SHARED = "What is shared with your agency does not hold who works with them."


def may(actor: Actor, action: Action, child_ref: str, *, now: dt.datetime) -> bool:
    """Asked with the same words as the page beside which a team stands, so that nothing is looked up twice."""
    return decide(actor, action, child_ref, now=now).allowed and _is_shared(actor, action, child_ref, now)


def require_team(actor: Actor, action: Action, child_ref: str, *, now: dt.datetime) -> Decision:
    decision = require(actor, action, child_ref, now=now)
    if not _is_shared(actor, action, child_ref, now):
        refuse(action.name, by=actor, now=now, decision=refused(decision.rule, NOT_SHARED), subject=child_ref)
        raise NothingHere
    return decision


def _is_shared(actor: Actor, action: Action, child_ref: str, now: dt.datetime) -> bool:
    """Only a share tells kinds of record apart: it may open the child and not the team."""
    cut = Cut(actor, action, now=now)
    return not cut.tells_kinds_apart or bool(cut.subjects(TEAM, {target_of(child_ref).id}))


def require_own_absences(actor: Actor, *, now: dt.datetime) -> Decision:
    return require_by_role(actor, OWN_ABSENCES, now=now)


def may_keep_own_absences(actor: Actor) -> bool:
    return role_may(actor, OWN_ABSENCES)


def may_keep_absences(actor: Actor) -> bool:
    return decide_by_role(actor, KEEP_ABSENCES).allowed


def require_to_ask(actor: Actor, *, now: dt.datetime) -> None:
    """By the role; about which adult is decided where somebody asks."""
    require_by_role(actor, ASK, now=now)


def may_ask(actor: Actor) -> bool:
    return role_may(actor, ASK)


def subjects_of_team_place(kind: str, ref: str) -> Collection[str]:
    """Refs of the children on whose team a place is, or with whom somebody works; nobody where there is none."""
    if kind != TEAM:
        return frozenset()
    places = TeamPlace.objects.filter(ref=ref).values_list("subject__ref", flat=True)
    return frozenset(places) or frozenset(filter(None, [subject_of_work(ref)]))
