"""The facts about one subject, read once, and what they say about any actor: the point form of the rules."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Required, TypedDict

from kith.apps.access import questions
from kith.apps.access.models import Involvement, SealScope, Share, Subject, Task
from kith.apps.access.moments import day_of
from kith.apps.access.reach import AGENCY, EVERYBODY, terms_for
from kith.apps.access.roles import Role, role_of
from kith.apps.access.rules import ClosedSeal, Facts, SharedWith
from kith.apps.access.vocabulary import PERSON, opening_kinds
from kith.apps.agencies.projections import Actor
from kith.kernel.decisions import Level


class Asking(TypedDict, total=False):
    """The words in which a question about a subject is put: when, what for, and about which kind of record."""

    now: Required[dt.datetime]
    purpose: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about a subject: a kind of record, perhaps one record, for a purpose, at one moment."""

    now: dt.datetime
    purpose: str | None = None
    kind: str = PERSON
    record_ref: str = ""
    sensitivity: int = 0


class Gathered:
    """One subject's facts at one moment, whatever kind of record is asked about and what for.

    `only_for` narrows what is read to one actor's; without it, every actor's are there. A record of the subject has
    seals of its own beside the subject's.
    """

    def __init__(
        self, subject: Subject, now: dt.datetime, *, record_ref: str = "", only_for: Actor | None = None
    ) -> None:
        self.subject, self.now, self.record_ref, self.only_for = subject, now, record_ref, only_for
        self.day = day_of(now)

    def about(self, actor: Actor, asked: Asked) -> Facts:
        return _FactsAbout(self, actor, asked)

    @property
    def is_there(self) -> bool:
        batch = self.subject.batch
        return self.subject.merged_into_id is None and (batch is None or batch.published_at is not None)

    @cached_property
    def centres(self) -> list[int]:
        """The subject itself and everybody in whose circle it stands."""
        return [self.subject.pk, *questions.centres_round(subject_id=self.subject.pk)]

    @cached_property
    def involvements(self) -> list[Involvement]:
        return questions.involvements_with(subject_ids=self.centres, day=self.day)

    @cached_property
    def shares(self) -> list[Share]:
        receiver_id = self.only_for.agency_id if self.only_for else None
        return questions.shares_of(subject_ids=self.centres, receiver_id=receiver_id, day=self.day, now=self.now)

    @cached_property
    def in_conflict(self) -> set[int]:
        """Users close to the subject, to somebody in its circle, or to somebody in whose circle it stands.

        Hardly anybody has a conflict of interest, and then this costs one small query.
        """
        ties = questions.conflicts_of(user_id=self.only_for.id if self.only_for else None, now=self.now)
        near = self.near if ties else set()
        return {user_id for user_id, subject_id in ties if subject_id in near}

    @cached_property
    def near(self) -> set[int]:
        return {*self.centres, *questions.members_round(subject_id=self.subject.pk)}

    @cached_property
    def scopes(self) -> list[SealScope]:
        """Active seals on the whole subject, and on the one record that is asked about; mostly there is none."""
        record_ref = self.record_ref or None
        return questions.seals_covering(subject_id=self.subject.pk, record_ref=record_ref, now=self.now)

    @cached_property
    def readers(self) -> set[tuple[int, int]]:
        """(seal, user) for everybody on the lists of these seals."""
        ids = {scope.seal_id for scope in self.scopes}
        return set(questions.readers_of(seal_ids=ids, now=self.now)) if ids else set()

    @cached_property
    def tasks(self) -> list[Task]:
        """Live tasks that open this subject, of everybody or of the one actor."""
        user_id = self.only_for.id if self.only_for else None
        given = questions.tasks_of(user_id=user_id, day=self.day, now=self.now)
        keys = [task.pk for task in given]
        named = set(questions.named_in(task_ids=keys, subject_ids=self.centres)) if keys else set()
        return [task for task in given if task.covers == EVERYBODY or task.pk in named or self._covers_agency(task)]

    def _covers_agency(self, task: Task) -> bool:
        return task.covers == AGENCY and any(i.organisation_id == task.organisation_id for i in self.involvements)

    @cached_property
    def looking(self) -> set[int]:
        return set(questions.lookers_at(subject_id=self.subject.pk, now=self.now))


@dataclass(frozen=True)
class _FactsAbout:
    """What the facts about one subject say about one actor."""

    gathered: Gathered
    actor: Actor
    asked: Asked

    @property
    def role(self) -> Role:
        return role_of(self.actor.role)

    @property
    def is_active(self) -> bool:
        return self.actor.is_active

    @property
    def clearance(self) -> int:
        return self.actor.clearance

    @property
    def sensitivity(self) -> int:
        return max(self.gathered.subject.sensitivity, self.asked.sensitivity)

    @property
    def is_there(self) -> bool:
        return self.gathered.is_there

    @property
    def is_in_conflict(self) -> bool:
        return self.actor.id in self.gathered.in_conflict

    @property
    def is_on_case_team(self) -> bool:
        actor = self.actor
        return any(i.user_id == actor.id or i.team_id in actor.team_ids for i in self.gathered.involvements)

    @property
    def is_of_involved_agency(self) -> bool:
        return any(i.organisation_id == self.actor.agency_id for i in self.gathered.involvements)

    @cached_property
    def shares(self) -> tuple[SharedWith, ...]:
        mine = [share for share in self.gathered.shares if share.receiver_id == self.actor.agency_id]
        terms = {t.pk: t for t in terms_for(self.actor.role, self.asked.kind)} if mine else {}
        opening = [terms[share.terms_id] for share in mine if share.terms_id in terms]
        return tuple(SharedWith(min(Level(t.level), Level.READ), t.sensitivity) for t in opening)

    @cached_property
    def has_purpose(self) -> bool:
        wanted = purposes_for(self.role, self.asked.purpose)
        if not wanted or not self.role.needs_task:
            return bool(wanted)
        return any(task.user_id == self.actor.id and task.purpose in wanted for task in self.gathered.tasks)

    @cached_property
    def closed_seals(self) -> tuple[ClosedSeal, ...]:
        readers, opening = self.gathered.readers, opening_kinds()
        closed = [scope.seal for scope in self.gathered.scopes if (scope.seal_id, self.actor.id) not in readers]
        return tuple(ClosedSeal(s.outsiders, s.kind in opening and s.confirmed_at is not None) for s in closed)

    @property
    def is_looking_in_emergency(self) -> bool:
        return self.actor.id in self.gathered.looking


def subject_for(ref: str) -> Subject | None:
    return next(iter(questions.subjects_called(ref=ref)), None)


def standing(subject: Subject) -> Subject:
    """Who stands for a subject now: itself, or whoever it was merged into."""
    while subject.merged_into is not None:
        subject = subject.merged_into
    return subject


def purposes_for(role: Role, purpose: str | None) -> frozenset[str]:
    """R3 holds for the role's own purposes only: all of them, or the one that is asked for."""
    return role.purposes if purpose is None else role.purposes & {purpose}
