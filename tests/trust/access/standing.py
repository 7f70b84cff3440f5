"""A world of plain data standing in the database, where single facts come, change and go; and whom to ask as."""

import datetime as dt
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from kith.apps.access import models as stored
from kith.apps.agencies.models import Organisation, Team, User
from kith.apps.agencies.projections import NOBODY, Actor
from kith.apps.agencies.queries import actor_for
from kith.apps.audit.services import load
from kith.apps.people.models import Person
from kith.apps.records.base import insert_all, insert_with_keys
from kith.testing.factories import NOW, OPERATOR
from tests.trust.access import worlds as given
from tests.trust.access.rows import TABLES, row_of
from tests.trust.access.worlds import Fact, World

AGENCIES = 3


def changing() -> AbstractContextManager[None]:
    return load("test.worlds", by=OPERATOR, now=NOW, payload={})


class Standing:
    """Keeps the world and the database alike; knows the key of every number and fact."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.facts: dict[Fact, int] = {}
        self.seals: dict[int, int] = {}
        self._terms: dict[tuple[object, ...], int] = {}
        with changing():
            self._found_agencies()
            self._sign_up()
            self._open_subjects()
            for kind in TABLES:
                self._put(list(dict.fromkeys(world.of(kind))))

    def _found_agencies(self) -> None:
        names = [f"Agency {n}" for n in range(AGENCIES)]
        agencies = [{"name": name, "sort_key": name.lower(), "kind": "council"} for name in names]
        self.agencies = insert_with_keys(Organisation, agencies)
        self.teams = insert_with_keys(Team, [{"organisation_id": key, "name": "Team"} for key in self.agencies])

    def _sign_up(self) -> None:
        users = [
            User(
                email=f"worker-{n}@kith.example",
                given="Worker",
                family=str(n),
                organisation_id=self.agencies[worker.agency],
                role=worker.role,
                clearance=worker.clearance,
                is_active=worker.is_active,
            )
            for n, worker in enumerate(self.world.workers)
        ]
        self.workers = [user.pk for user in User.objects.bulk_create(users)]

    def _open_subjects(self) -> None:
        """Published subjects come from a published load, or from no load at all."""
        self.staged, self.published = insert_with_keys(stored.Batch, [{}, {"published_at": NOW}])
        about = list(enumerate(self.world.subjects))
        batches = [(self.published if n % 2 else None) if s.is_published else self.staged for n, s in about]
        rows = [{"sensitivity": s.sensitivity, "batch_id": batch} for (_, s), batch in zip(about, batches, strict=True)]
        self.subjects = insert_with_keys(stored.Subject, rows)
        insert_all(Person, [{"subject_id": key, "kind": "child", "sort_key": str(key)} for key in self.subjects])
        pairs = [(c, n) for n, s in about for c in s.centres]
        insert_all(stored.Circle, [{"centre_id": self.subjects[c], "member_id": self.subjects[n]} for c, n in pairs])
        for n, s in about:
            if s.merged_into is not None:
                self._update_subject(n, merged_into=self.subjects[s.merged_into])
        self.refs = dict(stored.Subject.objects.filter(pk__in=self.subjects).values_list("pk", "ref"))

    def _update_subject(self, number: int, **columns: object) -> None:
        stored.Subject.objects.filter(pk=self.subjects[number]).update(**columns)

    def terms(self, share: given.Share) -> int:
        """The key of a share's terms, of which there is one row however many shares have them."""
        kinds, roles = " ".join(sorted(share.kinds)), " ".join(sorted(share.roles))
        said = (kinds, roles, share.level, share.ceiling)
        if said not in self._terms:
            row = {"kinds": kinds, "roles": roles, "level": share.level, "sensitivity": share.ceiling}
            self._terms[said] = insert_with_keys(stored.ShareTerms, [row])[0]
        return self._terms[said]

    def _put(self, facts: list[Fact]) -> None:
        """Facts of one kind."""
        if not facts:
            return
        keys = insert_with_keys(TABLES[type(facts[0])].model, [row_of(fact, self) for fact in facts])
        self.facts.update(zip(facts, keys, strict=True))
        about = [(key, getattr(fact, "about", None)) for fact, key in zip(facts, keys, strict=True)]
        rows = [{"task_id": key, "subject_id": self.subjects[n]} for key, n in about if n is not None]
        insert_all(stored.TaskSubject, rows)
        self.seals.update({fact.number: self.facts[fact] for fact in facts if isinstance(fact, given.Seal)})

    def add(self, *facts: Fact) -> None:
        """A fact that is there already stays the one it is."""
        new = [fact for fact in facts if fact not in self.facts]
        with changing():
            for fact in new:
                self._put([fact])
        self.world = self.world.plus(*new)

    def take_away(self, fact: Fact) -> None:
        with changing():
            key = self.facts.pop(fact)
            if isinstance(fact, given.Task):
                stored.TaskSubject.objects.filter(task_id=key).delete()
            TABLES[type(fact)].model.objects.filter(pk=key).delete()
        self.world = self.world.without(fact)

    def change(self, fact: Fact, **changes: Any) -> None:
        changed = replace(fact, **changes)
        if changed in self.facts:
            self.take_away(fact)
            return
        key = self.facts.pop(fact)
        with changing():
            TABLES[type(fact)].model.objects.filter(pk=key).update(**row_of(changed, self))
        self.facts[changed] = key
        self.world = self.world.without(fact).plus(changed)

    def change_worker(self, number: int, **changes: Any) -> None:
        User.objects.filter(pk=self.workers[number]).update(**changes)
        self.world = self.world.with_worker(number, **changes)

    def change_subject(self, number: int, **changes: Any) -> None:
        into = changes.get("merged_into")
        columns = changes if into is None else changes | {"merged_into": self.subjects[into]}
        with changing():
            self._update_subject(number, **columns)
        self.world = self.world.with_subject(number, **changes)

    def leave_circle(self, *, centre: int, member: int) -> None:
        with changing():
            circles = stored.Circle.objects.filter(centre_id=self.subjects[centre])
            circles.filter(member_id=self.subjects[member]).delete()
        centres = self.world.subjects[member].centres - {centre}
        self.world = self.world.with_subject(member, centres=centres)

    def ref(self, subject: int) -> str:
        return self.refs[self.subjects[subject]]

    def actors(self, day: dt.date) -> list[Actor]:
        """One for each worker, by number; somebody who left is nobody."""
        users = User.objects.select_related("organisation").in_bulk(self.workers)
        return [actor_for(users[key], on=day) if users[key].is_active else NOBODY for key in self.workers]
