"""Destroying a record before its time, by two people: one proposes it on a ground, another agrees, and it is gone.

What only some may know of (a seal, an emergency look, somebody hidden in the family) is asked when the second agrees,
and answered with one sentence: nobody learns by proposing whether there is such a thing.
"""

import datetime as dt

from django.db.models import Q

from kith.apps.access.actions import PROPOSE_DESTROYING
from kith.apps.access.destroy_hooks import Destroying, tell_of_destroying, tells_of
from kith.apps.access.models import (
    Circle,
    EmergencyLook,
    Involvement,
    Proposal,
    Seal,
    SealExclusion,
    SealScope,
    Subject,
    TaskSubject,
)
from kith.apps.access.moments import active_seal, covers, day_of, not_over
from kith.apps.access.questions import live_tasks
from kith.apps.access.requiring import NothingHere, require
from kith.apps.access.seconds import DESTROY_SUBJECT
from kith.apps.access.services.clearing import clear_subject, merges_of
from kith.apps.access.services.proposals import Wish, propose
from kith.apps.access.vocabulary import grounds_to_destroy
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, forget_within
from kith.apps.files.services import CannotDestroyFiles, destroy_files_of
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError

IN_THE_WAY = (
    "This record cannot be destroyed now. Something may be sealed, an emergency look may wait for its review, somebody "
    "may have a task about it, or other people may be on record through it. Ask your data protection lead."
)


class CannotDestroy(KithError):
    """The record cannot be destroyed, or not now."""


def propose_destroying(*, by: Actor, subject_ref: str, ground: str, why: str, seen: int, now: dt.datetime) -> str:
    """Put it before a second person; the proposal's ref. `seen` is the version that the page showed."""
    decision = require(by, PROPOSE_DESTROYING, subject_ref, now=now)
    if ground not in grounds_to_destroy():
        raise CannotDestroy("Say on what ground the record is destroyed. Choose one from the list.")
    subject = Subject.objects.get(ref=subject_ref)
    _require_closed(subject, now=now)
    _require_silent(subject_ref, why, to=by, now=now)
    wish = Wish(deed=DESTROY_SUBJECT, about=subject_ref, why=why, subject=subject, wish=f"{ground} {seen}")
    return propose(wish, by=by, decision=decision, now=now)


def destroy_agreed(proposal: Proposal, act: Deed, now: dt.datetime) -> None:
    """Everything of the person, at once and for ever; the proposal stays, with a ref that leads nowhere."""
    subject = Subject.objects.select_for_update().filter(ref=proposal.about).first()
    if subject is None:
        raise NothingHere
    _require_closed(subject, now=now)
    _require_nothing_in_the_way(subject, now=now)
    _require_silent(subject.ref, proposal.decided_why, to=None, now=now)
    if tells_of(subject.ref, proposal.why, now=now):
        raise CannotDestroy("The reason tells who they are, and it stays. Say no, and have it proposed in other words.")
    ground, seen = proposal.wish.split()
    proposal.subject = None
    proposal.save(update_fields=["subject"])
    forget_within(act, subject.ref, now=now)
    _destroy(subject, int(seen), act, now=now)
    act.notes(ground=ground, proposed_by=proposal.proposed_by.ref)


def _destroy(subject: Subject, seen: int, act: Deed, *, now: dt.datetime) -> None:
    """Whatever still named them afterwards would keep the database from letting the subject go."""
    merges = tuple(merges_of(subject).values_list("ref", flat=True))
    change = Destroying(subject_ref=subject.ref, subject_id=subject.pk, seen=seen, merge_refs=merges)
    try:
        tell_of_destroying(change, act, now=now)
        destroy_files_of(subject.ref)
    except StaleVersion:
        raise CannotDestroy(
            "The record was changed after this was proposed. Say no, and look at it again together."
        ) from None
    except CannotDestroyFiles:
        raise CannotDestroy(IN_THE_WAY) from None
    clear_subject(subject, now=now)
    subject.delete()


def _require_closed(subject: Subject, *, now: dt.datetime) -> None:
    """What everybody knows who may read the record."""
    working = Involvement.objects.filter(not_over(day_of(now)), subject=subject)
    if working.exists():
        raise CannotDestroy("Somebody works with them now. Their case is closed first, then the record can go.")
    if merges_of(subject).filter(undone_at=None).exists():
        raise CannotDestroy("This record stands for two that were made one. Part them first, then each can go.")


def _require_nothing_in_the_way(subject: Subject, *, now: dt.datetime) -> None:
    """An open seal on them, on something of theirs, or against them; a look that nobody has reviewed; a task
    about them, such as an answer to whoever asked for the record; their family."""
    if (
        Seal.objects.filter(active_seal(now), subject=subject).exists()
        or SealScope.objects.filter(covers(now), active_seal(now, "seal__"), subject=subject).exists()
        or SealExclusion.objects.filter(covers(now), active_seal(now, "seal__"), subject=subject).exists()
        or EmergencyLook.objects.filter(Q(reviewed_at=None) | Q(until_at__gt=now), subject=subject).exists()
        or TaskSubject.objects.filter(task__in=live_tasks(now), subject=subject).exists()
        or Circle.objects.filter(centre=subject).exclude(member=subject).exists()
    ):
        raise CannotDestroy(IN_THE_WAY)


def _require_silent(subject_ref: str, said: str, *, to: Actor | None, now: dt.datetime) -> None:
    """The words stay when the record is gone, so they may not tell whose it was.

    Whoever proposes is told only of what they may see themselves. All the rest is sealed, which stands in the way when
    the second person agrees; and then, with nothing sealed any more, everything is looked at.
    """
    if tells_of(subject_ref, said, to=to, now=now):
        raise CannotDestroy(
            "Your words stay when the record is gone. Say it without their name, address or number, then send it again."
        )
