"""The cut below whole subjects: kinds of record that no rule opens to this actor, and single sealed records."""

import datetime as dt
from collections.abc import Collection, Iterable
from functools import cached_property

from django.db.models import Q, QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.decisions import visible_subjects
from kith.apps.access.models import SealScope, Share
from kith.apps.access.moments import current_on, day_of, not_ended
from kith.apps.access.reach import closed_scopes, live_looks
from kith.apps.access.vocabulary import seal_kinds
from kith.apps.agencies.projections import Actor

AT_ONCE = 500


class Cut:
    """What one actor may see of subjects that are open to them, at one moment. Ask it before anything is shown,
    counted, sorted, searched, drawn or written to a file."""

    def __init__(self, actor: Actor, action: Action, *, now: dt.datetime) -> None:
        self.actor, self.action, self.now = actor, action, now

    def subjects(self, kind: str, subject_ids: Collection[int]) -> set[int]:
        """Of subjects already permitted, those of which this kind of record may be seen."""
        if not self._has_shares:
            return set(subject_ids)
        open_to_actor = visible_subjects(self.actor, self.action, now=self.now, kind=kind)
        return set(open_to_actor.filter(pk__in=list(subject_ids)).values_list("pk", flat=True))

    def closed_records(self, record_refs: Iterable[str]) -> set[str]:
        """Of these records, those under a seal on whose list the actor is not."""
        closed: set[str] = set()
        refs = list(record_refs)
        for start in range(0, len(refs), AT_ONCE):
            some = self._closed.filter(record_ref__in=refs[start : start + AT_ONCE])
            closed.update(some.values_list("record_ref", flat=True))
        return closed

    @cached_property
    def _closed(self) -> QuerySet[SealScope]:
        """Closed seals, without those that an emergency look of the actor's opens."""
        scopes = closed_scopes(self.actor, self.now)
        looked_at = list(live_looks(self.now).filter(user_id=self.actor.id).values_list("subject_id", flat=True))
        if not looked_at:
            return scopes
        opening = [kind.name for kind in seal_kinds().values() if kind.emergency]
        opened = Q(subject_id__in=looked_at, seal__kind__in=opening, seal__confirmed_at__isnull=False)
        return scopes.exclude(opened)

    @cached_property
    def _has_shares(self) -> bool:
        """Only a share tells kinds apart: whoever has none sees every kind of what they see."""
        live = Share.objects.filter(current_on(day_of(self.now)), not_ended(self.now))
        return live.filter(receiver_id=self.actor.agency_id).exists()
