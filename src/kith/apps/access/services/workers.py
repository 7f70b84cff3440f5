"""Somebody leaves, comes back, or has forgotten their password: one administrator, never for themselves, with a reason.

None of it gives anything: whoever comes back has no role until two people give one, and the code for a new password
is of use only together with the second step that its owner has.
"""

import datetime as dt

from kith.apps.access import events
from kith.apps.access.actions import KEEP_WORKERS
from kith.apps.access.models import Proposal, WorkerDeed
from kith.apps.access.moments import day_of
from kith.apps.access.requiring import NothingHere, require_by_role
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.access.seal_readers import LEFT, end_places
from kith.apps.access.seconds import CHANGE_CLEARANCE, CHANGE_ROLE
from kith.apps.access.services.proposals import NOT_DECIDED, TAKEN_BACK
from kith.apps.agencies.projections import Actor, WorkerAccount
from kith.apps.agencies.queries import account_by_ref
from kith.apps.agencies.services import code_within, end_working, work_again
from kith.apps.audit.services import Deed, deed, refuse
from kith.kernel.decisions import Decision, refused
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

BACK, CODE = "back", "code"
NO_SECOND_STEP = (
    "They have no second step of signing in, so whoever holds the code could sign in as them. Say that they have left, "
    "and then that they are back: they get a code, and two people give them their role again."
)


class CannotKeepWorker(KithError):
    """It cannot be said of this worker, or not now."""


def say_left(*, by: Actor, user_ref: str, why: str, now: dt.datetime) -> None:
    """At once: signed out everywhere, out of every team and off every list, and nothing waits to be given to them.

    The record of it says nothing of the lists: administrators learn of no seal.
    """
    decision, account, said = _checked(by, user_ref, why, now, is_active=True)
    with deed(events.WORKER_LEFT, by=by, now=now, decision=decision) as act:
        end_working(user_ref=user_ref, on=day_of(now))
        _keep(act, LEFT, account, by=by, why=said, now=now)
        end_places(account.id, now=now)
        waiting = Proposal.objects.filter(about=user_ref, deed__in=(CHANGE_ROLE, CHANGE_CLEARANCE), outcome=NOT_DECIDED)
        waiting.update(outcome=TAKEN_BACK, decided_by_id=by.id, decided_at=now)


def say_back(*, by: Actor, user_ref: str, why: str, now: dt.datetime) -> str:
    """As they first came: without role, teams or password. The code to hand them."""
    decision, account, said = _checked(by, user_ref, why, now, is_active=False)
    with deed(events.WORKER_BACK, by=by, now=now, decision=decision) as act:
        work_again(user_ref=user_ref)
        _keep(act, BACK, account, by=by, why=said, now=now)
        return code_within(account.id, now=now)


def make_code(*, by: Actor, user_ref: str, why: str, now: dt.datetime) -> str:
    """The code to hand to whoever forgot their password; the old one works until they have chosen the new."""
    decision, account, said = _checked(by, user_ref, why, now, is_active=True)
    if not account.has_second_step:
        raise CannotKeepWorker(NO_SECOND_STEP)
    with deed(events.CODE_MADE, by=by, now=now, decision=decision) as act:
        _keep(act, CODE, account, by=by, why=said, now=now)
        return code_within(account.id, now=now)


def _checked(
    by: Actor, user_ref: str, why: str, now: dt.datetime, *, is_active: bool
) -> tuple[Decision, WorkerAccount, str]:
    decision = require_by_role(by, KEEP_WORKERS, now=now)
    account = _account(by, user_ref, now)
    if account.id == by.id:
        raise CannotKeepWorker("Nobody does this for themselves. Ask another administrator.")
    if account.is_active != is_active:
        raise CannotKeepWorker("They work here already." if account.is_active else "They do not work here any more.")
    said = cleaned(why, limit=LIMITS["line"])
    if not said:
        raise CannotKeepWorker("Say in a sentence why.")
    return decision, account, said


def _account(by: Actor, user_ref: str, now: dt.datetime) -> WorkerAccount:
    account = account_by_ref(user_ref, on=day_of(now))
    if account is None:
        refuse(KEEP_WORKERS.name, by=by, now=now, decision=refused("R0", NOTHING_HERE))
        raise NothingHere
    return account


def _keep(act: Deed, kind: str, account: WorkerAccount, *, by: Actor, why: str, now: dt.datetime) -> None:
    WorkerDeed(user_id=account.id, kind=kind, why=why, by_id=by.id, at=now).save(force_insert=True)
    act.notes(user=account.ref)
