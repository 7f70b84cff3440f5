"""Whose supervision somebody watches over: that of the officers of their own teams, or of their agency."""

import datetime as dt

from kith.apps.access.projections import Held
from kith.apps.access.queries import NothingHere, held_in_agency, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import refuse
from kith.apps.sentences.actions import OVERSEE
from kith.apps.sentences.models import SentenceStep
from kith.apps.sentences.rules import NOT_SUPERVISED
from kith.apps.sentences.sight import SENTENCE
from kith.kernel.decisions import Decision, refused


def overseen(actor: Actor, *, now: dt.datetime) -> list[Held]:
    """Adults; of young people who have workers of their own only those who are sentenced."""
    held = held_in_agency(actor, OVERSEE, kind=SENTENCE, now=now)
    young = [one.subject_id for one in held if one.has_case]
    sentenced = set(
        SentenceStep.objects.filter(subject_id__in=young, withdrawn_at=None).values_list("subject_id", flat=True)
    )
    return [one for one in held if not one.has_case or one.subject_id in sentenced]


def require_overseeing(actor: Actor, person_ref: str, *, now: dt.datetime) -> tuple[Decision, Held]:
    decision = require(actor, OVERSEE, person_ref, now=now, kind=SENTENCE)
    for one in overseen(actor, now=now):
        if one.subject_ref == person_ref:
            return decision, one
    refuse(OVERSEE.name, by=actor, now=now, decision=refused(decision.rule, NOT_SUPERVISED), subject=person_ref)
    raise NothingHere
