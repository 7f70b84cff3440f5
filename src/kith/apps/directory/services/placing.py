"""Putting what a published feed has laid ready in its place: a part at a time, each in a transaction of its own."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.directory import events, models
from kith.apps.directory.agencies_by_name import AgenciesByName
from kith.apps.directory.entries import entry_of, provider_of
from kith.apps.directory.filling import fill, fill_provider
from kith.apps.directory.queries.standing import published
from kith.apps.directory.services.writing import keep_versions, keep_words

AT_ONCE = 20
"""Entries in one transaction: with their words they take well under a tenth of a second."""


def put_in_place(*, by: Doer, now: dt.datetime) -> None:
    """Everything that is published and not in its place yet, also of a load that was stopped; readers see no change."""
    while staged := list(published().order_by("pk")[:AT_ONCE]):
        with load(events.FEED_PUT_IN_PLACE, by=by, now=now, payload={"entries": len(staged)}):
            place(_held(staged), now)


def place_one(ref: str, now: dt.datetime) -> None:
    """Inside a deed on one service."""
    staged = list(published().filter(ref=ref, is_service=True))
    if staged:
        wanted = published().filter(is_service=False, feed_id__in=[one.facts["provider_id"] for one in staged])
        place(_held([*wanted, *staged]), now)


def _held(staged: Sequence[models.StagedEntry]) -> list[models.StagedEntry]:
    """Locked, so that no two put one part in its place; taken away as soon as the transaction ends."""
    keys = [one.pk for one in staged]
    held = list(models.StagedEntry.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    models.StagedEntry.objects.filter(pk__in=keys).delete()
    return held


def place(staged: Sequence[models.StagedEntry], now: dt.datetime) -> None:
    """Inside a deed or a load. Providers first, so that each service finds its own."""
    _place_providers([one for one in staged if not one.is_service])
    _place_services([one for one in staged if one.is_service], now)


def _place_providers(staged: Sequence[models.StagedEntry]) -> None:
    standing = {row.feed_id: row for row in models.Provider.objects.filter(feed_id__in=[one.feed_id for one in staged])}
    agencies = AgenciesByName() if staged else None
    for one in staged:
        told = provider_of(one.facts)
        row = standing.get(one.feed_id) or models.Provider(ref=one.ref, feed_id=one.feed_id, version=0)
        if row.pk is None and agencies:
            row.agency_id = agencies.id_of(told.name)
        row.version += 1
        fill_provider(row, told).save()


def _place_services(staged: Sequence[models.StagedEntry], now: dt.datetime) -> None:
    standing = {row.feed_id: row for row in models.Service.objects.filter(feed_id__in=[one.feed_id for one in staged])}
    wanted = {one.facts["provider_id"] for one in staged}
    providers = {row.feed_id: row for row in models.Provider.objects.filter(feed_id__in=wanted)}
    rows = []
    for one in staged:
        row = standing.get(one.feed_id) or models.Service(ref=one.ref, feed_id=one.feed_id, version=0)
        row.version, row.is_taken_out = row.version + 1, one.is_taken_out
        row.provider = providers[one.facts["provider_id"]]
        rows.append(fill(row, entry_of(one.facts)))
    models.Service.objects.bulk_create([row for row in rows if row.feed_id not in standing])
    for row in standing.values():
        row.save()
    keep_versions(rows, now)
    keep_words(rows, [[(word, place) for word, place in one.words] for one in staged])
