"""What waits for a second person, on one page: seals to confirm, proposals to decide, and what came of one's own."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q, QuerySet

from kith.apps.access.actions import (
    AGREE_DESTROYING,
    CONFIRM_SEAL,
    DECIDE_ROLE,
    DECIDE_ROLE_ELSEWHERE,
    END_ANY_CONFLICT,
    END_CONFLICT,
    KEEP_WORKERS,
    MERGE,
    PROPOSE_ROLE,
    STAND_IN,
    Action,
)
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.models import Proposal, Seal
from kith.apps.access.moments import active_seal
from kith.apps.access.projections import ProposalCard, SealToConfirm, UnreadSeal, WaitingPage
from kith.apps.access.queries.destroyed import ground_of
from kith.apps.access.queries.seals import covered_words
from kith.apps.access.queries.workers import role_changes_lately, worker_name
from kith.apps.access.roles import role_of
from kith.apps.access.seconds import (
    CHANGE_CLEARANCE,
    CHANGE_ROLE,
    DESTROY_SUBJECT,
    LIFT_SEAL,
    MERGE_SUBJECTS,
    NAME_READER,
    confirm_by,
    second_for,
    second_for_seal,
)
from kith.apps.access.vocabulary import seal_kind
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_by_ref
from kith.apps.records.base import prepared

MOST = 200
NEWS_FOR = dt.timedelta(days=7)
WHAT = {
    LIFT_SEAL: "Lift a seal",
    MERGE_SUBJECTS: "Say that two records are one person",
    DESTROY_SUBJECT: "Destroy somebody’s record before its time",
    CHANGE_ROLE: "Give somebody another role",
    CHANGE_CLEARANCE: "Give somebody another clearance",
}
OUTCOMES = {"agreed": "agreed to", "declined": "said no to"}


def waiting_page(actor: Actor, *, now: dt.datetime) -> WaitingPage:
    seals = list(_seals_for(actor, now))
    return WaitingPage(
        seals=tuple(seal_to_confirm(actor, seal, now=now) for seal in seals if _is_to_confirm(actor, seal)),
        unread=tuple(unread_seal(seal) for seal in seals if seal.unread_since),
        proposals=tuple(_proposals_for(actor, now)),
        own_seals=tuple(seal_to_confirm(actor, seal, now=now) for seal in _unconfirmed(now).filter(set_by_id=actor.id)),
        own=tuple(proposal_card(actor, row) for row in _undecided().filter(proposed_by_id=actor.id)),
        answered=tuple(_answers_to(actor, now)),
        role_changes=role_changes_lately(actor, now=now),
        may_propose_role=decide_by_role(actor, PROPOSE_ROLE).allowed,
        may_keep_workers=decide_by_role(actor, KEEP_WORKERS).allowed,
        may_end_conflicts=_any(actor, END_CONFLICT, END_ANY_CONFLICT),
    )


def waits_for(actor: Actor, *, now: dt.datetime) -> str:
    """Why the first page should lead there: something to decide, or a change of a role to know of; mostly nothing."""
    seals = list(_seals_for(actor, now))
    if any(_is_to_confirm(actor, seal) for seal in seals) or next(_proposals_for(actor, now), None):
        return "Something waits for a second person"
    if seals:
        return "Nobody can read a seal any more"
    is_news = any(note.gives and note.at > now - NEWS_FOR for note in role_changes_lately(actor, now=now))
    return "Somebody can do or see more" if is_news else ""


def seal_to_confirm(actor: Actor, seal: Seal, *, now: dt.datetime) -> SealToConfirm:
    kind, due = seal_kind(seal.kind), confirm_by(seal.set_at)
    return SealToConfirm(
        ref=seal.ref,
        says=kind.says,
        means=kind.means,
        covers=covered_words(seal),
        why=seal.why,
        set_by=worker_name(seal.set_by_id),
        set_at=seal.set_at,
        due_at=due,
        is_overdue=due <= now,
        is_own=seal.set_by_id == actor.id,
    )


def unread_seal(seal: Seal) -> UnreadSeal:
    return UnreadSeal(
        ref=seal.ref,
        says=seal_kind(seal.kind).says,
        covers=covered_words(seal),
        why=seal.why,
        set_by=worker_name(seal.set_by_id),
        since=seal.unread_since or seal.set_at,
        is_asked=_undecided().filter(deed=NAME_READER, about=seal.ref).exists(),
    )


def proposal_card(actor: Actor, row: Proposal) -> ProposalCard:
    return ProposalCard(
        ref=row.ref,
        deed=row.deed,
        what=_what(row),
        why=row.why,
        proposed_by=worker_name(row.proposed_by_id),
        proposed_at=row.proposed_at,
        is_own=row.proposed_by_id == actor.id,
        subjects=_about_whom(row),
        ground=ground_of(row) if row.deed == DESTROY_SUBJECT else "",
    )


def _about_whom(row: Proposal) -> tuple[str, ...]:
    """Refs of those whom the second person has to know."""
    if row.deed == DESTROY_SUBJECT:
        return (row.about,)
    return (row.subject.ref, row.about) if row.deed == MERGE_SUBJECTS and row.subject else ()


def _active(now: dt.datetime) -> QuerySet[Seal]:
    return Seal.objects.filter(active_seal(now)).select_related("subject", "set_by").order_by("set_at", "pk")


def _unconfirmed(now: dt.datetime) -> QuerySet[Seal]:
    return _active(now).filter(confirmed_at=None)


@prepared
def _in_need(*, user_id: int, agency_id: int | None, now: dt.datetime) -> QuerySet[Seal]:
    """Those of others that nobody has confirmed, and those that nobody can read; in one agency, or in any."""
    rows = _active(now).filter((Q(confirmed_at=None) & ~Q(set_by_id=user_id)) | Q(unread_since__isnull=False))
    return (rows if agency_id is None else rows.filter(set_by__organisation_id=agency_id))[:MOST]


def _is_to_confirm(actor: Actor, seal: Seal) -> bool:
    return seal.confirmed_at is None and seal.set_by_id != actor.id


def _undecided() -> QuerySet[Proposal]:
    return Proposal.objects.filter(outcome="").select_related("subject", "proposed_by").order_by("proposed_at", "pk")


@prepared
def _undecided_of_others(*, user_id: int) -> QuerySet[Proposal]:
    return _undecided().exclude(proposed_by_id=user_id)[:MOST]


def _seals_for(actor: Actor, now: dt.datetime) -> Iterator[Seal]:
    """Most roles are never asked, and then nothing is looked up."""
    if not _any(actor, CONFIRM_SEAL, STAND_IN):
        return
    agency_id = None if decide_by_role(actor, STAND_IN).allowed else actor.agency_id
    for row in _in_need(user_id=actor.id, agency_id=agency_id, now=now):
        if second_for_seal(actor, row, now=now).allowed:
            yield row


def _proposals_for(actor: Actor, now: dt.datetime) -> Iterator[ProposalCard]:
    if not _any(actor, CONFIRM_SEAL, STAND_IN, MERGE, AGREE_DESTROYING, DECIDE_ROLE, DECIDE_ROLE_ELSEWHERE):
        return
    for row in _undecided_of_others(user_id=actor.id):
        if second_for(actor, row, now=now).allowed:
            yield proposal_card(actor, row)


def _answers_to(actor: Actor, now: dt.datetime) -> Iterator[tuple[str, str]]:
    """What others said lately to what the actor proposed."""
    rows = Proposal.objects.filter(proposed_by_id=actor.id, outcome__in=OUTCOMES, decided_at__gt=now - NEWS_FOR)
    for row in rows.select_related("subject").order_by("-decided_at", "pk"):
        yield f"{worker_name(row.decided_by_id)} {OUTCOMES[row.outcome]} this: {_what(row)}.", row.decided_why


def _what(row: Proposal) -> str:
    if row.deed == CHANGE_ROLE:
        return f"{_worker(row.about)} to become {role_of(row.wish).title.lower()}"
    if row.deed == CHANGE_CLEARANCE:
        return f"{_worker(row.about)} to have clearance {row.wish}"
    if row.deed == LIFT_SEAL:
        return f"{WHAT[LIFT_SEAL]}: {_seal_words(row.about)}"
    if row.deed == NAME_READER:
        return f"Put {_worker(row.wish)} on the list of a seal that nobody can read: {_seal_words(row.about)}"
    if row.deed == DESTROY_SUBJECT:
        return f"{WHAT[DESTROY_SUBJECT]}: {ground_of(row).lower()}"
    return WHAT[row.deed]


def _seal_words(ref: str) -> str:
    seal = Seal.objects.get(ref=ref)
    return f"{seal_kind(seal.kind).says.lower()}. {covered_words(seal)}"


def _any(actor: Actor, *actions: Action) -> bool:
    return any(decide_by_role(actor, action).allowed for action in actions)


def _worker(ref: str) -> str:
    card = worker_by_ref(ref)
    return card.at_agency if card else "Somebody who has left"
