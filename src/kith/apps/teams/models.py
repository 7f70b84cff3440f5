"""Stored rows of teams: places, absences with their cover, and who asked whom. Dates are half-open."""

from typing import Any

from django.db import models

from kith.apps.records.base import Aggregate, Guarded, Record
from kith.kernel.text import LIMITS


def _row(to: str, **options: Any) -> Any:
    return models.ForeignKey(to, on_delete=models.PROTECT, related_name="+", **options)


class TeamPlace(Aggregate):
    """A place on a child's team. Of somebody who signs in, the dates that count are those of their involvement."""

    subject = _row("access.Subject")
    user = _row("agencies.User", null=True, db_index=False)
    name = models.CharField(max_length=LIMITS["name"], default="")  # of a professional without an account
    role = models.CharField(max_length=LIMITS["name"], default="")
    agency = models.CharField(max_length=LIMITS["name"], default="")
    reach = models.CharField(max_length=LIMITS["name"], default="")
    with_subject = _row("access.Subject", null=True)  # the parent or other adult they work with; else the child
    basis = models.CharField(max_length=40)
    is_trusted = models.BooleanField(null=True)
    trust_said_by = models.CharField(max_length=LIMITS["name"], default="")
    asked_by = models.CharField(max_length=LIMITS["name"], default="")
    joined_by = _row("agencies.User", null=True, db_index=False)  # nobody, where the place was there before its words
    since_on = models.DateField()
    until_on = models.DateField(null=True)
    work_until_on = models.DateField(null=True)  # when the involvement was to end before this place was left
    recorded_by = _row("agencies.User", db_index=False)
    recorded_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")
    with_merge_ref = models.CharField(max_length=26, default="")  # by which merge the adult became another

    class Meta:
        indexes = [models.Index(fields=["user", "recorded_at"], name="places_of_a_worker")]


class Absence(Aggregate):
    """When a worker is away, for all children they work with; of a professional without an account, on one team."""

    user = _row("agencies.User", null=True, db_index=False)
    place = _row("teams.TeamPlace", null=True)
    since_on = models.DateField()
    until_on = models.DateField(null=True)  # the first day back
    cover_user = _row("agencies.User", null=True, db_index=False)
    cover_name = models.CharField(max_length=LIMITS["name"], default="")
    cover_reach = models.CharField(max_length=LIMITS["name"], default="")
    recorded_by = _row("agencies.User", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = _row("agencies.User", null=True, db_index=False)

    class Meta:
        indexes = [models.Index(fields=["user", "until_on"], name="absences_of_a_worker")]


class CoverForOne(Guarded):
    """Somebody else covers an absence for one child."""

    absence = _row("teams.Absence")
    subject = _row("access.Subject")
    cover_user = _row("agencies.User", null=True, db_index=False)
    cover_name = models.CharField(max_length=LIMITS["name"], default="")
    cover_reach = models.CharField(max_length=LIMITS["name"], default="")
    ended_at = models.DateTimeField(null=True)
    merge_ref = models.CharField(max_length=26, default="")


class JoinAsk(Record):
    """A worker who works with an adult asks the team of a child round that adult to be let in."""

    subject = _row("access.Subject")
    adult = _row("access.Subject")
    asked_by = _row("agencies.User", db_index=False)
    words = models.CharField(max_length=LIMITS["line"], default="")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = _row("agencies.User", null=True, db_index=False)
    was_let_in = models.BooleanField(default=False)
    merge_ref = models.CharField(max_length=26, default="")
    adult_merge_ref = models.CharField(max_length=26, default="")


class AdviserAsk(Record):
    """A worker asks the adviser for the years from 16 to 25 about a young person."""

    subject = _row("access.Subject")
    adviser = _row("agencies.User")
    asked_by = _row("agencies.User", db_index=False)
    words = models.CharField(max_length=LIMITS["line"])
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    merge_ref = models.CharField(max_length=26, default="")
