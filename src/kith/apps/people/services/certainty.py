"""How sure we are of who somebody is: provisional until somebody knows."""

import datetime as dt

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people import actions, events
from kith.apps.people.services.rows import held, save_version


def set_certainty(*, by: Actor, person_ref: str, is_sure: bool, expected_version: int, now: dt.datetime) -> None:
    """From a dashed outline to a whole one when somebody is sure, and back."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    with deed(events.CERTAINTY_SET, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        before = {"provisional": row.provisional, "certainty": row.certainty}
        row.provisional, row.certainty = not is_sure, "sure" if is_sure else "not_sure"
        save_version(row, now=now)
        act.changed(person_ref, before=before, after={"provisional": row.provisional, "certainty": row.certainty})
