"""Stored rows of the directory. An entry's earlier versions stay, so that each can be put back."""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded, SortKeyField

NAME, NEED, TEXT, PLACE = "n", "c", "t", "p"


class CountyData(Guarded):
    """One version of the county's own data of one kind: thresholds, areas, words people use, how long a check lasts."""

    kind = models.CharField(max_length=20)
    version = models.CharField(max_length=60)
    valid_from = models.DateField()
    body = models.JSONField()
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="one_county_data_per_version")]


class Provider(Aggregate):
    """Who gives help: an agency of the partnership, which `agencies` knows, or anybody else."""

    feed_id = models.CharField(max_length=60, unique=True)
    agency = models.ForeignKey("agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    sort_key = SortKeyField(max_length=300)
    facts = models.JSONField()


class Service(Aggregate):
    """One entry as it stands; `facts` are the fields of its projection."""

    feed_id = models.CharField(max_length=60, unique=True)
    provider = models.ForeignKey("directory.Provider", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    sort_key = SortKeyField(max_length=300)
    assured_on = models.DateField(null=True)
    is_taken_out = models.BooleanField(default=False)
    facts = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["is_taken_out", "sort_key"], name="directory_by_name")]


class ServiceVersion(Guarded):
    """An entry as it stood from this version on."""

    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    facts = models.JSONField()
    is_taken_out = models.BooleanField(default=False)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "version"], name="one_service_per_version")]


class ServiceWord(Guarded):
    """One folded word, or one need, under which an entry is found, and where it stands in the entry."""

    word = SortKeyField(max_length=40)
    place = models.CharField(max_length=1)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["word", "place", "service"], name="directory_by_word"),
        ]


class Follower(Guarded):
    """Who follows the changes of the thresholds, and which of them they have read."""

    user = models.OneToOneField("agencies.User", on_delete=models.PROTECT, related_name="+")
    is_following = models.BooleanField(default=True)
    seen = models.JSONField(default=list)
    since_at = models.DateTimeField()


class FeedLoad(Guarded):
    """A feed on its way in. What it brings is laid ready in parts that nobody reads, and stands from `published_at` on,
    all of it at one moment; then the parts are put in their places one by one."""

    feed = models.CharField(max_length=64)
    begun_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)


class StagedEntry(Guarded):
    """One provider or service of a feed as it is to stand, against the version of the row that stands (0 for none)."""

    load = models.ForeignKey("directory.FeedLoad", on_delete=models.PROTECT, related_name="+")
    is_service = models.BooleanField()
    ref = models.CharField(max_length=26)
    feed_id = models.CharField(max_length=60)
    base_version = models.PositiveIntegerField()
    is_taken_out = models.BooleanField(default=False)
    facts = models.JSONField()
    words = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["load", "is_service", "feed_id"], name="one_staged_entry_per_feed_id")
        ]
