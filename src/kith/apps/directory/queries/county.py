"""The county's data in force on a day: its words and places, and how long a check lasts."""

import datetime as dt
from collections.abc import Collection

from django.db.models import QuerySet

from kith.apps.directory import models
from kith.apps.directory.county_files import Body, shipped
from kith.apps.directory.cover_words import read_cover
from kith.apps.directory.projections import CoverData
from kith.apps.directory.words_of_county import CountyWords, county_words, read_keeping
from kith.apps.records.base import prepared, remembered

OF_QUESTIONS = ("asked_words", "areas", "keeping")


def words_in_force(on: dt.date) -> CountyWords:
    return county_words(bodies_in_force(OF_QUESTIONS, on))


def stale_after_days(on: dt.date) -> int:
    return read_keeping(bodies_in_force(("keeping",), on)["keeping"]).stale_after_days


def cover_in_force(on: dt.date) -> CoverData:
    """Looked up once for an answer."""
    return remembered(("cover", on), lambda: read_cover(bodies_in_force(("cover",), on)["cover"]))


def bodies_in_force(kinds: tuple[str, ...], on: dt.date) -> dict[str, Body]:
    """By kind, the county's own, or what Kith brings."""
    own = own_in_force(kinds, on)
    return {kind: own.get(kind) or shipped(kind) for kind in kinds}


def own_in_force(kinds: tuple[str, ...], on: dt.date) -> dict[str, Body]:
    """By kind, the latest that the county itself has loaded."""
    return {row.kind: row.body for row in _in_force(kinds=kinds, on=on)}


@prepared
def _in_force(*, kinds: Collection[str], on: dt.date) -> QuerySet[models.CountyData]:
    return models.CountyData.objects.filter(kind__in=kinds, valid_from__lte=on).order_by("valid_from", "pk")
