"""Who wrote words that hold something sealed without being on the seal's list."""

from django.db import models

from kith.apps.records.base import Guarded


class OwnWords(Guarded):
    """One place in which somebody wrote, by chance or as a guess, what is sealed: to them it stays as they left it.

    A place is the ref of a record and the part of it that they wrote; without a part it is the record itself.
    """

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "place"], name="own_words_once")]
