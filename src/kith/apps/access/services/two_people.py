"""The second person decides: what each kind of proposal does when they agree, in the same deed as their yes."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.access import events
from kith.apps.access.actions import CONFIRM_SEAL, KEEP_LIST, MERGE, PROPOSE_DESTROYING, PROPOSE_ROLE, STAND_IN, Action
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.models import Proposal
from kith.apps.access.queries.on_list import require_second_for
from kith.apps.access.requiring import NothingHere, require_by_role
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.access.seconds import (
    CHANGE_CLEARANCE,
    CHANGE_ROLE,
    DESTROY_SUBJECT,
    LIFT_SEAL,
    MERGE_SUBJECTS,
    NAME_READER,
)
from kith.apps.access.services.destroying import destroy_agreed
from kith.apps.access.services.lifting import lift
from kith.apps.access.services.merging import merge_agreed
from kith.apps.access.services.proposals import AGREED, DECLINED, NOT_DECIDED, TAKEN_BACK, CarryOut, reason
from kith.apps.access.services.role_changes import change_clearance_agreed, change_role_agreed
from kith.apps.access.services.unread_seals import name_reader
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed, refuse
from kith.kernel.decisions import refused
from kith.kernel.errors import KithError

CARRIED_OUT: Mapping[str, tuple[str, CarryOut]] = {
    LIFT_SEAL: (events.SEAL_LIFTED, lift),
    NAME_READER: (events.SEAL_READER_NAMED, name_reader),
    MERGE_SUBJECTS: (events.MERGED, merge_agreed),
    DESTROY_SUBJECT: (events.DESTROYED, destroy_agreed),
    CHANGE_ROLE: (events.ROLE_CHANGED, change_role_agreed),
    CHANGE_CLEARANCE: (events.CLEARANCE_CHANGED, change_clearance_agreed),
}

PROPOSED_WITH: Mapping[str, tuple[Action, ...]] = {
    LIFT_SEAL: (KEEP_LIST,),
    NAME_READER: (STAND_IN, CONFIRM_SEAL),
    MERGE_SUBJECTS: (MERGE,),
    DESTROY_SUBJECT: (PROPOSE_DESTROYING,),
    CHANGE_ROLE: (PROPOSE_ROLE,),
    CHANGE_CLEARANCE: (PROPOSE_ROLE,),
}
"""Any of them is enough."""


class CannotDecide(KithError):
    """A proposal is decided once, by somebody else than whoever made it."""


def decide_proposal(*, by: Actor, proposal_ref: str, agrees: bool, why: str = "", now: dt.datetime) -> None:
    """Agree, and it is done at once; or decline, and say why."""
    proposal, decision = require_second_for(by, proposal_ref, now=now)
    said = why if agrees else reason(why, "Say in a sentence why not. Whoever proposed it reads it.")
    event, carry_out = CARRIED_OUT[proposal.deed] if agrees else (events.DECLINED, None)
    with deed(event, by=by, now=now, decision=decision) as act:
        row = _undecided(proposal_ref)
        if row.proposed_by_id == by.id:
            raise CannotDecide("Somebody else decides what you have proposed.")
        _close(row, AGREED if agrees else DECLINED, by=by, why=said, now=now)
        if row.subject:
            act.touches(row.subject.ref)
        act.notes(proposal=row.ref, deed=row.deed, about=row.about)
        if carry_out:
            carry_out(row, act, now)


def take_back(*, by: Actor, proposal_ref: str, now: dt.datetime) -> None:
    """Whoever proposed it thinks better of it, before anybody has decided."""
    row = Proposal.objects.filter(ref=proposal_ref, proposed_by_id=by.id).first()
    if row is None:
        refuse("access.take_back", by=by, now=now, decision=refused("R0", NOTHING_HERE))
        raise NothingHere
    *others, last = PROPOSED_WITH[row.deed]
    action = next((one for one in others if decide_by_role(by, one).allowed), last)
    decision = require_by_role(by, action, now=now)
    with deed(events.TAKEN_BACK, by=by, now=now, decision=decision) as act:
        row = _undecided(proposal_ref)
        _close(row, TAKEN_BACK, by=by, why="", now=now)
        act.notes(proposal=row.ref, deed=row.deed, about=row.about)


def _undecided(proposal_ref: str) -> Proposal:
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("subject", "proposed_by")
    row = rows.get(ref=proposal_ref)
    if row.outcome != NOT_DECIDED:
        raise CannotDecide("That has been decided already.")
    return row


def _close(row: Proposal, outcome: str, *, by: Actor, why: str, now: dt.datetime) -> None:
    row.outcome, row.decided_by_id, row.decided_at, row.decided_why = outcome, by.id, now, why[:500]
    row.save(update_fields=["outcome", "decided_by", "decided_at", "decided_why"])
