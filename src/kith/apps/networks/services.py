"""The deeds about networks: a family copy, or a drawn picture, is published as it was looked at."""

import datetime as dt

from kith.apps.access import services as access
from kith.apps.access.projections import NewLink, PublishedLink
from kith.apps.agencies.projections import Actor
from kith.apps.networks.copy_cards import CopyWish, GiveWish
from kith.apps.networks.given_pictures import DRAWN_PICTURE
from kith.apps.networks.queries.family_copy import CannotMakeCopy, made_copy
from kith.apps.networks.queries.given_picture import made_picture

__all__ = ["CannotMakeCopy", "NotAsLookedAt", "give_picture", "publish_link"]

MY_NETWORK = "my_network"


class NotAsLookedAt(CannotMakeCopy):
    """Something changed since the worker looked at the preview."""


def publish_link(*, by: Actor, wish: CopyWish, now: dt.datetime) -> PublishedLink:
    """Publish the copy for its reader; only what was looked at may leave."""
    made = made_copy(by, wish, now=now)
    _require_looked_at(made.mark, wish)
    link = _link(wish, MY_NETWORK, made.copy.reader_part)
    return access.publish_link(by=by, link=link, snapshot=made.text, told=made.told, now=now)


def give_picture(*, by: Actor, wish: GiveWish, now: dt.datetime) -> PublishedLink:
    """The same for a drawn picture."""
    made = made_picture(by, wish, now=now)
    _require_looked_at(made.mark, wish)
    link = _link(wish, DRAWN_PICTURE, made.given.reader_part)
    return access.publish_link(by=by, link=link, snapshot=made.text, told=made.told, now=now)


def _require_looked_at(mark: str, wish: CopyWish | GiveWish) -> None:
    if mark != wish.seen:
        raise NotAsLookedAt("The page below is not the one you looked at. Look again, then make the link.")


def _link(wish: CopyWish | GiveWish, page_set: str, reader_part: str) -> NewLink:
    return NewLink(
        subject_ref=wish.child_ref,
        reader_ref=wish.reader_ref,
        reader_part=reader_part,
        page_set=page_set,
        days=wish.days,
        visits=wish.visits,
        code_for=wish.code_for,
    )
