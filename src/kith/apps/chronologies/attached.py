"""Which attachments of a row one viewer sees."""

import datetime as dt
from collections.abc import Iterable, Iterator

from kith.apps.access.queries import Cut, sharing_words
from kith.apps.agencies.queries import worker_cards
from kith.apps.chronologies.actions import READ
from kith.apps.chronologies.models import Attachment, Entry, Telling
from kith.apps.chronologies.projections import AttachmentCard
from kith.apps.chronologies.projections.attached import PHOTOGRAPH
from kith.apps.chronologies.rules import TEXTS
from kith.apps.people.queries import Texts

ATTACHED_TEXTS = ("what", "kept_at", "number")


def attachments_of(entry: Entry, texts: Texts, *, now: dt.datetime) -> Iterator[Attachment]:
    """For a caller that shows this row to the viewer. What is sealed alone, or says something sealed, is not there."""
    sees_all = _is_whole(Telling.objects.get(entry=entry, replaced_at=None), TEXTS, texts)
    rows = Attachment.objects.filter(entry=entry).order_by("pk")
    for row in Cut(texts.actor, READ, now=now).open_rows(rows):
        if (sees_all or row.kind != PHOTOGRAPH) and _is_whole(row, ATTACHED_TEXTS, texts):
            yield row


def _is_whole(row: Attachment | Telling, names: Iterable[str], texts: Texts) -> bool:
    return all(texts(row, name) == getattr(row, name) for name in names)


def attachment_cards(entry: Entry, texts: Texts, *, now: dt.datetime) -> tuple[AttachmentCard, ...]:
    rows = list(attachments_of(entry, texts, now=now))
    workers = worker_cards({row.recorded_by_id for row in rows}) if rows else {}
    bases = sharing_words("bases")
    return tuple(
        AttachmentCard(
            ref=row.ref,
            kind=row.kind,
            what=row.what,
            basis=bases.get(row.basis, ""),
            kept_at=row.kept_at,
            number=row.number,
            width=row.width,
            height=row.height,
            by=workers[row.recorded_by_id].at_agency,
            at=row.recorded_at,
            is_taken_out=row.withdrawn_at is not None,
        )
        for row in rows
    )
