"""The stored rows of own pages: when a young person told us, each part in its versions, and who may read it."""

from django.db import models

from kith.apps.records.base import Guarded, Record
from kith.kernel.text import LIMITS

LONGEST_CODE = 24


class OfChild(Record):
    """A row about one child; when two records are one person it knows by which merge it came."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        abstract = True


class Telling(OfChild):
    """One time that the young person told somebody: on which day, in which way, to whom, and who chose the readers."""

    on_day = models.DateField()
    way = models.CharField(max_length=LONGEST_CODE, default="")  # empty where they only said that it is still right
    heard_by = models.CharField(max_length=LIMITS["name"], default="")  # empty: whoever wrote it down
    chose = models.CharField(max_length=LONGEST_CODE, default="")
    chose_words = models.CharField(max_length=LIMITS["line"], default="")


class Part(OfChild):
    """The words of one section in one version. A newer one of the same thread ends it and begins; none is written over.

    Two parts of one section stand side by side where whoever wrote the second could not see the first.
    """

    telling = models.ForeignKey("ownpages.Telling", on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey("ownpages.Telling", null=True, on_delete=models.PROTECT, related_name="+")
    thread = models.CharField(max_length=26)  # the ref of its first version
    section = models.CharField(max_length=LONGEST_CODE)
    text = models.TextField()
    readers = models.CharField(max_length=LONGEST_CODE)


class NamedReader(Guarded):
    """A worker whom the young person named for one part: as one of its only readers, or as somebody it is kept from."""

    part = models.ForeignKey("ownpages.Part", on_delete=models.PROTECT, related_name="+")
    worker_ref = models.CharField(max_length=26)


class StillRight(Guarded):
    """A part that stood unchanged when the young person told us again: from then on it is as old as that day."""

    part = models.ForeignKey("ownpages.Part", on_delete=models.PROTECT, related_name="+")
    telling = models.ForeignKey("ownpages.Telling", on_delete=models.PROTECT, related_name="+")
