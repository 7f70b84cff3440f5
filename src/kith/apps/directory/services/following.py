"""Following the thresholds: a worker's own choice, put on record as every deed."""

import datetime as dt

from kith.apps.access.queries import require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.directory import events, models
from kith.apps.directory.actions import READ
from kith.apps.directory.queries.thresholds import threshold_changes


def follow_thresholds(*, by: Actor, now: dt.datetime) -> None:
    """From now on their first page says what changes; what changed before counts as read."""
    _keep(by, events.FOLLOWED, now, is_following=True)


def stop_following_thresholds(*, by: Actor, now: dt.datetime) -> None:
    _keep(by, events.UNFOLLOWED, now, is_following=False)


def mark_changes_read(*, by: Actor, now: dt.datetime) -> None:
    """Everything told so far is read; whoever does not follow has nothing to mark."""
    require_by_role(by, READ, now=now)
    if models.Follower.objects.filter(user_id=by.id, is_following=True).exists():
        _keep(by, events.NEWS_READ, now, is_following=True)


def _keep(by: Actor, event: str, now: dt.datetime, *, is_following: bool) -> None:
    decision = require_by_role(by, READ, now=now)
    with deed(event, by=by, now=now, decision=decision):
        row = models.Follower.objects.filter(user_id=by.id).first() or models.Follower(user_id=by.id, since_at=now)
        row.is_following = is_following
        row.seen = [change.id for change in threshold_changes()]
        row.save()
