"""What was changed of one subject, read back with the subject's own key."""

from collections.abc import Collection

from kith.apps.audit.keys import audit_keys
from kith.apps.audit.models import AuditRow, AuditSubject, SubjectKey
from kith.apps.audit.projections import Change, DeedNote
from kith.apps.audit.sealing import known_keys, unsealed_change

MOST_CHANGES = 500


def changes_of(subject_ref: str, events: Collection[str] = ()) -> tuple[Change, ...]:
    """Before and after of every deed on a subject, newest first; nothing once the subject was forgotten."""
    key = known_keys([subject_ref]).get(subject_ref)
    if key is None:
        return ()
    sides = AuditSubject.objects.filter(subject=subject_ref, sealed__isnull=False).select_related("row")
    if events:
        sides = sides.filter(row__event__in=events)
    return tuple(_change(side, key) for side in sides.order_by("-row_id")[:MOST_CHANGES])


def _change(side: AuditSubject, key: bytes) -> Change:
    said, row = unsealed_change(side.subject, bytes(side.sealed or b""), key), side.row
    return Change(
        actor=row.actor, agency=row.agency, at=row.at, event=row.event, before=said["before"], after=said["after"]
    )


def last_deed_on(subject_ref: str, events: Collection[str]) -> DeedNote | None:
    """The newest deed of these events on a subject; None where there is none."""
    changed = AuditSubject.objects.filter(subject=subject_ref, how="changed").values("row_id")
    row = AuditRow.objects.filter(pk__in=changed, event__in=events).order_by("-pk").first()
    return DeedNote(actor=row.actor, at=row.at) if row else None


def is_on_record(mark: str) -> bool:
    """Whether a line of the emergency journal was chained already."""
    return AuditSubject.objects.filter(subject=mark, how="journal").exists()


def missing_keys() -> tuple[str, ...]:
    """Ids of audit keys under which something is sealed and which this installation was not given."""
    used = SubjectKey.objects.filter(forgotten_at=None).order_by().values_list("key_id", flat=True).distinct()
    return tuple(sorted(set(used) - {key.id for key in audit_keys()}))
