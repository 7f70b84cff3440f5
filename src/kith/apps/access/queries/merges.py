"""Which records were said to be one person: for pages that tell of it or undo it."""

import datetime as dt

from kith.apps.access.actions import MERGE
from kith.apps.access.gathering import standing
from kith.apps.access.models import Merge
from kith.apps.access.projections import MergeCard
from kith.apps.access.queries.offering import may_merge
from kith.apps.access.requiring import NothingHere, require
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import refuse
from kith.kernel.decisions import Decision, refused


def require_merge(actor: Actor, merge_ref: str, *, now: dt.datetime) -> tuple[Merge, Decision]:
    """A merge that stands and the decision, for whoever may part the two again."""
    row = Merge.objects.filter(ref=merge_ref, undone_at=None).select_related("kept", "merged").first()
    if row is None:
        refuse(MERGE.name, by=actor, now=now, decision=refused("R0", NOTHING_HERE))
        raise NothingHere
    return row, require(actor, MERGE, standing(row.kept).ref, now=now)


def merges_of(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[MergeCard, ...]:
    """Other records that this one stands for, the last first; nothing for whoever may not part them."""
    rows = list(Merge.objects.filter(kept__ref=subject_ref, undone_at=None).order_by("-merged_at", "-pk"))
    if not rows or not may_merge(actor, subject_ref, now=now):
        return ()
    return tuple(MergeCard(ref=row.ref, kept_ref=subject_ref, merged_at=row.merged_at) for row in rows)


def merge_to_undo(actor: Actor, merge_ref: str, *, now: dt.datetime) -> MergeCard:
    row, _ = require_merge(actor, merge_ref, now=now)
    return MergeCard(ref=row.ref, kept_ref=row.kept.ref, merged_at=row.merged_at)
