"""Writing entries into rows, always inside a deed or load: the row, its version, and the words it is found under."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence

from kith.apps.directory import models
from kith.apps.directory.ranking import words_under
from kith.apps.directory.words_of_county import CountyWords
from kith.apps.records.base import insert_values
from kith.engines.referral_feeds import ServiceEntry

_SPACE = uuid.UUID("0d0a2a52-7a0c-5a0d-8a3e-5b7d3f1f2c90")
GONE = ("inactive", "defunct")


def id_for(ref: str) -> str:
    """The id by which an entry of our own is known in feeds."""
    return str(uuid.uuid5(_SPACE, ref))


def keep_versions(rows: Iterable[models.Service], now: dt.datetime) -> None:
    models.ServiceVersion.objects.bulk_create(
        models.ServiceVersion(
            service=row, version=row.version, facts=row.facts, is_taken_out=row.is_taken_out, set_at=now
        )
        for row in rows
    )


def index(pairs: Iterable[tuple[models.Service, ServiceEntry]], county: CountyWords) -> None:
    """Find these under their words, and under no others."""
    known = list(pairs)
    keep_words([row for row, _ in known], [words_under(entry, row.provider.name, county) for row, entry in known])


def keep_words(rows: Sequence[models.Service], words: Sequence[Iterable[tuple[str, str]]]) -> None:
    """The words of each of these rows, already worked out."""
    models.ServiceWord.objects.filter(service__in=[row.pk for row in rows]).delete()
    found = [(word, place, row.pk) for row, under in zip(rows, words, strict=True) for word, place in sorted(under)]
    insert_values(models.ServiceWord, ("word", "place", "service"), found)
