"""Who heard a voice, where it was somebody with an account: named to whoever sees them on the child's team.

To all others it is "a worker". Anybody may write that of anybody, so it tells of nobody who is not in sight.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_by_ref
from kith.apps.teams.queries import workers_on_team
from kith.apps.voices.rules import CannotRecord

HEARER = "hearer"
A_WORKER = "worker"  # without a name: chosen, or all that a reader may know
NOT_ON_TEAM = "Choose somebody who is on the team, or write their name."


@dataclass(frozen=True)
class Hearers:
    """The workers whom one viewer sees on one child's team; asked only where somebody is named."""

    actor: Actor
    child_ref: str
    now: dt.datetime
    is_copy: bool = False  # out of Kith: nobody is named in it whose place is under any seal

    @cached_property
    def known(self) -> Mapping[str, str]:
        return workers_on_team(self.actor, self.child_ref, is_copy=self.is_copy, now=self.now)

    def shown(self, ref: str, *, by: int) -> str:
        """The ref of a worker, for this viewer; whoever chose somebody goes on seeing whom."""
        is_own = by == self.actor.id and not self.is_copy
        return ref if is_own or ref == A_WORKER or ref in self.known else A_WORKER

    def name(self, ref: str) -> str:
        """Of one that is shown."""
        if ref == A_WORKER:
            return "a worker"
        if ref in self.known:
            return self.known[ref]
        worker = worker_by_ref(ref)
        return worker.at_agency if worker else "a worker"

    def choices(self) -> tuple[tuple[str, str], ...]:
        """For a form: everybody else who is on the team today."""
        there = workers_on_team(self.actor, self.child_ref, is_now=True, now=self.now)
        return tuple((ref, name) for ref, name in there.items() if ref != self.actor.ref)


def require_hearer(hearers: Hearers, hearer: str, *, shown: str) -> None:
    """Somebody whom the writer sees on the team, or as they were shown it; the same answer for everybody else."""
    if hearer not in ("", A_WORKER, shown) and hearer not in hearers.known:
        raise CannotRecord(NOT_ON_TEAM)
