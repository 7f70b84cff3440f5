"""Words that a relative sends from their page. No user is signed in here."""

import datetime as dt

from kith.apps.access import services as access
from kith.apps.access.queries import day_of, target_of
from kith.apps.occasions import events
from kith.apps.occasions.clocks import day_of_answer
from kith.apps.occasions.models import Representation
from kith.apps.occasions.projections import RepresentationSaid
from kith.apps.occasions.relative_copies import ANSWERABLE
from kith.apps.occasions.saying import sound_representation


def send_representation(*, secret: str, said: RepresentationSaid, now: dt.datetime) -> None:
    """What is sent twice by one press is kept once. Raises LinkClosed once the visit or the link is over."""
    with access.deed_of_reader(events.REPRESENTATION_SENT, secret=secret, now=now) as (link, act):
        if link.page_set not in ANSWERABLE:
            raise access.LinkClosed
        sound = sound_representation(said)
        same = Representation.objects.filter(link_ref=link.ref, kind=sound.kind, words=sound.words, reach=sound.reach)
        if same.exists():
            act.notes(link=link.ref, kind=sound.kind, twice=True)
            return
        row = Representation(link_ref=link.ref, kind=sound.kind, words=sound.words, reach=sound.reach, sent_at=now)
        row.subject_id, row.person_id = target_of(link.subject_ref).id, target_of(link.reader_ref).id
        row.agency_id = link.agency_id
        row.due_on = day_of_answer(sound.kind, day_of(now))
        row.save(force_insert=True)
        act.changed(link.subject_ref, after={"kind": sound.kind, "words": sound.words, "reach": sound.reach})
        act.touches(link.reader_ref)
        act.notes(link=link.ref, representation=row.ref)
