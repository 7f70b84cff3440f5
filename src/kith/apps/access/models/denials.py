"""Denials that win over every rule that opens: seals, which are closed lists, and conflicts of interest."""

from django.db import models

from kith.apps.records.base import Guarded, Record
from kith.kernel.text import LIMITS


class Seal(Record):
    """A closed list over whole subjects or single records. It works from the moment one person sets it."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    outsiders = models.CharField(max_length=8, default="nothing")
    why = models.CharField(max_length=LIMITS["line"])
    set_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    set_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    confirmed_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)
    unread_since = models.DateTimeField(null=True)  # since when nobody on its list can read what it covers

    class Meta:
        indexes = [models.Index(fields=["lifted_at", "set_at"], name="seals_by_time")]


class SealScope(Guarded):
    """What a seal covers: a whole subject, or (with a record's ref) one record about the subject."""

    seal = models.ForeignKey("access.Seal", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    record_kind = models.CharField(max_length=20, default="")
    record_ref = models.CharField(max_length=26, default="")
    merge = models.ForeignKey("access.Merge", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    until_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "record_ref", "seal"], name="sealed_by_subject"),
            models.Index(fields=["record_ref", "seal"], name="sealed_by_record"),
        ]


class SealReader(Guarded):
    """One name on a seal's closed list."""

    seal = models.ForeignKey("access.Seal", on_delete=models.PROTECT, related_name="+", db_index=False)
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "seal"], name="seals_by_reader")]
        constraints = [models.UniqueConstraint(fields=["seal", "user", "since_at"], name="seal_reader_once")]


class SealExclusion(Guarded):
    """Somebody whom the sealed thing must never reach, by no letter, link or file."""

    seal = models.ForeignKey("access.Seal", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    merge = models.ForeignKey("access.Merge", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    until_at = models.DateTimeField(null=True)


class Conflict(Record):
    """A worker is close to a subject in their own life: nothing of that case opens to them."""

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=10)  # declared, noted, detected
    noted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    merge = models.ForeignKey("access.Merge", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["user", "noted_at", "ended_at", "subject"], name="conflicts_by_user")]


class StaffEntry(Guarded):
    """What an agency told of a worker's own life, sealed: by it Kith finds whom they are close to."""

    user = models.OneToOneField("agencies.User", on_delete=models.PROTECT, related_name="+")
    sealed = models.TextField()
    loaded_at = models.DateTimeField()
