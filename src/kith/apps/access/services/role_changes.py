"""Giving somebody another role, by two people. Nobody proposes or decides it for themselves."""

import datetime as dt

from kith.apps.access.actions import PROPOSE_ROLE
from kith.apps.access.models import Proposal
from kith.apps.access.moments import day_of
from kith.apps.access.requiring import require_by_role
from kith.apps.access.roles import all_roles
from kith.apps.access.seconds import CHANGE_ROLE, roles_with
from kith.apps.access.services.proposals import CannotPropose, Wish, propose
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref
from kith.apps.agencies.services import change_role
from kith.apps.audit.services import Deed


def propose_role(*, by: Actor, user_ref: str, role: str, why: str, now: dt.datetime) -> str:
    """Propose another role for somebody; the proposal's ref."""
    decision = require_by_role(by, PROPOSE_ROLE, now=now)
    worker = actor_by_ref(user_ref, on=day_of(now))
    if worker.is_nobody:
        raise CannotPropose("They do not work here any more. Choose somebody else.")
    if worker.id == by.id:
        raise CannotPropose("Nobody changes their own role. Ask another administrator to propose it.")
    if role not in all_roles():
        raise CannotPropose("That is not a role Kith knows. Choose one from the list.")
    if role == worker.role:
        raise CannotPropose(f"{worker.name} has this role already.")
    return propose(Wish(deed=CHANGE_ROLE, about=user_ref, wish=role, why=why), by=by, decision=decision, now=now)


def change_role_agreed(proposal: Proposal, act: Deed, now: dt.datetime) -> None:
    """From their next request on. Somebody has to be left who can propose roles."""
    keeps = roles_with(PROPOSE_ROLE.name)
    before = change_role(user_ref=proposal.about, role=proposal.wish, without=keeps[0] if keeps else "")
    act.notes(user=proposal.about, before=before, after=proposal.wish)
