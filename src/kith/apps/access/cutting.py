"""The cut below whole subjects: kinds of record that no rule opens to this actor, and single sealed records."""

import datetime as dt
from collections.abc import Collection, Iterable
from functools import cached_property

from django.db.models import Q, QuerySet

from kith.apps.access import questions
from kith.apps.access.actions import Action
from kith.apps.access.covering import uncovered, written
from kith.apps.access.decisions import visible_subjects
from kith.apps.access.gathering import Asked
from kith.apps.access.models import Circle, SealScope
from kith.apps.access.moments import active_seal, covers, day_of
from kith.apps.access.reach import closed_scopes
from kith.apps.access.together import A_HANDFUL, opened_among
from kith.apps.access.vocabulary import opening_kinds
from kith.apps.agencies.projections import NOBODY, Actor
from kith.apps.records.base import Written, prepared, remembered
from kith.kernel.decisions import Level

AT_ONCE = 500
NO_ACTION = Action("", Level.NOTHING, "Nothing")


class Cut:
    """What one actor may see of subjects that are open to them, at one moment. Ask it before anything is shown,
    counted, sorted, searched, drawn or written to a file."""

    def __init__(self, actor: Actor, action: Action, *, now: dt.datetime) -> None:
        self.actor, self.action, self.now = actor, action, now

    def subjects(self, kind: str, subject_ids: Collection[int]) -> set[int]:
        """Of subjects already permitted, those of which this kind of record may be seen."""
        if not self._has_shares:
            return set(subject_ids)
        if len(subject_ids) <= A_HANDFUL:
            return opened_among(self.actor, self.action, set(subject_ids), Asked(now=self.now, kind=kind))
        open_to_actor = visible_subjects(self.actor, self.action, Asked(now=self.now, kind=kind))
        return set(open_to_actor.filter(pk__in=list(subject_ids)).values_list("pk", flat=True))

    @property
    def tells_kinds_apart(self) -> bool:
        """Whether `subjects` may leave anybody out at all."""
        return self._has_shares

    def closed_records(self, record_refs: Iterable[str]) -> set[str]:
        """Of these records, those under a seal on whose list the actor is not."""
        closed: set[str] = set()
        refs = list(record_refs)
        for start in range(0, len(refs), AT_ONCE):
            some = self._closed.filter(record_ref__in=refs[start : start + AT_ONCE])
            closed.update(some.values_list("record_ref", flat=True))
        return closed

    def open_rows(self, rows: QuerySet) -> QuerySet:
        """Rows that have a ref of their own, without those under a seal on whose list the actor is not."""
        return uncovered(rows, self.closed_refs)

    def closed_near(self, subject_ids: Collection[int]) -> set[tuple[int, str]]:
        """(subject, record) of what is closed to the actor about these and everybody in their networks.

        The record is empty where a subject is closed as a whole. For texts, in which any of it may have been written.
        """
        if self._is_plain:
            return set(_closed_to_near(user_id=self.actor.id, subject_ids=subject_ids, now=self.now))
        return set(self._closed.filter(near(subject_ids, "subject_id")).values_list("subject_id", "record_ref"))

    @cached_property
    def _closed(self) -> QuerySet[SealScope]:
        """Closed seals, without those that an emergency look of the actor's opens: to be read, and no more."""
        scopes = closed_scopes(self.actor.id, self.now)
        if self._is_plain:
            return scopes
        looked_at = self._looked_at
        confirmed = Q(seal__kind__in=opening_kinds(), seal__confirmed_at__isnull=False)
        return scopes.exclude(confirmed, subject_id__in=looked_at, seal__outsiders="pointer")

    def closed_anywhere(self) -> set[tuple[int, str]]:
        """The same about everybody: for an address, which may be a refuge of many families."""
        return set(self._closed.values_list("subject_id", "record_ref"))

    @cached_property
    def _is_plain(self) -> bool:
        """Whether seals close just what they close: no look of the actor's opens any of it."""
        return self.action.needs > Level.READ or not self._looked_at

    @cached_property
    def _looked_at(self) -> list[int]:
        return [look.subject_id for look in questions.looks_of(user_id=self.actor.id, now=self.now)]

    @property
    def closed_refs(self) -> Written:
        """The refs of closed records, to ask within."""
        if self._is_plain:
            return _refs_closed_to.written(user_id=self.actor.id, now=self.now)
        asked = ("closed refs", type(self), self.actor, self.action, self.now)
        return remembered(asked, lambda: written(self._closed.values("record_ref")))

    @cached_property
    def _has_shares(self) -> bool:
        """Only a share tells kinds apart: whoever has none sees every kind of what they see."""
        return remembered(("has shares", self.actor, self.now), self._finds_shares)

    def _finds_shares(self) -> bool:
        day = day_of(self.now)
        return bool(questions.one_share_with(receiver_id=self.actor.agency_id, day=day, now=self.now))


class OpenToAll(Cut):
    """What the actor may see and no active seal covers, whether or not the actor is on its list: for copies that leave
    for somebody else."""

    def closed_subjects(self, refs: Collection[str]) -> set[str]:
        """Of these subjects, those under a seal as a whole."""
        whole = self._closed.filter(record_ref="", subject__ref__in=refs)
        return set(whole.values_list("subject__ref", flat=True))

    @cached_property
    def _is_plain(self) -> bool:
        return False

    @cached_property
    def _closed(self) -> QuerySet[SealScope]:
        return SealScope.objects.filter(covers(self.now), active_seal(self.now, "seal__"))


class Unsealed(OpenToAll):
    """What no active seal covers, whoever asks: for what is kept for everybody at once, such as the search index."""

    def __init__(self, *, now: dt.datetime) -> None:
        super().__init__(NOBODY, NO_ACTION, now=now)

    @cached_property
    def _has_shares(self) -> bool:
        return False


@prepared
def _refs_closed_to(*, user_id: int, now: dt.datetime) -> QuerySet[SealScope, str]:
    return closed_scopes(user_id, now).order_by().values_list("record_ref", flat=True)


@prepared
def _closed_to_near(
    *, user_id: int, subject_ids: Collection[int], now: dt.datetime
) -> QuerySet[SealScope, tuple[int, str]]:
    closed = closed_scopes(user_id, now).filter(near(subject_ids, "subject_id"))
    return closed.values_list("subject_id", "record_ref")


def near(subject_ids: Collection[int], key: str) -> Q:
    """A filter: these subjects, everybody in their networks, and the networks in which they stand."""
    centres = Circle.objects.filter(member_id__in=subject_ids).values("centre_id")
    members = Circle.objects.filter(Q(centre_id__in=subject_ids) | Q(centre_id__in=centres)).values("member_id")
    return Q(**{f"{key}__in": subject_ids}) | Q(**{f"{key}__in": centres}) | Q(**{f"{key}__in": members})
