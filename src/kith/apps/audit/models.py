"""Audit rows in hash chains, one chain per agency; the subjects each row showed or changed; and their keys."""

from django.db import models

from kith.apps.records.base import Guarded


class Chain(models.Model):
    """The head of one agency's chain; locking this row orders its writers."""

    name = models.CharField(max_length=26, primary_key=True)
    sequence = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default="")


class AuditRow(models.Model):
    """One read, deed, load or refusal. Triggers on both databases refuse its change or deletion."""

    id = models.BigAutoField(primary_key=True)
    chain = models.CharField(max_length=26)
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=26)
    agency = models.CharField(max_length=26)
    event = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=8)
    payload = models.TextField(default="{}")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "sequence"], name="audit_row_once_in_chain")]
        indexes = [models.Index(fields=["actor", "at"], name="audit_by_actor")]


class AuditSubject(models.Model):
    """Who appeared in a row: opened, listed, changed or refused; or the keyed hash of a word that was searched.

    What a deed changed of a subject is sealed here under that subject's own key.
    """

    id = models.BigAutoField(primary_key=True)
    row = models.ForeignKey("audit.AuditRow", on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=26)
    how = models.CharField(max_length=8)
    sealed = models.BinaryField(null=True)

    class Meta:
        indexes = [models.Index(fields=["subject", "row"], name="audit_by_subject_and_row")]


class SubjectKey(Guarded):
    """The data key of one subject, wrapped by an audit key; empty from the moment the subject was forgotten."""

    subject = models.CharField(max_length=26, unique=True)
    key_id = models.CharField(max_length=8)
    wrapped = models.BinaryField(default=b"")
    forgotten_at = models.DateTimeField(null=True)
