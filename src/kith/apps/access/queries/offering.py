"""Whether a page may offer a deed about somebody; the deed decides again for itself."""

import datetime as dt

from kith.apps.access.actions import MERGE, PROPOSE_DESTROYING, SEAL, Action
from kith.apps.access.decisions import decide, decide_by_role
from kith.apps.agencies.projections import Actor


def may_seal(actor: Actor, subject_ref: str, *, may_write: bool = False, now: dt.datetime) -> bool:
    return _may(actor, SEAL, subject_ref, may_write=may_write, now=now)


def may_merge(actor: Actor, subject_ref: str, *, may_write: bool = False, now: dt.datetime) -> bool:
    return _may(actor, MERGE, subject_ref, may_write=may_write, now=now)


def may_propose_destroying(actor: Actor, subject_ref: str, *, may_write: bool = False, now: dt.datetime) -> bool:
    return _may(actor, PROPOSE_DESTROYING, subject_ref, may_write=may_write, now=now)


def _may(actor: Actor, action: Action, subject_ref: str, *, may_write: bool, now: dt.datetime) -> bool:
    """`may_write` saves asking what a page knows."""
    if not decide_by_role(actor, action).allowed:
        return False
    return may_write or decide(actor, action, subject_ref, now=now).allowed
