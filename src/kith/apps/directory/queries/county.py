"""The county's data in force on a day: its words and places, and how long a check lasts."""

import datetime as dt

from kith.apps.directory import models
from kith.apps.directory.county_files import Body, shipped
from kith.apps.directory.words_of_county import CountyWords, county_words

OF_QUESTIONS = ("asked_words", "areas", "keeping")


def words_in_force(on: dt.date) -> CountyWords:
    return county_words(bodies_in_force(OF_QUESTIONS, on))


def bodies_in_force(kinds: tuple[str, ...], on: dt.date) -> dict[str, Body]:
    """By kind, the latest of the county's own, or what Kith brings."""
    rows = models.CountyData.objects.filter(kind__in=kinds, valid_from__lte=on).order_by("valid_from", "pk")
    own = {row.kind: row.body for row in rows}
    return {kind: own.get(kind) or shipped(kind) for kind in kinds}
