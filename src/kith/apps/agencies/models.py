"""Organisations, teams, users and dated team memberships."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from kith.apps.records.base import Aggregate, Guarded, Record, SortKeyField, next_ref


class Organisation(Aggregate):
    """An agency of the partnership; each has its own audit chain."""

    name = models.CharField(max_length=200)
    sort_key = SortKeyField(max_length=200)
    kind = models.CharField(max_length=40)


class Team(Record):
    """A team of an agency, with the number to ring."""

    organisation = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=40, default="")  # "front-door" is the one the system itself looks for
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, default="")


class UserManager(BaseUserManager["User"]):
    """Finds users by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who signs in. The framework saves its own fields (password), so this row is not gated."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=26, unique=True, default=next_ref, editable=False)
    email = models.EmailField(unique=True)
    given = models.CharField(max_length=100)
    family = models.CharField(max_length=100)
    job_title = models.CharField(max_length=100, default="")
    organisation = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    clearance = models.PositiveSmallIntegerField(default=1)
    is_active = models.BooleanField(default=True)
    last_login = None

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = UserManager()

    def __str__(self) -> str:
        return self.ref


class TeamMembership(Guarded):
    """Somebody's time in a team, half-open."""

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    since_on = models.DateField()
    until_on = models.DateField(null=True)


class FirstCode(Guarded):
    """The code with which somebody chooses their first password; it works once, and is gone with it."""

    user = models.OneToOneField("agencies.User", on_delete=models.CASCADE, related_name="+")
    code_hash = models.CharField(max_length=128)
    until_at = models.DateTimeField()
