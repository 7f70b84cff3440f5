"""Those who work here, for whoever keeps their accounts; and what was changed of them lately, for every lead."""

import datetime as dt
from collections.abc import Iterator

from kith.apps.access.actions import HEAR_OF_ROLES, KEEP_WORKERS
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.models import Proposal, WorkerDeed
from kith.apps.access.moments import day_of
from kith.apps.access.projections import KeptWorker, RoleChangeNote, WorkerLine
from kith.apps.access.requiring import NothingHere, require_by_role
from kith.apps.access.roles import role_of
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.access.seconds import CHANGE_CLEARANCE, CHANGE_ROLE
from kith.apps.agencies.projections import Actor, WorkerAccount
from kith.apps.agencies.queries import account_by_ref, accounts_called, worker_by_ref, worker_cards
from kith.apps.audit.services import refuse
from kith.kernel.days import day_words, since_words
from kith.kernel.decisions import refused

MOST, TOLD_FOR = 200, dt.timedelta(days=30)
HAPPENED = {
    "left": "does not work here any more",
    "back": "works here again, without a role",
    "code": "was given a code for a new password",
}
GIVES = {"code"}


def workers_to_keep(actor: Actor, words: str, *, now: dt.datetime) -> tuple[WorkerLine, ...]:
    """By name, also those who have left."""
    require_by_role(actor, KEEP_WORKERS, now=now)
    return tuple(_line(one) for one in accounts_called(words, on=day_of(now)))


def worker_to_keep(actor: Actor, user_ref: str, *, now: dt.datetime) -> KeptWorker:
    require_by_role(actor, KEEP_WORKERS, now=now)
    account = account_by_ref(user_ref, on=day_of(now))
    if account is None:
        refuse(KEEP_WORKERS.name, by=actor, now=now, decision=refused("R0", NOTHING_HERE))
        raise NothingHere
    deeds = WorkerDeed.objects.filter(user_id=account.id).order_by("-at", "-pk")[:MOST]
    return KeptWorker(
        line=_line(account),
        email=account.email,
        clearance=account.clearance,
        has_second_step=account.has_second_step,
        is_you=account.id == actor.id,
        teams=tuple(f"{one.team}, {since_words(one.since_on, one.until_on)}" for one in account.teams),
        happened=tuple(
            (f"{day_words(day_of(row.at))}: {HAPPENED[row.kind]}", _by(row.by_id), row.why) for row in deeds
        ),
    )


def _line(account: WorkerAccount) -> WorkerLine:
    return WorkerLine(
        ref=account.ref,
        name=account.name,
        job_title=account.job_title,
        agency=account.agency,
        role=role_of(account.role).title,
        is_active=account.is_active,
    )


def role_changes_lately(actor: Actor, *, now: dt.datetime) -> tuple[RoleChangeNote, ...]:
    """Every lead of every agency is told of every change of a worker, for as long as it may still surprise."""
    if not decide_by_role(actor, HEAR_OF_ROLES).allowed:
        return ()
    notes = [*_agreed(now), *_done(now)]
    return tuple(sorted(notes, key=lambda note: note.at, reverse=True)[:MOST])


def _agreed(now: dt.datetime) -> Iterator[RoleChangeNote]:
    """What two people changed."""
    changes = (CHANGE_ROLE, CHANGE_CLEARANCE)
    rows = Proposal.objects.filter(deed__in=changes, outcome="agreed", decided_at__gt=now - TOLD_FOR)
    for row in rows.order_by("-decided_at", "pk")[:MOST]:
        card = worker_by_ref(row.about)
        if row.decided_at:
            yield RoleChangeNote(
                worker=card.at_agency if card else "Somebody",
                says=_said(row),
                by=f"Proposed by {worker_name(row.proposed_by_id)}, agreed by {worker_name(row.decided_by_id)}",
                at=row.decided_at,
                gives=True,
            )


def _said(row: Proposal) -> str:
    if row.deed == CHANGE_CLEARANCE:
        return f"now has clearance {row.wish}"
    return f"is now {role_of(row.wish).title.lower()}"


def _done(now: dt.datetime) -> Iterator[RoleChangeNote]:
    """What one administrator did."""
    rows = list(WorkerDeed.objects.filter(at__gt=now - TOLD_FOR).order_by("-at", "-pk")[:MOST])
    for row in rows:
        yield RoleChangeNote(
            worker=worker_name(row.user_id),
            says=HAPPENED[row.kind],
            by=_by(row.by_id),
            at=row.at,
            gives=row.kind in GIVES,
        )


def _by(user_id: int) -> str:
    return f"Done by {worker_name(user_id)}"


def worker_name(user_id: int | None) -> str:
    cards = worker_cards([user_id]) if user_id else {}
    return cards[user_id].at_agency if user_id in cards else ""
