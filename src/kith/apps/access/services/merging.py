"""Saying that two subjects are one person, and taking it back. Two people who have cases need two people for it."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.access import events
from kith.apps.access.actions import MERGE
from kith.apps.access.gathering import standing
from kith.apps.access.models import Merge, Proposal, Subject
from kith.apps.access.requiring import NothingHere, require
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.access.seconds import MERGE_SUBJECTS
from kith.apps.access.services.ended_links import end_links_of_merged
from kith.apps.access.services.joining import join, part
from kith.apps.access.services.proposals import Wish, propose, reason
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.kernel.errors import KithError


class CannotMerge(KithError):
    """The two cannot be made one, or not be parted."""


@dataclass(frozen=True, slots=True)
class Merging:
    """The ref of the merge, or of the proposal that waits for a second person."""

    ref: str
    is_waiting: bool


def merge_subjects(*, by: Actor, kept_ref: str, merged_ref: str, why: str, now: dt.datetime) -> Merging:
    """The kept subject stands for both from now on; the other is there for nobody until this is undone."""
    decision = require(by, MERGE, kept_ref, now=now)
    require(by, MERGE, merged_ref, now=now)
    if kept_ref == merged_ref:
        raise CannotMerge("That is the same record. Choose two.")
    kept, merged = Subject.objects.get(ref=kept_ref), Subject.objects.get(ref=merged_ref)
    if kept.has_case and merged.has_case:
        wish = Wish(deed=MERGE_SUBJECTS, about=merged_ref, why=why, subject=kept)
        return Merging(propose(wish, by=by, decision=decision, now=now), is_waiting=True)
    said = reason(why, "Say in a sentence how you know that they are one person.")
    with deed(events.MERGED, by=by, now=now, decision=decision) as act:
        merge = _join(kept_ref, merged_ref, act, now)
        act.changed(kept_ref, after={"why": said})
    return Merging(merge.ref, is_waiting=False)


def merge_agreed(proposal: Proposal, act: Deed, now: dt.datetime) -> None:
    if proposal.subject is None:
        raise NothingHere(NOTHING_HERE)
    _join(proposal.subject.ref, proposal.about, act, now)


def _join(kept_ref: str, merged_ref: str, act: Deed, now: dt.datetime) -> Merge:
    kept, merged = _both(kept_ref, merged_ref)
    if kept.merged_into_id or merged.merged_into_id:
        raise CannotMerge("One of them has become part of somebody else meanwhile. Look again.")
    merge = join(kept, merged, now=now)
    end_links_of_merged(merged.pk, now=now)
    act.touches(kept.ref, merged.ref)
    act.notes(merge=merge.ref)
    return merge


def unmerge(*, by: Actor, merge_ref: str, why: str, now: dt.datetime) -> None:
    """They are two people after all: each has again what was theirs. One person is enough, as it only restores."""
    merge = Merge.objects.filter(ref=merge_ref, undone_at=None).select_related("kept", "merged").first()
    if merge is None:
        raise NothingHere(NOTHING_HERE)
    decision = require(by, MERGE, standing(merge.kept).ref, now=now)
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


def _both(kept_ref: str, merged_ref: str) -> tuple[Subject, Subject]:
    """Both subjects, which nobody else changes until the deed ends; locked in one order whoever is kept."""
    rows = Subject.objects.select_for_update().filter(ref__in=[kept_ref, merged_ref]).order_by("pk")
    found = {row.ref: row for row in rows}
    return found[kept_ref], found[merged_ref]
