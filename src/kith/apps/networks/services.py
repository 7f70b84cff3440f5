"""The one deed about networks: a family copy is published, as it was looked at."""

import datetime as dt

from kith.apps.access import services as access
from kith.apps.access.projections import NewLink, PublishedLink
from kith.apps.agencies.projections import Actor
from kith.apps.networks.copy_cards import CopyWish
from kith.apps.networks.queries.family_copy import CannotMakeCopy, made_copy

__all__ = ["CannotMakeCopy", "NotAsLookedAt", "publish_link"]

MY_NETWORK = "my_network"


class NotAsLookedAt(CannotMakeCopy):
    """Something changed since the worker looked at the preview."""


def publish_link(*, by: Actor, wish: CopyWish, now: dt.datetime) -> PublishedLink:
    """Publish the copy for its reader; only what was looked at may leave."""
    made = made_copy(by, wish, now=now)
    if made.mark != wish.seen:
        raise NotAsLookedAt("The page below is not the one you looked at. Look again, then make the link.")
    link = NewLink(
        subject_ref=wish.child_ref,
        reader_ref=wish.reader_ref,
        reader_part=made.copy.reader_part,
        page_set=MY_NETWORK,
        days=wish.days,
        visits=wish.visits,
        code_for=wish.code_for,
    )
    return access.publish_link(by=by, link=link, snapshot=made.text, told=made.told, now=now)
