"""A child's drawing, for whoever may read the voice beside which it is kept."""

import datetime as dt

from kith.apps.access.queries import Cut, NothingHere, decide, require
from kith.apps.agencies.projections import Actor
from kith.apps.files.projections import OpenedFile
from kith.apps.files.queries import NoSuchFile, open_file
from kith.apps.voices.actions import READ
from kith.apps.voices.models import Drawing, Voice
from kith.apps.voices.sight import VOICE
from kith.kernel.decisions import Decision


def drawing_file(actor: Actor, child_ref: str, drawing_ref: str, *, now: dt.datetime) -> OpenedFile:
    """A seal on the voice closes its drawing too. Whoever the file was kept for may be one person with the child now,
    so the question is asked about the child."""
    require(actor, READ, child_ref, now=now, kind=VOICE)
    voices = Cut(actor, READ, now=now).open_rows(Voice.objects.filter(subject__ref=child_ref, withdrawn_at=None))
    found = Drawing.objects.filter(ref=drawing_ref, voice__in=voices.values("pk"), withdrawn_at=None).first()
    if found is None:
        raise NothingHere

    def decided(_: str) -> Decision:
        return decide(actor, READ, child_ref, now=now, kind=VOICE)

    try:
        return open_file(actor, found.file_ref, decide=decided, now=now)
    except NoSuchFile as problem:
        raise NothingHere from problem
