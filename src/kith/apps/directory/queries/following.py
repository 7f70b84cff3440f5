"""Who follows the thresholds, and what they have not read of their changes."""

import datetime as dt

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor
from kith.apps.directory import models
from kith.apps.directory.projections import ThresholdChange, ThresholdNews
from kith.apps.directory.queries.thresholds import threshold_changes
from kith.apps.records.base import prepared
from kith.kernel.days import day_words

MOST_NEWS = 3


def threshold_news(actor: Actor, *, on: dt.date) -> ThresholdNews:
    """What the worker's own first page says; whoever does not follow costs one look."""
    row = next(iter(_following(user_id=actor.id)), None)
    if row is None:
        return ThresholdNews(is_following=False)
    seen = set(row.seen)
    unread = [change for change in threshold_changes() if change.id not in seen]
    return ThresholdNews(is_following=True, unread=tuple(_said(change, on) for change in unread[:MOST_NEWS]))


@prepared
def _following(*, user_id: int) -> QuerySet[models.Follower]:
    return models.Follower.objects.filter(user_id=user_id, is_following=True)


def _said(change: ThresholdChange, on: dt.date) -> str:
    changes = "changes" if change.on > on else "changed"
    return f"{change.about}: the threshold {changes} on {day_words(change.on)}."
