"""Pages about seals, proposals and conflicts, each with its own gate."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.actions import END_CONFLICT, NOTE_CONFLICT, PROPOSE_ROLE, SEAL
from kith.apps.access.models import Proposal
from kith.apps.access.projections import ConflictCard, ProposalCard, ReaderCard, SealToConfirm, SealView, UnreadSeal
from kith.apps.access.queries.conflicts import asked_to_end, conflicts_to_end
from kith.apps.access.queries.on_list import require_on_list, require_second, require_second_for
from kith.apps.access.queries.seals import as_readers, readers_to_choose, seal_view
from kith.apps.access.queries.waiting import proposal_card, seal_to_confirm, unread_seal
from kith.apps.access.requiring import NothingHere, require, require_by_role
from kith.apps.access.roles import all_roles
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import find_workers, ids_of_workers, worker_cards
from kith.apps.audit.services import refuse


def list_to_choose(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[ReaderCard, ...]:
    """The team around somebody, for whoever may seal them."""
    require(actor, SEAL, subject_ref, now=now)
    return readers_to_choose(actor, subject_ref, now=now)


def workers_called(words: str) -> tuple[ReaderCard, ...]:
    """Workers of every agency by name: people at work, whom every signed-in colleague may find."""
    return as_readers(find_workers(words))


def workers_chosen(refs: Collection[str]) -> tuple[ReaderCard, ...]:
    """The workers somebody has chosen in a form, so that it can show them again."""
    return as_readers(worker_cards(ids_of_workers(refs).values()).values())


def seal_page(actor: Actor, seal_ref: str, *, now: dt.datetime) -> SealView:
    seal, _ = require_on_list(actor, seal_ref, now=now)
    return seal_view(actor, seal, now=now)


def seal_to_decide(actor: Actor, seal_ref: str, *, now: dt.datetime) -> SealToConfirm:
    """One that still waits; a confirmed one is not there for the second person any more."""
    seal, _ = require_second(actor, seal_ref, now=now)
    if seal.confirmed_at is not None:
        raise NothingHere
    return seal_to_confirm(actor, seal, now=now)


def seal_to_read(actor: Actor, seal_ref: str, *, now: dt.datetime) -> UnreadSeal:
    """One that nobody on its list can read, for whoever may say who shall."""
    seal, _ = require_second(actor, seal_ref, now=now)
    if seal.unread_since is None:
        raise NothingHere
    return unread_seal(seal)


def proposal_to_decide(actor: Actor, proposal_ref: str, *, now: dt.datetime) -> ProposalCard:
    """One that still waits, for whoever could decide it and for whoever made it."""
    row = Proposal.objects.filter(ref=proposal_ref).select_related("subject", "proposed_by").first()
    if row is None or row.proposed_by_id != actor.id:
        row, _ = require_second_for(actor, proposal_ref, now=now)
    if row.outcome:
        raise NothingHere
    return proposal_card(actor, row)


def roles_to_propose(actor: Actor, *, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Names and titles of roles, for whoever may propose one."""
    require_by_role(actor, PROPOSE_ROLE, now=now)
    return tuple((name, role.title) for name, role in all_roles().items())


def conflict_list(actor: Actor, *, now: dt.datetime) -> tuple[ConflictCard, ...]:
    decision = asked_to_end(actor)
    if not decision.allowed:
        refuse(END_CONFLICT.name, by=actor, now=now, decision=decision)
        raise NothingHere(decision.because)
    return conflicts_to_end(actor, now=now)


def colleagues_to_note(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[ReaderCard, ...]:
    """Colleagues of the actor's own agency who work with a child, for a manager who may note a conflict."""
    require(actor, NOTE_CONFLICT, subject_ref, now=now)
    team = readers_to_choose(actor, subject_ref, now=now)
    return tuple(card for card in team if card.agency == actor.agency_name)
