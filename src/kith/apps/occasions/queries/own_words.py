"""The page of one relative as they read it: its snapshot, and the words that they sent from it.

What became of those words is no part of it: nothing on the page is asked of the database that is not the reader's own.
"""

from kith.apps.access.projections import ShownCopy
from kith.apps.access.queries import day_of
from kith.apps.occasions.models import Representation
from kith.apps.occasions.projections import RelativePage, SentWords
from kith.apps.occasions.relative_copies import read_copy


def relative_page(shown: ShownCopy) -> RelativePage:
    """For a copy that was shown, and so is on record."""
    rows = Representation.objects.filter(link_ref=shown.link_ref).order_by("-pk")
    sent = tuple(
        SentWords(kind=row.kind, words=row.words, reach=row.reach, sent_on=day_of(row.sent_at), due_on=row.due_on)
        for row in rows
    )
    return RelativePage(copy=read_copy(shown.snapshot), sent=sent, link_ref=shown.link_ref)
