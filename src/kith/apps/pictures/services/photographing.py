"""A photograph of a paper map: read behind the fences, put together anew, and kept as a picture of the child's."""

import datetime as dt

from kith.apps.access.queries import NothingHere, decide, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.files.projections import NewFile
from kith.apps.files.services import read_picture, store_file
from kith.apps.pictures import events
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.models import Photograph, Picture
from kith.apps.pictures.projections import PictureStart
from kith.apps.pictures.services.versions import begin_picture
from kith.apps.pictures.sight import PICTURE, standing
from kith.kernel.decisions import Decision


def begin_from_photograph(
    *, by: Actor, child_ref: str, start: PictureStart, drawn_on: dt.date, data: bytes, name: str, now: dt.datetime
) -> str:
    """What is no picture is refused by the reader, in one sentence, before anything is kept. The ref of the picture."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    photo = read_picture(data)

    def decided(ref: str) -> Decision:
        return decide(by, WRITE, ref, now=now, kind=PICTURE)

    file = NewFile(kind=photo.content_type, data=photo.data, subjects=frozenset((child_ref,)), original_name=name)
    with deed(events.PHOTOGRAPHED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture_ref = begin_picture(by=by, child_ref=child_ref, start=start, now=now, drawn_on=drawn_on)
        row = Photograph(width=photo.width, height=photo.height, recorded_by_id=by.id, recorded_at=now)
        row.picture = Picture.objects.get(ref=picture_ref)
        row.file_ref = store_file(by=by, file=file, decide=decided, now=now)
        row.save(force_insert=True)
        act.changed(child_ref, after={"picture": picture_ref, "photograph": row.ref})
    return picture_ref


def say_entered(*, by: Actor, child_ref: str, picture_ref: str, everybody: bool, now: dt.datetime) -> None:
    """Said by its keeper alone, who saw the paper. Until then nobody else is shown it, and they may take it back."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    event = events.ENTERED if everybody else events.NOT_ENTERED
    with deed(event, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = standing(by, child_ref, picture_ref, now=now)
        row = Photograph.objects.filter(picture=picture, recorded_by_id=by.id).first()
        if row is None:
            raise NothingHere
        row.entered_at = now if everybody else None
        row.save()
        act.notes(picture=picture.ref, photograph=row.ref)
