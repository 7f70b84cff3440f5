"""Attaching a photograph, or where a recording is kept, to a row of one’s own agency; taking out, putting back."""

import datetime as dt

from kith.apps.access.queries import NothingHere, decide, require, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.attached import ATTACHED_TEXTS, attachments_of
from kith.apps.chronologies.models import Attachment, Entry, EntryChild
from kith.apps.chronologies.projections import AttachmentSaid
from kith.apps.chronologies.projections.attached import PHOTOGRAPH, VIDEO
from kith.apps.chronologies.rules import sound_attachment
from kith.apps.chronologies.sight import EVENT, entries_of
from kith.apps.files.projections import NewFile
from kith.apps.files.services import read_picture, store_file
from kith.apps.people.queries import Texts
from kith.kernel.decisions import Decision


def attach_photograph(
    *, by: Actor, child_ref: str, row_ref: str, said: AttachmentSaid, data: bytes, name: str, now: dt.datetime
) -> str:
    """What is no picture is refused by the reader, in one sentence, before anything is kept."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    sound = sound_attachment(said, PHOTOGRAPH, bases=sharing_words("bases"))
    photo = read_picture(data)

    def decided(ref: str) -> Decision:
        return decide(by, WRITE, ref, now=now, kind=EVENT)

    with deed(events.ATTACHED, by=by, now=now, decision=decision) as act:
        entry = _own(by, child_ref, row_ref, now)
        row = _attachment(by, entry, PHOTOGRAPH, sound, now)
        row.width, row.height = photo.width, photo.height
        about = frozenset(_children(entry))
        file = NewFile(kind=photo.content_type, data=photo.data, subjects=about, original_name=name)
        row.file_ref = store_file(by=by, file=file, decide=decided, now=now)
        _kept(row, act)
    return str(row.ref)


def attach_recording(*, by: Actor, child_ref: str, row_ref: str, said: AttachmentSaid, now: dt.datetime) -> str:
    """The recording stays with its agency; Kith knows what it is, where, and under which number."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    sound = sound_attachment(said, VIDEO, bases=sharing_words("bases"))
    with deed(events.ATTACHED, by=by, now=now, decision=decision) as act:
        row = _attachment(by, _own(by, child_ref, row_ref, now), VIDEO, sound, now)
        _kept(row, act)
    return str(row.ref)


def take_out_attachment(*, by: Actor, child_ref: str, row_ref: str, attachment_ref: str, now: dt.datetime) -> None:
    _set_out(by, child_ref, row_ref, attachment_ref, now, is_out=True)


def put_back_attachment(*, by: Actor, child_ref: str, row_ref: str, attachment_ref: str, now: dt.datetime) -> None:
    _set_out(by, child_ref, row_ref, attachment_ref, now, is_out=False)


def _set_out(by: Actor, child_ref: str, row_ref: str, attachment_ref: str, now: dt.datetime, *, is_out: bool) -> None:
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    event = events.ATTACHMENT_OUT if is_out else events.ATTACHMENT_BACK
    with deed(event, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        entry = _own(by, child_ref, row_ref, now)
        seen = attachments_of(entry, Texts(by, _children(entry), now=now), now=now)
        row = next((one for one in seen if one.ref == attachment_ref), None)
        if row is None:
            raise NothingHere
        row.withdrawn_at = now if is_out else None
        row.save()
        act.notes(row=entry.ref, attachment=row.ref)


def _own(by: Actor, child_ref: str, row_ref: str, now: dt.datetime) -> Entry:
    """A row of the actor's own agency that stands."""
    rows = entries_of(by, child_ref, now=now).filter(agency_id=by.agency_id, ref=row_ref, withdrawn_at=None)
    entry: Entry | None = rows.first()
    if entry is None:
        raise NothingHere
    return entry


def _children(entry: Entry) -> list[str]:
    return list(EntryChild.objects.filter(entry=entry).values_list("subject__ref", flat=True))


def _attachment(by: Actor, entry: Entry, kind: str, said: AttachmentSaid, now: dt.datetime) -> Attachment:
    texts = {name: getattr(said, name) for name in ATTACHED_TEXTS}
    row = Attachment(entry=entry, kind=kind, basis=said.basis, recorded_by_id=by.id, recorded_at=now, **texts)
    row.authors = dict.fromkeys(ATTACHED_TEXTS, by.id)
    return row


def _kept(row: Attachment, act: Deed) -> None:
    row.save(force_insert=True)
    told = {"attachment": row.ref, "kind": row.kind, "basis": row.basis, "what": row.what}
    for ref in _children(row.entry):
        act.changed(ref, after={"row": row.entry.ref, **told})
