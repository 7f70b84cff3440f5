"""Publishing a relative's page, as it was looked at."""

import datetime as dt

from kith.apps.access import services as access
from kith.apps.access.projections import NewLink, PublishedLink
from kith.apps.agencies.projections import Actor
from kith.apps.occasions.projections import LoopWish
from kith.apps.occasions.queries.relatives import CannotMakePage, relative_preview
from kith.apps.occasions.relative_copies import IN_THE_LOOP


class NotAsLookedAt(CannotMakePage):
    """Something changed since the worker looked at the preview."""


def publish_relative_page(*, by: Actor, wish: LoopWish, now: dt.datetime) -> PublishedLink:
    """Only what was looked at may leave."""
    made = relative_preview(by, wish, now=now)
    if made.mark != wish.seen:
        raise NotAsLookedAt("The page below is not the one you looked at. Look again, then make the link.")
    link = NewLink(
        subject_ref=wish.child_ref,
        reader_ref=wish.reader_ref,
        reader_part=made.reader_part,
        page_set=IN_THE_LOOP,
        days=wish.days,
        visits=wish.visits,
        code_for=wish.code_for,
        is_easy_read=wish.is_easy_read,
    )
    return access.publish_link(by=by, link=link, snapshot=made.text, told=made.told, now=now)
