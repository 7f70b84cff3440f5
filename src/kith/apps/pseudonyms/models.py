"""The stored rows of stand-ins: sets, and who or what each stand-in is for."""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded
from kith.kernel.text import LIMITS

LONGEST_CODE = 24
LONGEST_MARK = 64


class StandInSet(Aggregate):
    """Stand-ins for one child's record and one purpose. `sealed` holds its key and by how many days its copies are
    moved; once it is empty the set has ended, and nobody can turn a copy back. `code` stands in every copy."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=LONGEST_CODE, unique=True)
    purpose = models.CharField(max_length=LONGEST_CODE)
    what_for = models.CharField(max_length=LIMITS["line"])
    people = models.CharField(max_length=LONGEST_CODE)
    dates = models.CharField(max_length=LONGEST_CODE)
    ends_on = models.DateField(db_index=True)
    sealed = models.TextField()
    made_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        indexes = [models.Index(fields=["subject", "made_at"], name="stand_ins_of_a_child")]


class StandIn(Guarded):
    """One stand-in of a set. `mark` tells whose it is to the holder of the set's key alone; `sealed` the word, and what
    it stands for where that is no person. People are found by their subject, so that their merging and destroying
    reaches them here too."""

    of_set = models.ForeignKey("pseudonyms.StandInSet", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=LONGEST_CODE)
    mark = models.CharField(max_length=LONGEST_MARK)
    subject = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+")
    sealed = models.TextField()
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of_set", "mark"], name="one_stand_in_each")]
