"""Whether a page may offer to destroy somebody's record before its time."""

import datetime as dt

from kith.apps.access.actions import PROPOSE_DESTROYING
from kith.apps.access.decisions import decide, decide_by_role
from kith.apps.agencies.projections import Actor


def may_propose_destroying(actor: Actor, subject_ref: str, *, may_write: bool = False, now: dt.datetime) -> bool:
    """The deed decides again for itself. `may_write` saves asking what a page knows."""
    if not decide_by_role(actor, PROPOSE_DESTROYING).allowed:
        return False
    return may_write or decide(actor, PROPOSE_DESTROYING, subject_ref, now=now).allowed
