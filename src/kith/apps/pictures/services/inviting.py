"""People on a picture are put on the list of an occasion: nobody is asked anything by it."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.occasions.services import list_invitations
from kith.apps.pictures.queries.lists import lists_page
from kith.apps.pictures.rules import CannotDraw


def invite_from_picture(
    *, by: Actor, child_ref: str, picture_ref: str, occasion_ref: str, person_refs: Collection[str], now: dt.datetime
) -> None:
    """Of those who stand on it; where the picture asks for the child's yes, not before the child has said it."""
    offered = {one.ref: one.why_not for one in lists_page(by, child_ref, picture_ref, now=now).to_invite}
    for ref in person_refs:
        if ref not in offered:
            raise NothingHere
        if offered[ref]:
            raise CannotDraw(offered[ref])
    if not person_refs:
        raise CannotDraw("Choose at least one person.")
    list_invitations(by=by, child_ref=child_ref, occasion_ref=occasion_ref, person_refs=person_refs, now=now)
