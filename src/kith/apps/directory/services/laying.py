"""Laying a feed ready in parts that nobody reads, and publishing all of it by one row."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.directory import events, models
from kith.kernel.errors import KithError

AT_ONCE = 50
CLEARED_AT_ONCE = 500


class ChangedMeanwhile(KithError):
    """Somebody changed an entry, or brought another feed in, while this one was laid ready."""


def lay_ready(entries: Iterable[models.StagedEntry], feed: str, *, by: Doer, now: dt.datetime) -> models.FeedLoad:
    """A part at a time. What a stopped load had laid ready is taken away first: it was never published."""
    _clear_unpublished(by=by, now=now)
    told = models.FeedLoad(feed=feed, begun_at=now)
    for part in _parts(list(entries)):
        with load(events.FEED_LAID_READY, by=by, now=now, payload={"feed": feed, "entries": len(part)}):
            _lay(told, part)
    return told


def _lay(told: models.FeedLoad, part: Sequence[models.StagedEntry]) -> None:
    if told.pk is None:
        told.save(force_insert=True)
    for one in part:
        one.load = told
    models.StagedEntry.objects.bulk_create(part)


def publish(told: models.FeedLoad, count: int, *, now: dt.datetime) -> None:
    """Inside the deed: from this row on the whole feed stands. Raises ChangedMeanwhile where it was laid against
    something that stands no longer."""
    laid = models.StagedEntry.objects.filter(load=told)
    if laid.count() != count or any(_moved(laid, model) for model in (models.Service, models.Provider)):
        raise ChangedMeanwhile("The directory was changed while this feed came in. Bring it in once more.")
    models.FeedLoad.objects.filter(pk=told.pk).update(published_at=now)


def _moved(laid: QuerySet[models.StagedEntry], model: type[models.Service] | type[models.Provider]) -> bool:
    """Whether a row is no longer of the version against which its entry was laid."""
    standing = model.objects.filter(feed_id=OuterRef("feed_id")).values("version")[:1]
    ours = laid.filter(is_service=model is models.Service).annotate(stands=Coalesce(Subquery(standing), 0))
    return ours.exclude(stands=F("base_version")).exists()


def _clear_unpublished(*, by: Doer, now: dt.datetime) -> None:
    stopped = models.StagedEntry.objects.filter(load__published_at=None)
    while keys := list(stopped.values_list("pk", flat=True)[:CLEARED_AT_ONCE]):
        with load(events.FEED_CLEARED, by=by, now=now, payload={"entries": len(keys)}):
            models.StagedEntry.objects.filter(pk__in=keys).delete()


def _parts(entries: Sequence[models.StagedEntry]) -> Iterator[Sequence[models.StagedEntry]]:
    for start in range(0, len(entries), AT_ONCE):
        yield entries[start : start + AT_ONCE]
