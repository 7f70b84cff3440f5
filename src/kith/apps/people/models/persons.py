"""Persons and what is known of them over time."""

from django.db import models

from kith.apps.people.models.facts import Fact
from kith.apps.people.models.fields import PartialDateField
from kith.apps.records.base import Guarded, SortKeyField
from kith.kernel.text import LIMITS


class Person(Guarded):
    """Anybody in a network: child, unborn or lost child, adult, professional without a sign-in, pet, or half known."""

    subject = models.OneToOneField("access.Subject", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=12)
    sort_key = SortKeyField(max_length=LIMITS["name"])
    provisional = models.BooleanField(default=False)
    unknown = models.BooleanField(default=False)
    sex = models.CharField(max_length=1, default="")
    gender = models.CharField(max_length=60, default="")
    pronouns = models.CharField(max_length=40, default="")
    birth = PartialDateField()
    death = PartialDateField()
    has_died = models.BooleanField(default=False)
    loss = models.CharField(max_length=12, default="")  # stillbirth, miscarriage or abortion
    ethnicity = models.CharField(max_length=8, default="")
    note = models.CharField(max_length=LIMITS["name"], default="")
    told_by = models.CharField(max_length=LIMITS["name"], default="")
    told_by_subject = models.ForeignKey(
        "access.Subject", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    told_on = PartialDateField()
    certainty = models.CharField(max_length=10, default="sure")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    withdrawn_why = models.CharField(max_length=LIMITS["line"], default="")

    class Meta:
        indexes = [models.Index(fields=["sort_key", "subject"], name="people_by_name")]


class PersonName(Fact):
    """One name for a time: legal, known as, or previous."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    text = models.CharField(max_length=LIMITS["name"])
    given = models.CharField(max_length=LIMITS["name"], default="")
    family = models.CharField(max_length=LIMITS["name"], default="")
    since = PartialDateField()
    until = PartialDateField()


class Language(Fact):
    """A language somebody uses, its place among theirs (the first used most), and whether they need an interpreter."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField(default=0)
    code = models.CharField(max_length=12)
    needs_interpreter = models.BooleanField(default=False)


class Address(Fact):
    """Where a person or a household lived, for a time."""

    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey("people.Household", null=True, on_delete=models.PROTECT, related_name="+")
    lines = models.CharField(max_length=LIMITS["line"])
    postcode = models.CharField(max_length=LIMITS["postcode"], default="")
    since = PartialDateField()
    until = PartialDateField()


class Identifier(Fact):
    """A number somebody issued. Not unique: a second record with the same number is for matching to look at."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=LIMITS["identifier"])
    issuer = models.CharField(max_length=LIMITS["name"], default="")
