"""The page of one relative as they read it: its snapshot, and the words that they sent from it.

What became of those words is no part of it: nothing on the page is asked of the database that is not the reader's own.
"""

import datetime as dt

from kith.apps.access.projections import ShownCopy
from kith.apps.access.queries import day_of
from kith.apps.occasions.clocks import within
from kith.apps.occasions.kinds import ways_to_speak_up
from kith.apps.occasions.models import Representation
from kith.apps.occasions.projections import RelativePage, SentWords
from kith.apps.occasions.relative_copies import read_copy


def answer_times(today: dt.date) -> tuple[tuple[str, str], ...]:
    """Each way to speak up, with how long an answer takes."""
    return tuple((way, within(way, today)) for way in ways_to_speak_up())


def relative_page(shown: ShownCopy) -> RelativePage:
    """For a copy that was shown, and so is on record."""
    return RelativePage(copy=read_copy(shown.snapshot), sent=sent_through(shown), link_ref=shown.link_ref)


def sent_through(shown: ShownCopy) -> tuple[SentWords, ...]:
    """What its reader wrote to us, the newest first."""
    rows = Representation.objects.filter(link_ref=shown.link_ref).order_by("-pk")
    return tuple(
        SentWords(kind=row.kind, words=row.words, reach=row.reach, sent_on=day_of(row.sent_at), due_on=row.due_on)
        for row in rows
    )
