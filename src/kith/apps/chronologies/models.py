"""The stored rows of chronologies: what each agency tells of a child, in its versions, and whom it is about."""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded, Record
from kith.kernel.text import LIMITS

LONGEST_CODE = 24
LONGEST_DATE = 40


class Entry(Aggregate):
    """One row of one agency, whatever is corrected in it; what it says stands in its tellings.

    `subject` is the child it was first written for, and the row is sealed with them. The number it has in its agency is
    unique among that agency's rows about that child, and nowhere else.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False)
    row_id = models.CharField(max_length=LIMITS["identifier"])
    teller = models.CharField(max_length=LIMITS["name"], default="")  # whoever of the family tells it
    beside = models.ForeignKey("chronologies.Entry", null=True, on_delete=models.PROTECT, related_name="+")
    came_of = models.CharField(max_length=LIMITS["identifier"], default="")
    restriction = models.CharField(max_length=LONGEST_CODE, default="")
    sorts_on = models.DateField()
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    why_withdrawn = models.CharField(max_length=LIMITS["line"], default="")
    brought = models.ForeignKey("chronologies.Bringing", null=True, on_delete=models.PROTECT, related_name="+")
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "agency", "row_id"], name="one_entry_per_row_of_an_agency")
        ]


class EntryChild(Guarded):
    """A child whom a row is about, what it was for them, and whether it stands in their own chronology."""

    entry = models.ForeignKey("chronologies.Entry", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(max_length=LONGEST_CODE)
    stands_in = models.BooleanField(default=True)
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        indexes = [models.Index(fields=["subject", "entry"], name="rows_of_a_child")]


class Telling(Record):
    """What a row says in one of its versions. A correction ends it and begins another: no words are written over.

    `authors` knows who wrote each text, so that nobody writes over what they are not shown. One that came with a table
    knows which, and why the row went no farther before; one that puts back what stood before a table knows that too.
    """

    entry = models.ForeignKey("chronologies.Entry", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(default=1)
    start = models.CharField(max_length=LONGEST_DATE)  # a partial date by its code
    end = models.CharField(max_length=LONGEST_DATE, default="")
    start_time = models.TimeField(null=True)
    end_time = models.TimeField(null=True)
    type = models.CharField(max_length=LONGEST_CODE, default="")
    rag = models.CharField(max_length=LONGEST_CODE, default="")
    effective = models.CharField(max_length=LONGEST_CODE, default="")
    basis = models.CharField(max_length=LONGEST_CODE, default="")
    fact = models.TextField()
    impact = models.TextField(default="")
    childs_words = models.TextField(default="")
    source = models.CharField(max_length=LIMITS["line"], default="")
    action = models.TextField(default="")
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)
    brought = models.ForeignKey("chronologies.Bringing", null=True, on_delete=models.PROTECT, related_name="+")
    kept_before = models.CharField(max_length=LONGEST_CODE, default="")
    undoes = models.ForeignKey("chronologies.Bringing", null=True, on_delete=models.PROTECT, related_name="+")


class Bringing(Aggregate):
    """A table that somebody brings of a child: from the first look, through each part taken in, to its undoing.

    What was read of it is a stored file that goes as soon as it is taken in, left, or too old.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False)
    brought_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    brought_at = models.DateTimeField()
    file_ref = models.CharField(max_length=26, default="")
    fields = models.JSONField(default=dict)  # what headings mean, where somebody said so
    state = models.CharField(max_length=LONGEST_CODE, db_index=True)
    to_do = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    corrected = models.PositiveIntegerField(default=0)
    withdrawn = models.PositiveIntegerField(default=0)
    why_undone = models.CharField(max_length=LIMITS["line"], default="")
    merge_ref = models.CharField(max_length=26, default="")


class HeadingChosen(Record):
    """What a heading in the tables of one agency means, where Kith took it for something else."""

    agency = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False)
    heading = models.CharField(max_length=LIMITS["name"])
    field = models.CharField(max_length=LONGEST_CODE)
    chosen_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "heading"], name="one_meaning_of_a_heading")]


class Edition(Record):
    """The chronology of a child as somebody published it on one day: which rows, in which of their versions.

    It holds no words of rows. Whoever reads it is shown what is open to them on that day and on theirs.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    what_for = models.CharField(max_length=LIMITS["line"])
    published_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    published_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        indexes = [models.Index(fields=["subject", "number"], name="editions_of_a_child")]


class EditionRow(Guarded):
    """A row of an edition: what it said on that day, and for whom it was kept then."""

    edition = models.ForeignKey("chronologies.Edition", on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey("chronologies.Entry", on_delete=models.PROTECT, related_name="+")
    telling = models.ForeignKey("chronologies.Telling", on_delete=models.PROTECT, related_name="+", db_index=False)
    restriction = models.CharField(max_length=LONGEST_CODE, default="")


class Analysis(Aggregate):
    """What a reviewer makes of one row: apart from it, and in no version but the review's."""

    entry = models.OneToOneField("chronologies.Entry", on_delete=models.PROTECT, related_name="+")
    comment = models.TextField(default="")
    expected = models.TextField(default="")
    actual = models.TextField(default="")
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()


class KnownTo(Record):
    """Somebody of the family knows already that a restricted row exists: who said so, and until when that stood."""

    entry = models.ForeignKey("chronologies.Entry", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=LIMITS["line"])
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    merge_ref = models.CharField(max_length=26, default="")


class TakenForm(Record):
    """The form of a row that one worker has on a device without network, for some children.

    `queue_key` opens what waits there to be sent; it is gone once that has ended, and with it all that was not sent.
    """

    taken_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    until = models.DateTimeField()
    queue_key = models.CharField(max_length=LIMITS["name"], default="")
    ended_at = models.DateTimeField(null=True)


class TakenChild(Guarded):
    """A child whose first name is on such a device. `called` is what the device calls them."""

    taken = models.ForeignKey("chronologies.TakenForm", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    called = models.CharField(max_length=26)
    merge_ref = models.CharField(max_length=26, default="")


class SetAside(Guarded):
    """Something known that an agency does not want as a row about this child: offered no more, and why."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False)
    came_of = models.CharField(max_length=LIMITS["identifier"])
    why = models.CharField(max_length=LONGEST_CODE, default="")  # one of the reasons in data/known.toml
    set_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    set_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        indexes = [models.Index(fields=["subject", "agency"], name="set_aside_of_a_child")]


class Attachment(Record):
    """A photograph, or where a recording is kept; each with its own reason why it may be shared.

    Nobody can be cut out of a photograph, so it is shown to those who see every word of its row, or it is not there.
    """

    entry = models.ForeignKey("chronologies.Entry", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=LONGEST_CODE)
    basis = models.CharField(max_length=LONGEST_CODE)
    what = models.CharField(max_length=LIMITS["line"])
    kept_at = models.CharField(max_length=LIMITS["line"], default="")
    number = models.CharField(max_length=LIMITS["name"], default="")
    authors = models.JSONField(default=dict)
    file_ref = models.CharField(max_length=26, default="")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
