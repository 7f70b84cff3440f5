"""Tokens by subject."""

from django.db import models

from kith.apps.records.base import Guarded, SortKeyField

NAME, SOUND, YEAR, POSTCODE = "n", "s", "y", "p"


class Token(Guarded):
    """One folded word (or sound, year, postcode) under which a subject is found."""

    kind = models.CharField(max_length=1)
    token = SortKeyField(max_length=40)
    subject = models.PositiveBigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "token", "subject"], name="search_by_token"),
            models.Index(fields=["subject"], name="search_by_subject"),
        ]
