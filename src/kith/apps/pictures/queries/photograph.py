"""The bytes of the photograph of a paper map, for whoever sees everybody that is on it."""

import datetime as dt

from kith.apps.access.queries import NothingHere, decide, require
from kith.apps.agencies.projections import Actor
from kith.apps.files.projections import OpenedFile
from kith.apps.files.queries import NoSuchFile, open_file
from kith.apps.pictures.actions import READ
from kith.apps.pictures.photographs import photograph_of
from kith.apps.pictures.sight import PICTURE, around, seen_picture
from kith.kernel.decisions import Decision


def photograph_file(actor: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> OpenedFile:
    """Whoever the file was kept for may be one person with the child now, so the question is asked about the child."""
    require(actor, READ, child_ref, now=now, kind=PICTURE)
    near = around(actor, child_ref, now=now)
    row = seen_picture(actor, child_ref, picture_ref, near, now=now)
    photograph = photograph_of(actor, row, near, now=now) if row else None
    if photograph is None:
        raise NothingHere

    def decided(_: str) -> Decision:
        return decide(actor, READ, child_ref, now=now, kind=PICTURE)

    try:
        return open_file(actor, photograph.file_ref, decide=decided, now=now)
    except NoSuchFile as problem:
        raise NothingHere from problem
