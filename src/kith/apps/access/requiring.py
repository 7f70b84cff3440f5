"""Demanding a decision: it allows, or its refusal is put on record and there is nothing here."""

import datetime as dt
from typing import Unpack

from kith.apps.access.actions import Action
from kith.apps.access.decisions import decide, decide_by_role
from kith.apps.access.gathering import Asking
from kith.apps.access.models import Subject
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import refuse
from kith.kernel.decisions import Decision, Level
from kith.kernel.errors import KithError


class NothingHere(KithError):
    """The one answer for "not there" and "not for you"."""

    def __init__(self, says: str = NOTHING_HERE) -> None:
        super().__init__(says)


class OnlyKnown(NothingHere):
    """The actor may learn that somebody here knows this subject, and not open it."""

    def __init__(self, because: str, subject_ref: str, level: Level = Level.POINTER) -> None:
        super().__init__(because)
        self.subject_ref, self.level = subject_ref, level


def require(actor: Actor, action: Action, subject_ref: str, **asking: Unpack[Asking]) -> Decision:
    """The decision, if it allows; otherwise the refusal is put on record and there is nothing here."""
    decision = decide(actor, action, subject_ref, **asking)
    if not decision.allowed:
        known = Subject.objects.filter(ref=subject_ref).exists()
        refuse(action.name, by=actor, now=asking["now"], decision=decision, subject=subject_ref if known else "")
        raise refusal_of(decision, subject_ref)
    return decision


def require_by_role(actor: Actor, action: Action, *, now: dt.datetime) -> Decision:
    """The decision where the role alone is asked; otherwise the refusal is put on record and there is nothing here."""
    decision = decide_by_role(actor, action)
    if not decision.allowed:
        refuse(action.name, by=actor, now=now, decision=decision)
        raise NothingHere(decision.because)
    return decision


def refusal_of(decision: Decision, subject_ref: str) -> NothingHere:
    """Whoever may learn that a subject is known is told whom to ring; everybody else that there is nothing here."""
    if decision.level == Level.NOTHING:
        return NothingHere(decision.because)
    return OnlyKnown(decision.because, subject_ref, decision.level)
