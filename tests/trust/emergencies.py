"""What emergency looks leave behind, in the county of the route census: one of pru's to review, and ned without any."""

import datetime as dt

from kith.apps.access.models import EmergencyLook, Suspension
from kith.apps.audit.services import load
from kith.testing.factories import NOW, OPERATOR, Partnership


def what_looks_leave(county: Partnership) -> dict[str, str]:
    """Pru looked at Rae, with whom nobody works; max is to review it."""
    workers = county.loaded.workers
    with load("test.looks", by=OPERATOR, now=NOW, payload={}):
        look = EmergencyLook(
            user_id=workers["pru"],
            subject_id=county.subject_ids["rae"],
            reason="may_be_hurt",
            words="A caller says she left home.",
            opened_at=NOW,
            until_at=NOW + dt.timedelta(hours=4),
            organisation_id=county.loaded.organisations["council"],
            reviewer_id=workers["max"],
            review_due_on=NOW.date() + dt.timedelta(days=2),
            escalates_on=NOW.date() + dt.timedelta(days=7),
        )
        look.save()
        suspension = Suspension(user_id=workers["ned"], why="too_many", since_at=NOW)
        suspension.save()
    return {"look_ref": str(look.ref), "suspension_ref": str(suspension.ref), "worker_ref": county.actor("pru").ref}
