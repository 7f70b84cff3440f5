"""The stored rows of voices: what a child says and shows, what came of it, labels with their views, and waiting."""

from django.db import models

from kith.apps.records.base import Aggregate, Record
from kith.kernel.text import LIMITS

LONGEST_WORD = 24
LONGEST_DATE = 40
LONGEST_CODE = 16


class About(Aggregate):
    """A row about one child; when two records are one person it knows by which merge it came."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        abstract = True


class Passage(Record):
    """One text of a voice, of what came of it or of a waiting. Who writes it anew ends it and begins another: no words
    are written over, and each goes on belonging to whoever wrote it.

    It knows in which versions of its row it stood, so that a correction can be undone as a whole.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    of_ref = models.CharField(max_length=26, db_index=True)
    part = models.CharField(max_length=LONGEST_WORD)
    text = models.TextField()
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)
    since_version = models.PositiveIntegerField(default=1)
    until_version = models.PositiveIntegerField(null=True)
    merge_ref = models.CharField(max_length=26, default="")


class Voice(About):
    """What a child said, drew or did on one occasion, each in a passage, with who heard it.

    What it may mean is somebody else's word, and kept apart.
    """

    said_on = models.CharField(max_length=LONGEST_DATE)  # a partial date by its code
    sorts_on = models.DateField()
    way = models.CharField(max_length=LONGEST_WORD)
    language = models.CharField(max_length=LONGEST_CODE, default="")
    is_about_me = models.BooleanField(default=False)


class Answer(About):
    """What came of a voice: where it was used, what changed or why not, or what the child was told.

    The words stand in passages, and so do the answer and the day, which are here as well for whoever sorts by them.
    """

    voice = models.ForeignKey("voices.Voice", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=LONGEST_WORD)
    what = models.CharField(max_length=LONGEST_WORD)
    on_date = models.CharField(max_length=LONGEST_DATE)
    sorts_on = models.DateField()


class Drawing(About):
    """A picture that was kept beside a voice; the bytes lie with `files`, about the child it was kept for."""

    voice = models.ForeignKey("voices.Voice", on_delete=models.PROTECT, related_name="+")
    file_ref = models.CharField(max_length=26)
    kept_for = models.CharField(max_length=26)


class Label(About):
    """A label of risk of one kind that agencies put on a child. It says nothing without its ratings."""

    kind = models.CharField(max_length=LONGEST_WORD)


class Rating(About):
    """What a label said on one day: by whom, why, and who is to ask the young person where nobody has."""

    label = models.ForeignKey("voices.Label", on_delete=models.PROTECT, related_name="+")
    rating = models.CharField(max_length=LONGEST_WORD)
    on_day = models.DateField()
    made_by = models.CharField(max_length=LIMITS["name"])
    reason = models.TextField()
    look_again_on = models.DateField(null=True)
    who_asks = models.CharField(max_length=LIMITS["name"], default="")
    ask_by = models.DateField(null=True)


class View(About):
    """What the young person says of a rating, in their own words."""

    rating = models.ForeignKey("voices.Rating", on_delete=models.PROTECT, related_name="+")
    stance = models.CharField(max_length=LONGEST_WORD)
    words = models.TextField(default="")
    heard_by = models.CharField(max_length=LIMITS["name"], default="")  # empty: whoever wrote it down
    on_day = models.DateField()


class Waiting(About):
    """That a child waits: for what, who keeps in touch meanwhile and how stand in passages."""

    waits_on = models.CharField(max_length=LONGEST_WORD)
    since_on = models.DateField()
    next_on = models.DateField()
    ended_on = models.DateField(null=True)
