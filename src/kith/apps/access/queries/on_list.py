"""Finding a seal: for somebody on its list, or for a second person. To everybody else it is not there."""

import datetime as dt

from kith.apps.access.actions import CONFIRM_SEAL, KEEP_LIST
from kith.apps.access.gathering import standing
from kith.apps.access.models import Proposal, Seal, SealReader
from kith.apps.access.moments import active_seal, current_at
from kith.apps.access.requiring import NothingHere, require
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.access.seconds import second_for, second_for_seal
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import refuse
from kith.kernel.decisions import Decision, refused


def require_on_list(actor: Actor, seal_ref: str, *, now: dt.datetime) -> tuple[Seal, Decision]:
    """An active seal and the decision, for somebody on its list who may read what the rest of the rules open."""
    mine = SealReader.objects.filter(current_at(now), user_id=actor.id).values("seal_id")
    rows = Seal.objects.filter(active_seal(now), ref=seal_ref).select_related("subject", "set_by")
    row = rows.filter(pk__in=mine).first()
    if row is None:
        there = rows.first()
        _refuse(actor, refused("R4" if there else "R0", NOTHING_HERE), there.subject.ref if there else "", now)
        raise NothingHere
    return row, require(actor, KEEP_LIST, standing(row.subject).ref, now=now)


def require_second(actor: Actor, seal_ref: str, *, now: dt.datetime) -> tuple[Seal, Decision]:
    """An active seal and the decision, for whoever could be its second person."""
    row = Seal.objects.filter(active_seal(now), ref=seal_ref).select_related("subject", "set_by").first()
    decision = second_for_seal(actor, row, now=now) if row else refused("R0", NOTHING_HERE)
    if row is None or not decision.allowed:
        _refuse(actor, decision, row.subject.ref if row else "", now)
        raise NothingHere
    return row, decision


def require_second_for(actor: Actor, proposal_ref: str, *, now: dt.datetime) -> tuple[Proposal, Decision]:
    """A proposal, decided or not, and the decision, for whoever could be its second person."""
    row = Proposal.objects.filter(ref=proposal_ref).select_related("subject", "proposed_by").first()
    decision = second_for(actor, row, now=now) if row else refused("R0", NOTHING_HERE)
    if row is None or not decision.allowed:
        _refuse(actor, decision, row.subject.ref if row and row.subject else "", now)
        raise NothingHere
    return row, decision


def _refuse(actor: Actor, decision: Decision, subject_ref: str, now: dt.datetime) -> None:
    refuse(CONFIRM_SEAL.name, by=actor, now=now, decision=decision, subject=subject_ref)
