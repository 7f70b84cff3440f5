"""The stored rows of drawn pictures: versions, what was placed on each, lines, faces, a photographed paper map, the
acts that can be undone, and what is on a tablet."""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded, Record
from kith.kernel.text import LIMITS

LONGEST_CODE = 24
LONGEST_KEY = 26
LONGEST_NAME = 36


class Picture(Aggregate):
    """One version of one picture of a child's: whose view it is, of which day, and who was there.

    Once it is finished it does not change any more; whoever goes on begins a version that follows it.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=LONGEST_CODE)
    look = models.CharField(max_length=LONGEST_CODE, default="")
    whose = models.CharField(max_length=LONGEST_CODE)
    view_of = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+")
    drawn_on = models.DateField()
    present = models.CharField(max_length=LIMITS["line"], default="")
    who_may_see = models.CharField(max_length=LIMITS["line"], default="")
    authors = models.JSONField(default=dict)
    follows = models.ForeignKey("pictures.Picture", null=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=LONGEST_KEY, default="")
    view_merge_ref = models.CharField(max_length=LONGEST_KEY, default="")


class OnPicture(Aggregate):
    """Something that stands on a picture. `key` stays the same from version to version."""

    picture = models.ForeignKey("pictures.Picture", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=LONGEST_KEY)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Placed(OnPicture):
    """Somebody or something placed on a picture: a person of the network, or a name alone; where, and in what words."""

    kind = models.CharField(max_length=LONGEST_CODE)
    person = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=LIMITS["name"], default="")
    words = models.CharField(max_length=LIMITS["line"], default="")
    why = models.CharField(max_length=LIMITS["line"], default="")
    workers_why = models.CharField(max_length=LIMITS["line"], default="")
    authors = models.JSONField(default=dict)
    part = models.CharField(max_length=LONGEST_CODE, default="")
    workers_part = models.CharField(max_length=LONGEST_CODE, default="")
    farness = models.PositiveSmallIntegerField(default=50)
    turn = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=LONGEST_CODE, default="sure")
    at_key = models.CharField(max_length=LONGEST_KEY, default="")
    period = models.CharField(max_length=LIMITS["date"], default="")
    again = models.CharField(max_length=LONGEST_CODE, default="")
    place = models.PositiveIntegerField(default=0)
    spot_x = models.PositiveSmallIntegerField(null=True)  # on the photograph, in thousandths of its width and height
    spot_y = models.PositiveSmallIntegerField(null=True)
    merge_ref = models.CharField(max_length=LONGEST_KEY, default="")


class Line(OnPicture):
    """A line between two that stand on a picture; from the centre where `a_key` is empty."""

    a_key = models.CharField(max_length=LONGEST_KEY, default="")
    b_key = models.CharField(max_length=LONGEST_KEY)
    kinds = models.JSONField(default=list)
    towards = models.CharField(max_length=LONGEST_CODE, default="")


class HandMade(OnPicture):
    """A stroke of a pen, a ring, or a sticker. `points` are x and y in turn, in thousandths of the picture; `place`
    is that of the last who was placed when it was made, for it may show any of them."""

    kind = models.CharField(max_length=LONGEST_CODE)
    what = models.CharField(max_length=LONGEST_CODE)
    width = models.CharField(max_length=LONGEST_CODE, default="")
    points = models.JSONField(default=list)
    around = models.JSONField(default=list)  # of a ring: the keys of whom it goes around, empty for the middle
    place = models.PositiveIntegerField(default=0)


class Face(OnPicture):
    """The round photograph or drawing of somebody who stands on a picture: `key` is theirs.

    `file_ref` is the small square that is shown. `whole_ref` is the picture it was cut from, of so many points, which
    is kept as long as the picture is drawn on; the cut is in thousandths of it.
    """

    basis = models.CharField(max_length=LONGEST_CODE)
    words = models.CharField(max_length=LIMITS["line"], default="")
    authors = models.JSONField(default=dict)
    file_ref = models.CharField(max_length=LONGEST_KEY)
    whole_ref = models.CharField(max_length=LONGEST_KEY, default="")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    across = models.PositiveSmallIntegerField(default=500)
    down = models.PositiveSmallIntegerField(default=500)
    size = models.PositiveSmallIntegerField(default=1000)


class Photograph(Record):
    """The photograph of a paper map that a picture was made from. Nobody can be cut out of it, so it is shown to its
    keeper alone until they say that everybody on it is entered, and then to those who see everybody there."""

    picture = models.OneToOneField("pictures.Picture", on_delete=models.PROTECT, related_name="photograph")
    file_ref = models.CharField(max_length=LONGEST_KEY)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    entered_at = models.DateTimeField(null=True)


class Act(Record):
    """One act on a picture, as what its rows were before and after it, so that it can be undone and done again."""

    picture = models.ForeignKey("pictures.Picture", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=LONGEST_CODE)
    key = models.CharField(max_length=LONGEST_KEY, default="")
    rows = models.JSONField(default=list)
    done_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    done_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)


class CheckOut(Record):
    """A picture that one worker has on a tablet without network. `queue_key` opens what waits there to be sent back;
    it is gone once the check-out has ended, and with it all that was not sent."""

    picture = models.ForeignKey("pictures.Picture", on_delete=models.PROTECT, related_name="+")
    taken_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    until = models.DateTimeField()
    queue_key = models.CharField(max_length=LIMITS["name"], default="")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)


class SentAct(Guarded):
    """One act that came back from a tablet, under the name it had there: sent twice, it is done once."""

    check_out = models.ForeignKey("pictures.CheckOut", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_KEY, default="")
    left_version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["check_out", "name"], name="sent_act_once")]
