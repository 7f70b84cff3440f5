"""Who may be the second person: for a seal that somebody has set, and for each kind of proposal. No deed happens here.

The second person for a seal sees what kind it is, why, and who set it, and never what is sealed; so it is asked of
the role and the agency alone. Whoever is close to the subject in their own life is not asked either.
"""

import datetime as dt
from collections.abc import Callable, Mapping

from kith.apps.access.actions import (
    AGREE_DESTROYING,
    CONFIRM_SEAL,
    DECIDE_ROLE,
    DECIDE_ROLE_ELSEWHERE,
    MERGE,
    STAND_IN,
)
from kith.apps.access.decisions import decide, decide_by_role
from kith.apps.access.gathering import Gathered, standing
from kith.apps.access.models import Proposal, Seal, Subject
from kith.apps.access.moments import LONDON
from kith.apps.access.roles import all_roles
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.access.vocabulary import confirmed_within_working_days
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_colleague_ids
from kith.engines.timescales import CalendarNotLoaded, add_working_days, england
from kith.kernel.decisions import Decision, refused

LIFT_SEAL, MERGE_SUBJECTS, CHANGE_ROLE = "lift_seal", "merge_subjects", "change_role"
DESTROY_SUBJECT, CHANGE_CLEARANCE, NAME_READER = "destroy_subject", "change_clearance", "name_reader"
BY_OWN_WORK = ("R1", "R3")
NOBODYS = refused("R0", NOTHING_HERE)


def confirm_by(set_at: dt.datetime) -> dt.datetime:
    """The same time of day one working day later; a plain weekday where no holidays are on file any more."""
    local, days = set_at.astimezone(LONDON), confirmed_within_working_days()
    try:
        day = add_working_days(local.date(), days, england())
    except CalendarNotLoaded:
        day = local.date() + dt.timedelta(days=days)
    return dt.datetime.combine(day, local.timetz())


def second_for_seal(actor: Actor, seal: Seal, *, now: dt.datetime) -> Decision:
    """The agency's own, or whoever stands in where the agency has nobody but the one who set it."""
    if is_close_to(actor, seal.subject, now=now):
        return NOBODYS
    agency_id = seal.set_by.organisation_id
    if actor.agency_id == agency_id:
        decision = decide_by_role(actor, CONFIRM_SEAL)
        if decision.allowed:
            return decision
    stands_in = decide_by_role(actor, STAND_IN)
    return stands_in if stands_in.allowed and not confirmers_in(agency_id, seal.set_by_id) else NOBODYS


def confirmers_in(agency_id: int, without: int) -> set[int]:
    """Keys of those in an agency who could be the second person after somebody."""
    return active_colleague_ids(agency_id, roles=roles_with(CONFIRM_SEAL.name)) - {without}


def roles_with(action: str) -> list[str]:
    return [name for name, role in all_roles().items() if action in role.actions]


def is_close_to(actor: Actor, subject: Subject | None, *, now: dt.datetime) -> bool:
    if subject is None:
        return False
    return actor.id in Gathered(standing(subject), now, only_for=actor).in_conflict


def second_for(actor: Actor, proposal: Proposal, *, now: dt.datetime) -> Decision:
    """Whether somebody could decide a proposal; that nobody decides their own is for the deed to say."""
    return SECONDS[proposal.deed](actor, proposal, now)


def _lifting(actor: Actor, proposal: Proposal, now: dt.datetime) -> Decision:
    seal = Seal.objects.select_related("subject", "set_by").get(ref=proposal.about)
    return second_for_seal(actor, seal, now=now)


def _naming(actor: Actor, proposal: Proposal, now: dt.datetime) -> Decision:
    """Never whoever is to read it; and where the agency has nobody but the one who proposes it, whoever stands in."""
    if proposal.wish == actor.ref:
        return NOBODYS
    decision = _lifting(actor, proposal, now)
    if decision.allowed:
        return decision
    stands_in = decide_by_role(actor, STAND_IN)
    seal = Seal.objects.select_related("subject", "set_by").get(ref=proposal.about)
    others = confirmers_in(seal.set_by.organisation_id, proposal.proposed_by_id)
    is_free = not others and not is_close_to(actor, seal.subject, now=now)
    return stands_in if is_free else NOBODYS


def _merging(actor: Actor, proposal: Proposal, now: dt.datetime) -> Decision:
    """Whether two records are one can only be judged by whoever may read and write both."""
    both = [proposal.subject.ref, proposal.about] if proposal.subject else [proposal.about]
    answers = [decide(actor, MERGE, ref, now=now) for ref in both]
    return min(answers, key=lambda answer: answer.allowed)


def _destroying(actor: Actor, proposal: Proposal, now: dt.datetime) -> Decision:
    """Nobody agrees to destroy what they do not read by their own work: a share or an emergency look is not enough."""
    decision = decide(actor, AGREE_DESTROYING, proposal.about, now=now)
    return NOBODYS if decision.allowed and decision.rule not in BY_OWN_WORK else decision


def _role(actor: Actor, proposal: Proposal, now: dt.datetime) -> Decision:
    """For a role or a clearance: another administrator, or the data protection lead of an agency that did not propose
    it; never about oneself.
    """
    if proposal.about == actor.ref:
        return NOBODYS
    decision = decide_by_role(actor, DECIDE_ROLE)
    if not decision.allowed and actor.agency_id != proposal.proposed_by.organisation_id:
        return decide_by_role(actor, DECIDE_ROLE_ELSEWHERE)
    return decision


SECONDS: Mapping[str, Callable[[Actor, Proposal, dt.datetime], Decision]] = {
    LIFT_SEAL: _lifting,
    NAME_READER: _naming,
    MERGE_SUBJECTS: _merging,
    DESTROY_SUBJECT: _destroying,
    CHANGE_ROLE: _role,
    CHANGE_CLEARANCE: _role,
}
