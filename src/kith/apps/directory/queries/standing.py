"""The services as they stand: the rows, and over them what a published feed has not put in its place yet.

Mostly there is nothing of the kind, and one question tells. What is laid ready is read before the rows: a part that is
put in its place in between is then met twice, and counted once, and never missed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.directory import models
from kith.apps.directory.agencies_by_name import AgenciesByName
from kith.apps.directory.filling import provider_from, service_from
from kith.apps.records.base import remembered


@dataclass(frozen=True, slots=True)
class Over:
    """What stands over the rows, by ids of feeds; its services have keys below zero."""

    services: dict[str, models.Service]
    providers: dict[str, models.Provider]
    words: dict[int, tuple[tuple[str, str], ...]]


NOTHING_OVER = Over({}, {}, {})


def over_the_rows() -> Over:
    return remembered("feeds that are published", _over)


def published() -> QuerySet[models.StagedEntry]:
    """What feeds that are published have laid ready and nobody has put in its place yet."""
    return models.StagedEntry.objects.exclude(load__published_at=None)


def _over() -> Over:
    staged = list(published().order_by("pk"))
    if not staged:
        return NOTHING_OVER
    agencies, told = AgenciesByName(), [one for one in staged if one.is_service]
    laid = [one for one in staged if not one.is_service]
    wanted = {one.facts["provider_id"] for one in told} | {one.feed_id for one in laid}
    known = {row.feed_id: row for row in models.Provider.objects.filter(feed_id__in=wanted)}
    agency_of = {feed_id: row.agency_id for feed_id, row in known.items()}
    providers = {
        one.feed_id: provider_from(one, agency_of.get(one.feed_id) or agencies.id_of(one.facts["name"])) for one in laid
    }
    known |= providers
    services = {one.feed_id: service_from(one, known[one.facts["provider_id"]]) for one in told}
    return Over(services, providers, {-one.pk: tuple((word, place) for word, place in one.words) for one in told})


def rows_that_stand() -> QuerySet[models.Service]:
    return models.Service.objects.filter(is_taken_out=False)


def keys_that_stand() -> Iterable[int]:
    over = over_the_rows()
    return (*_from_rows(over), *(row.pk for row in _standing_over(over)))


def how_many_stand() -> int:
    over = over_the_rows()
    return len(list(keys_that_stand())) if over.services else rows_that_stand().count()


def words_that_stand(tokens: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """(key, word, where) of everything that stands and holds one of these words."""
    over, wanted = over_the_rows(), set(tokens)
    found = models.ServiceWord.objects.filter(word__in=tokens, service__is_taken_out=False)
    if not over.services:
        yield from found.values_list("service_id", "word", "place")
        return
    kept = set(_from_rows(over))
    yield from (one for one in found.values_list("service_id", "word", "place") if one[0] in kept)
    for row in _standing_over(over):
        yield from ((row.pk, word, place) for word, place in over.words[row.pk] if word in wanted)


def services_by_key(keys: Iterable[int]) -> dict[int, models.Service]:
    over, wanted = over_the_rows(), set(keys)
    rows = rows_that_stand().filter(pk__in=[key for key in wanted if key > 0]).select_related("provider")
    found = {row.pk: _with_provider(row, over) for row in rows if row.feed_id not in over.services}
    return found | {row.pk: row for row in _standing_over(over) if row.pk in wanted}


def all_that_stand() -> list[models.Service]:
    """In the order of their names."""
    over = over_the_rows()
    rows = rows_that_stand().order_by("sort_key", "pk").select_related("provider")
    kept = [_with_provider(row, over) for row in rows if row.feed_id not in over.services]
    return sorted([*kept, *_standing_over(over)], key=lambda row: row.sort_key) if over.services else kept


def service_that_stands(ref: str) -> models.Service | None:
    """One entry, also where it is taken out."""
    over = over_the_rows()
    laid = next((row for row in over.services.values() if row.ref == ref), None)
    if laid is not None:
        return laid
    row = models.Service.objects.filter(ref=ref).select_related("provider").first()
    return _with_provider(row, over) if row else None


def _from_rows(over: Over) -> list[int]:
    rows = rows_that_stand().values_list("pk", "feed_id")
    return [pk for pk, feed_id in rows if feed_id not in over.services]


def _standing_over(over: Over) -> list[models.Service]:
    return [row for row in over.services.values() if not row.is_taken_out]


def _with_provider(row: models.Service, over: Over) -> models.Service:
    changed = over.providers.get(row.provider.feed_id)
    if changed is not None:
        row.provider = changed
    return row
