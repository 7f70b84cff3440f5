"""How each regular job stands; nothing about anybody is here, so that no audit row belongs to it."""

from django.db import models

from kith.apps.upkeep.rules import Past

LONGEST_SAID = 300


class JobRow(models.Model):
    """One job. A worker takes it by writing itself in, and holds it for as long as the job may take."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=40, unique=True)
    known_at = models.DateTimeField()
    holder = models.CharField(max_length=26, default="")
    held_until = models.DateTimeField(null=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    went_well = models.BooleanField(default=True)
    said = models.CharField(max_length=LONGEST_SAID, default="")
    well_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    failed_said = models.CharField(max_length=LONGEST_SAID, default="")

    @property
    def past(self) -> Past:
        return Past(
            known_at=self.known_at,
            began_at=self.began_at,
            ended_at=self.ended_at,
            held_until=self.held_until,
            went_well=self.went_well,
            well_at=self.well_at,
        )
