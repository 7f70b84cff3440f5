"""What one subject takes over from another when they are one person, and gives back when they are not.

Whatever closes goes to both: the kept subject has the union of the seals, conflicts and exclusions. What was sealed or
declared while they were one stays with both when they are parted, because nobody can say whom of the two it meant.

What another agency was given of the other subject was weighed for that record alone, so it is not taken over: it ends,
and is taken up again when the two are parted.
"""

import datetime as dt
from collections.abc import Iterable

from kith.apps.access.models import (
    Circle,
    Conflict,
    Consent,
    Involvement,
    Merge,
    SealExclusion,
    SealScope,
    Share,
    Subject,
)
from kith.apps.access.moments import active_seal, covers, day_of, not_ended, not_over
from kith.apps.access.seal_hooks import tell_of_change
from kith.apps.access.services.copying import conflicts_on, copy_conflicts, copy_exclusions, copy_involvements, over
from kith.apps.access.services.ended_links import end_links_of, end_links_over
from kith.apps.access.services.seals import scopes_told

JOINED = "The record joined another one of the same person"


def join(kept: Subject, merged: Subject, *, now: dt.datetime) -> Merge:
    """Inside a deed: `kept` stands for both from this moment on."""
    merge = Merge(kept=kept, merged=merged, merged_at=now, kept_sensitivity=kept.sensitivity)
    merge.save(force_insert=True)
    _copy_seals(merge, [(merged, kept), (kept, merged)], now=now)
    end_links_of([kept.pk], copy_exclusions(merged, kept, merge), now=now)
    copy_conflicts(conflicts_on(merged, now), kept, merge, now=now)
    copy_involvements(merged, kept, merge, day=day_of(now))
    _copy_circles(merge)
    _end_shares(merge, now=now)
    kept.sensitivity = max(kept.sensitivity, merged.sensitivity)
    kept.save(update_fields=["sensitivity"])
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    return merge


def part(merge: Merge, kept: Subject, merged: Subject, *, now: dt.datetime) -> None:
    """Inside a deed: each is again what they were, and both keep what was closed while they were one."""
    _end_copied_seals(merge, now=now)
    SealExclusion.objects.filter(merge=merge, until_at=None).update(until_at=now)
    Conflict.objects.filter(merge=merge, ended_at=None).update(ended_at=now)
    _keep_on_both(merge, kept, merged, now=now)
    day = day_of(now)
    Involvement.objects.filter(not_over(day), merge=merge).update(until_on=day)
    Circle.objects.filter(merge=merge).delete()
    _take_up_shares(merge, now=now)
    if kept.sensitivity == max(merge.kept_sensitivity, merged.sensitivity):
        kept.sensitivity = merge.kept_sensitivity  # unless somebody has raised it since
        kept.save(update_fields=["sensitivity"])
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])
    merge.undone_at = now
    merge.save(update_fields=["undone_at"])


def _end_shares(merge: Merge, *, now: dt.datetime) -> None:
    """Left alone they would go on to open the other one's family, where nobody could see or end them."""
    live = Share.objects.filter(not_ended(now), not_over(day_of(now)), subject=merge.merged)
    live.update(ended_at=now, ended_why=JOINED, merge=merge)


def _take_up_shares(merge: Merge, *, now: dt.datetime) -> None:
    """Each until its own day. If an agreement was taken back while they were one, none that rests on one comes back."""
    ended = Share.objects.filter(merge=merge)
    if Consent.objects.filter(subject=merge.kept, withdrawn_at__gte=merge.merged_at, withdrawn_at__lte=now).exists():
        ended.exclude(consent=None).update(merge=None)
    ended.update(ended_at=None, ended_why="", merge=None)


def _active_scopes(subject: Subject, now: dt.datetime) -> list[SealScope]:
    active = SealScope.objects.filter(covers(now), active_seal(now, "seal__"), subject=subject)
    return list(active.select_related("subject").order_by("pk"))


def _copy_seals(merge: Merge, pairs: Iterable[tuple[Subject, Subject]], *, now: dt.datetime) -> None:
    """Every active seal of the first over the second as well, unless it covers that already."""
    found = [(_active_scopes(source, now), _active_scopes(target, now), target) for source, target in pairs]
    new = []
    for scopes, standing, target in found:
        covered = {(scope.seal_id, scope.record_ref) for scope in standing}
        new += [over(scope, target, merge) for scope in scopes if (scope.seal_id, scope.record_ref) not in covered]
    SealScope.objects.bulk_create(new)
    end_links_over(new, now=now)
    tell_of_change(scopes_told(new), now=now)


def _end_copied_seals(merge: Merge, *, now: dt.datetime) -> None:
    copied = list(SealScope.objects.filter(merge=merge, until_at=None).select_related("subject"))
    SealScope.objects.filter(merge=merge, until_at=None).update(until_at=now)
    tell_of_change(scopes_told(copied), now=now)


def _keep_on_both(merge: Merge, kept: Subject, merged: Subject, *, now: dt.datetime) -> None:
    """What was set on the kept one meanwhile covers the other as well, for good."""
    since = SealScope.objects.filter(covers(now), active_seal(now, "seal__"), subject=kept, merge=None)
    new = [over(scope, merged) for scope in since.filter(seal__set_at__gte=merge.merged_at)]
    SealScope.objects.bulk_create(new)
    end_links_over(new, now=now)
    tell_of_change(scopes_told(new), now=now)
    declared = [row for row in conflicts_on(kept, now) if row.noted_at >= merge.merged_at and row.merge_id is None]
    copy_conflicts(declared, merged, now=now)


def _copy_circles(merge: Merge) -> None:
    """The kept one stands wherever the other stood, and has the other's people round them."""
    kept, merged = merge.kept_id, merge.merged_id
    wanted = {(centre, kept) for centre in _centres_of(merged)} | {(kept, member) for member in _members_of(merged)}
    there = {(centre, kept) for centre in _centres_of(kept)} | {(kept, member) for member in _members_of(kept)}
    pairs = sorted(pair for pair in wanted - there if pair[0] != pair[1])
    Circle.objects.bulk_create(Circle(centre_id=centre, member_id=member, merge=merge) for centre, member in pairs)


def _centres_of(subject_id: int) -> list[int]:
    return list(Circle.objects.filter(member_id=subject_id).values_list("centre_id", flat=True))


def _members_of(subject_id: int) -> list[int]:
    return list(Circle.objects.filter(centre_id=subject_id).values_list("member_id", flat=True))
