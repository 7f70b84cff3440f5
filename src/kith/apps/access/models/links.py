"""Share links: a published snapshot of chosen facts for one reader outside, opened by a token and a code."""

from django.db import models

from kith.apps.records.base import Guarded, Record
from kith.kernel.text import LIMITS


class ShareLink(Record):
    """One snapshot for one reader. Neither the token nor the code is stored, only what they hash to."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    reader_part = models.CharField(max_length=12)  # young_person, parent, family
    page_set = models.CharField(max_length=20)
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=160)
    code_for = models.CharField(max_length=LIMITS["name"])
    snapshot = models.TextField()
    is_easy_read = models.BooleanField(default=False)
    published_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    published_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    most_visits = models.PositiveSmallIntegerField()
    visits = models.PositiveSmallIntegerField(default=0)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=20, default="")
    ended_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)


class LinkSubject(Guarded):
    """Whom and which record a snapshot tells of: a new seal on any of them ends the link."""

    link = models.ForeignKey("access.ShareLink", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    record_ref = models.CharField(max_length=26, default="", db_index=True)


class LinkVisit(Guarded):
    """One browser that gave the right code, for a short time; its secret is stored hashed."""

    link = models.ForeignKey("access.ShareLink", on_delete=models.PROTECT, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    since_at = models.DateTimeField()
    until_at = models.DateTimeField()
