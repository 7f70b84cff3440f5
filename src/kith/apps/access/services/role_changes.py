"""Giving somebody another role or clearance, by two people. Nobody proposes or decides it for themselves."""

import datetime as dt

from kith.apps.access.actions import PROPOSE_ROLE
from kith.apps.access.models import Proposal
from kith.apps.access.moments import day_of
from kith.apps.access.requiring import require_by_role
from kith.apps.access.roles import all_roles
from kith.apps.access.seconds import CHANGE_CLEARANCE, CHANGE_ROLE, roles_with
from kith.apps.access.services.proposals import CannotPropose, Wish, propose
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref
from kith.apps.agencies.services import change_clearance, change_role
from kith.apps.audit.services import Deed

CLEARANCES = range(4)


def propose_role(*, by: Actor, user_ref: str, role: str, why: str, now: dt.datetime) -> str:
    """Propose another role for somebody; the proposal's ref."""
    decision = require_by_role(by, PROPOSE_ROLE, now=now)
    worker = _somebody_else(by, user_ref, "role", now)
    if role not in all_roles():
        raise CannotPropose("That is not a role Kith knows. Choose one from the list.")
    if role == worker.role:
        raise CannotPropose(f"{worker.name} has this role already.")
    return propose(Wish(deed=CHANGE_ROLE, about=user_ref, wish=role, why=why), by=by, decision=decision, now=now)


def propose_clearance(*, by: Actor, user_ref: str, clearance: int, why: str, now: dt.datetime) -> str:
    """Propose another clearance for somebody, up or down; the proposal's ref."""
    decision = require_by_role(by, PROPOSE_ROLE, now=now)
    worker = _somebody_else(by, user_ref, "clearance", now)
    if clearance not in CLEARANCES:
        raise CannotPropose("A clearance is 0, 1, 2 or 3. Choose one of them.")
    if clearance == worker.clearance:
        raise CannotPropose(f"{worker.name} has this clearance already.")
    wish = Wish(deed=CHANGE_CLEARANCE, about=user_ref, wish=str(clearance), why=why)
    return propose(wish, by=by, decision=decision, now=now)


def _somebody_else(by: Actor, user_ref: str, what: str, now: dt.datetime) -> Actor:
    worker = _working(user_ref, now)
    if worker.id == by.id:
        raise CannotPropose(f"Nobody changes their own {what}. Ask another administrator to propose it.")
    return worker


def _working(user_ref: str, now: dt.datetime) -> Actor:
    worker = actor_by_ref(user_ref, on=day_of(now))
    if worker.is_nobody:
        raise CannotPropose("They do not work here any more. Choose somebody else.")
    return worker


def change_role_agreed(proposal: Proposal, act: Deed, now: dt.datetime) -> None:
    """From their next request on. Somebody has to be left who can propose roles."""
    _working(proposal.about, now)
    keeps = roles_with(PROPOSE_ROLE.name)
    before = change_role(user_ref=proposal.about, role=proposal.wish, without=keeps[0] if keeps else "")
    act.notes(user=proposal.about, before=before, after=proposal.wish)


def change_clearance_agreed(proposal: Proposal, act: Deed, now: dt.datetime) -> None:
    """From their next request on."""
    _working(proposal.about, now)
    before = change_clearance(user_ref=proposal.about, clearance=int(proposal.wish))
    act.notes(user=proposal.about, before=before, after=int(proposal.wish))
