"""Files as rows: what is known of each, and about whom it is; the bytes lie encrypted beside the database."""

from django.db import models

from kith.apps.records.base import Guarded, Record

LONGEST_KIND = 40


class StoredFile(Record):
    """One file, as it was brought. The name it came with is encrypted, and is used nowhere but on a page."""

    kind = models.CharField(max_length=LONGEST_KIND)
    size = models.PositiveBigIntegerField()
    fingerprint = models.CharField(max_length=64)  # keyed, so that nobody can ask whether a known file is here
    key_id = models.CharField(max_length=16)
    stored_as = models.CharField(max_length=64, unique=True)
    original_name = models.TextField()
    uploaded_by = models.CharField(max_length=26)
    agency = models.CharField(max_length=26)
    uploaded_at = models.DateTimeField()


class StoredFileSubject(Guarded):
    """Somebody a file is about: whoever may not see one of them may not see the file."""

    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=26)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "subject"], name="file_about_once")]
        indexes = [models.Index(fields=["subject"], name="file_by_subject")]
