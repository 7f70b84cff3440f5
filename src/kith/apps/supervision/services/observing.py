"""That a meeting was watched, and how it was led: given to those who lead it, counted for everybody else."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.access.queries import NothingHere, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.supervision import events
from kith.apps.supervision.actions import OBSERVE
from kith.apps.supervision.models import Observation, Observed, Request
from kith.apps.supervision.rules import CannotSupervise
from kith.apps.supervision.sight import held, invited_ids
from kith.apps.supervision.vocabulary import points, seen_answers, supervision_data
from kith.kernel.text import LIMITS, cleaned


def note_observed(
    *, by: Actor, request_ref: str, seen: Mapping[str, str], strengths: str, to_try: str, now: dt.datetime
) -> None:
    """Against the list of what good looks like; by somebody who is not in the meeting themselves, once."""
    decision = require_by_role(by, OBSERVE, now=now)
    if set(seen) != set(points()) or not set(seen.values()) <= set(seen_answers()):
        raise CannotSupervise("Say of each line whether you saw it.")
    kept = cleaned(strengths, limit=LIMITS["line"]), cleaned(to_try, limit=LIMITS["line"])
    with deed(events.OBSERVED, by=by, now=now, decision=decision) as act:
        request = held(request_ref)
        if not may_be_observed(by, request):
            raise NothingHere
        if Observation.objects.filter(request=request, observed_by_id=by.id).exists():
            raise CannotSupervise("You have written this down already.")
        row = Observation(request=request, observed_by_id=by.id, observed_at=now, strengths=kept[0], to_try=kept[1])
        row.version = supervision_data()["observing"]["version"]
        row.save(force_insert=True)
        for point, answer in seen.items():
            Observed(observation=row, point=point, seen=answer).save(force_insert=True)
        act.notes(request=request.ref, observation=row.ref)


def may_be_observed(by: Actor, row: Request) -> bool:
    """One that happened, and in which the observer has no part."""
    return row.happened_on is not None and by.id not in invited_ids(row)
