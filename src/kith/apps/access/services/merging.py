"""Saying that two subjects are one person, and taking it back. Where either has a case it takes two people."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.access import events
from kith.apps.access.actions import MERGE
from kith.apps.access.merge_hooks import Joining, tell_of_merge
from kith.apps.access.models import Merge, Proposal, Subject
from kith.apps.access.queries.merges import require_merge
from kith.apps.access.requiring import NothingHere, require
from kith.apps.access.seconds import MERGE_SUBJECTS
from kith.apps.access.services.ended_links import end_links_of_merged
from kith.apps.access.services.joining import join, part
from kith.apps.access.services.proposals import Wish, propose, reason
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError


class CannotMerge(KithError):
    """The two cannot be made one, or not be parted."""


@dataclass(frozen=True, slots=True)
class Merging:
    """The ref of the merge, or of the proposal that waits for a second person."""

    ref: str
    is_waiting: bool


def merge_subjects(
    *, by: Actor, kept_ref: str, merged_ref: str, why: str, seen: tuple[int, ...] = (), now: dt.datetime
) -> Merging:
    """The kept subject stands for both from now on; the other is there for nobody until this is undone.

    `seen` are the versions of both that the page showed.
    """
    decision = require(by, MERGE, kept_ref, now=now)
    require(by, MERGE, merged_ref, now=now)
    if kept_ref == merged_ref:
        raise CannotMerge("That is the same record. Choose two.")
    kept, merged = Subject.objects.get(ref=kept_ref), Subject.objects.get(ref=merged_ref)
    if merged.has_case and not kept.has_case:
        raise CannotMerge("Keep the child’s record, and say that the other is the same person.")
    if kept.has_case:
        wish = Wish(
            deed=MERGE_SUBJECTS, about=merged_ref, why=why, subject=kept, wish=" ".join(str(one) for one in seen)
        )
        return Merging(propose(wish, by=by, decision=decision, now=now), is_waiting=True)
    said = reason(why, "Say in a sentence how you know that they are one person.")
    with deed(events.MERGED, by=by, now=now, decision=decision) as act:
        merge = _join(kept_ref, merged_ref, act, seen=seen, now=now)
        act.changed(kept_ref, after={"why": said})
    return Merging(merge.ref, is_waiting=False)


def merge_agreed(proposal: Proposal, act: Deed, now: dt.datetime) -> None:
    """Only as long as both are as they were when somebody said that they are one."""
    if proposal.subject is None:
        raise NothingHere
    seen = tuple(int(one) for one in proposal.wish.split())
    try:
        _join(proposal.subject.ref, proposal.about, act, seen=seen, now=now)
    except StaleVersion:
        raise CannotMerge(
            "One of the two records was changed after this was proposed. Say no, and propose it anew."
        ) from None
    act.changed(proposal.subject.ref, after={"why": proposal.why})


def _join(kept_ref: str, merged_ref: str, act: Deed, *, seen: tuple[int, ...], now: dt.datetime) -> Merge:
    kept, merged = _both(kept_ref, merged_ref)
    if kept.merged_into_id or merged.merged_into_id:
        raise CannotMerge("One of them has become part of somebody else meanwhile. Look again.")
    merge = join(kept, merged, now=now)
    end_links_of_merged(merged.pk, now=now)
    act.touches(kept.ref, merged.ref)
    act.notes(merge=merge.ref)
    tell_of_merge(_joining(merge, seen, is_joined=True), act, now=now)
    return merge


def _joining(merge: Merge, seen: tuple[int, ...], *, is_joined: bool) -> Joining:
    return Joining(
        merge_ref=merge.ref, kept_ref=merge.kept.ref, merged_ref=merge.merged.ref, is_joined=is_joined, seen=seen
    )


def unmerge(*, by: Actor, merge_ref: str, why: str, seen: tuple[int, ...] = (), now: dt.datetime) -> None:
    """They are two people after all: each has again what was theirs. One person is enough, as it only restores."""
    merge, decision = require_merge(by, merge_ref, now=now)
    said = reason(why, "Say in a sentence how you know that they are two people.")
    with deed(events.UNMERGED, by=by, now=now, decision=decision) as act:
        kept, merged = _both(merge.kept.ref, merge.merged.ref)
        if kept.merged_into_id:
            raise CannotMerge("They were made one with somebody else after that. Undo the later step first.")
        merge = Merge.objects.select_for_update().get(pk=merge.pk)
        if merge.undone_at is not None:
            raise CannotMerge("That has been undone already.")
        part(merge, kept, merged, now=now)
        act.touches(kept.ref, merged.ref)
        act.changed(kept.ref, after={"why": said})
        act.notes(merge=merge.ref)
        tell_of_merge(_joining(merge, seen, is_joined=False), act, now=now)


def _both(kept_ref: str, merged_ref: str) -> tuple[Subject, Subject]:
    """Both subjects, which nobody else changes until the deed ends; locked in one order whoever is kept."""
    rows = Subject.objects.select_for_update().filter(ref__in=[kept_ref, merged_ref]).order_by("pk")
    found = {row.ref: row for row in rows}
    return found[kept_ref], found[merged_ref]
