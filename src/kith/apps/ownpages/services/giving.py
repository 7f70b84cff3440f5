"""Giving the young person their own page as a link, as it was looked at."""

import datetime as dt

from kith.apps.access import services as access
from kith.apps.access.projections import NewLink, PublishedLink
from kith.apps.agencies.projections import Actor
from kith.apps.ownpages.copies import OWN_PAGE
from kith.apps.ownpages.projections import GiveWish
from kith.apps.ownpages.queries.giving import CannotGive, made_page


class NotAsLookedAt(CannotGive):
    """Something changed since the worker looked at the preview."""


def give_page(*, by: Actor, wish: GiveWish, now: dt.datetime) -> PublishedLink:
    """Only what was looked at may leave, and only to the young person."""
    made = made_page(by, wish, now=now)
    if made.mark != wish.seen:
        raise NotAsLookedAt("The page below is not the one you looked at. Look again, then make the link.")
    link = NewLink(
        subject_ref=wish.child_ref,
        reader_ref=wish.child_ref,
        reader_part="young_person",
        page_set=OWN_PAGE,
        days=wish.days,
        visits=wish.visits,
        code_for=wish.code_for,
        is_easy_read=wish.is_easy_read,
    )
    return access.publish_link(by=by, link=link, snapshot=made.text, told=made.told, now=now)
