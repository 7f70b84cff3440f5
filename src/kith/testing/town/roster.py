"""Finds a colleague of the right kind for a family: the same family always meets the same team."""

from collections import defaultdict
from random import Random

from kith.testing.town.plans import TownPlan, WorkerPlan
from kith.testing.town.shelf import data_file, one_of

_SHARED_WORK = ("practitioner", "probation", "front_door", "network_adviser")


class Roster:
    """The workers of a town by the kind of team they work in, and its schools by the ages they teach."""

    def __init__(self, town: TownPlan) -> None:
        self.today = town.today
        self.seed = town.seed
        workers: dict[str, list[str]] = defaultdict(list)
        for worker in town.workers:
            if worker.role in _SHARED_WORK:
                workers[_kind_of_team(worker)].append(worker.key)
        self._workers = {kind: tuple(keys) for kind, keys in workers.items()}
        self._schools = [_schools_at(age) for age in range(25)]

    def worker(self, rng: Random, team: str) -> str:
        """Key of one worker of any team of this kind."""
        return one_of(rng, self._workers[team])

    def school_lead(self, rng: Random, age: int) -> str | None:
        """Key of the safeguarding lead of a school that teaches this age."""
        schools = self._schools[age] if age < len(self._schools) else ()
        return self.worker(rng, f"{one_of(rng, schools)}-safeguarding") if schools else None


def _kind_of_team(worker: WorkerPlan) -> str:
    """A numbered team counts with the first of its name."""
    return worker.team_keys[0].rstrip("0123456789").rstrip("-")


def _schools_at(age: int) -> tuple[str, ...]:
    schools = data_file("agencies.toml")["schools"]["list"]
    return tuple(school["key"] for school in schools if school["from"] <= age < school["to"])
