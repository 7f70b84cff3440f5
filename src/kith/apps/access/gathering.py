"""The facts about one subject, read once, and what they say about any actor: the point form of the rules."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from kith.apps.access.models import (
    Circle,
    Conflict,
    Involvement,
    SealReader,
    SealScope,
    Share,
    Subject,
    Task,
)
from kith.apps.access.moments import active_seal, covers, current_at, current_on, day_of, not_ended
from kith.apps.access.reach import live_looks, terms_for
from kith.apps.access.roles import Role, role_of
from kith.apps.access.rules import ClosedSeal, Facts, SharedWith
from kith.apps.access.vocabulary import PERSON, opening_kinds
from kith.apps.agencies.projections import Actor
from kith.kernel.decisions import Level


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about a subject: a kind of record, perhaps one record, for a purpose, at one moment."""

    now: dt.datetime
    purpose: str | None = None
    kind: str = PERSON
    record_ref: str = ""
    sensitivity: int = 0


class Gathered:
    """One subject's facts. `only_for` narrows what is read to one actor's; without it, every actor's are there."""

    def __init__(self, subject: Subject, asked: Asked, *, only_for: Actor | None = None) -> None:
        self.subject, self.asked, self.only_for = subject, asked, only_for
        self.day = day_of(asked.now)

    def about(self, actor: Actor) -> Facts:
        role = role_of(actor.role)
        return Facts(
            role=role,
            is_active=actor.is_active,
            clearance=actor.clearance,
            sensitivity=max(self.subject.sensitivity, self.asked.sensitivity),
            is_there=self.is_there,
            is_on_case_team=any(i.user_id == actor.id or i.team_id in actor.team_ids for i in self.involvements),
            is_of_involved_agency=any(i.organisation_id == actor.agency_id for i in self.involvements),
            has_purpose=has_purpose(actor, role, self.asked.purpose, self.day),
            shares=self._shares_with(actor),
            is_in_conflict=actor.id in self.in_conflict,
            closed_seals=self._closed_to(actor),
            is_looking_in_emergency=actor.id in self.looking,
        )

    @property
    def is_there(self) -> bool:
        batch = self.subject.batch
        return self.subject.merged_into_id is None and (batch is None or batch.published_at is not None)

    @cached_property
    def centres(self) -> list[int]:
        """The subject itself and everybody in whose circle it stands."""
        around = Circle.objects.filter(member_id=self.subject.pk).values_list("centre_id", flat=True)
        return [self.subject.pk, *around]

    @cached_property
    def involvements(self) -> list[Involvement]:
        return list(Involvement.objects.filter(current_on(self.day), subject_id__in=self.centres))

    @cached_property
    def shares(self) -> list[Share]:
        live = Share.objects.filter(current_on(self.day), not_ended(self.asked.now), subject_id__in=self.centres)
        if self.only_for:
            live = live.filter(receiver_id=self.only_for.agency_id)
        return list(live)

    def _shares_with(self, actor: Actor) -> tuple[SharedWith, ...]:
        terms = {t.id: t for t in terms_for(actor.role, self.asked.kind)} if self.shares else {}
        mine = (share for share in self.shares if share.receiver_id == actor.agency_id and share.terms_id in terms)
        return tuple(
            SharedWith(min(Level(terms[s.terms_id].level), Level.READ), terms[s.terms_id].sensitivity) for s in mine
        )

    @cached_property
    def in_conflict(self) -> set[int]:
        """Users close to the subject, to somebody in its circle, or to somebody in whose circle it stands."""
        rows = Conflict.objects.filter(noted_at__lte=self.asked.now).filter(not_ended(self.asked.now))
        if self.only_for:
            rows = rows.filter(user_id=self.only_for.id)
        members = Circle.objects.filter(centre_id=self.subject.pk).values("member_id")
        near = rows.filter(Q(subject_id__in=self.centres) | Q(subject_id__in=members))
        return set(near.values_list("user_id", flat=True))

    @cached_property
    def scopes(self) -> list[SealScope]:
        """Active seals on the whole subject, and on the one record that is asked about."""
        now, wanted = self.asked.now, Q(subject_id=self.subject.pk, record_ref="")
        if self.asked.record_ref:
            wanted |= Q(record_ref=self.asked.record_ref)
        return list(SealScope.objects.filter(wanted, covers(now), active_seal(now, "seal__")).select_related("seal"))

    @cached_property
    def readers(self) -> set[tuple[int, int]]:
        """(seal, user) for everybody on the lists of these seals."""
        ids = {scope.seal_id for scope in self.scopes}
        rows = (
            SealReader.objects.filter(current_at(self.asked.now), seal_id__in=ids) if ids else SealReader.objects.none()
        )
        return set(rows.values_list("seal_id", "user_id"))

    def _closed_to(self, actor: Actor) -> tuple[ClosedSeal, ...]:
        closed = [scope.seal for scope in self.scopes if (scope.seal_id, actor.id) not in self.readers]
        return tuple(
            ClosedSeal(seal.outsiders, seal.kind in opening_kinds() and seal.confirmed_at is not None)
            for seal in closed
        )

    @cached_property
    def looking(self) -> set[int]:
        return set(live_looks(self.asked.now).filter(subject_id=self.subject.pk).values_list("user_id", flat=True))


def subject_for(ref: str) -> Subject | None:
    return Subject.objects.select_related("batch").filter(ref=ref).first()


def has_purpose(actor: Actor, role: Role, purpose: str | None, day: dt.date) -> bool:
    """R3 holds for the role's own purposes only; some roles need a task that is theirs that day."""
    if role.partnership == Level.NOTHING or (purpose is not None and purpose not in role.purposes):
        return False
    if not role.needs_task:
        return True
    tasks = Task.objects.filter(current_on(day), user_id=actor.id)
    return tasks.filter(purpose__in=[purpose] if purpose else list(role.purposes)).exists()
