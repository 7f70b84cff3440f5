"""What somebody reads who may know that a child is known and may not open the page, and the way to an emergency look.

Where only the front door may be named, nothing here differs from child to child.
"""

import datetime as dt

from kith.apps.access.queries import (
    NothingHere,
    decide,
    emergency_limits,
    look_offer,
    require,
    require_to_look,
    target_of,
    team_around,
)
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import front_door_phone
from kith.apps.audit.services import note_listed
from kith.apps.networks.pages import team_line
from kith.apps.networks.projections import EmergencyPage, KnownPage
from kith.apps.people.actions import FIND, KNOW, READ
from kith.kernel.decisions import Decision


def known_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> KnownPage:
    require(actor, KNOW, child_ref, now=now)
    _require_child(child_ref)
    note_listed([child_ref])
    may_name_team = decide(actor, FIND, child_ref, now=now).allowed
    asks = team_around(actor, child_ref, now=now)[:1] if may_name_team else ()
    offer = look_offer(actor, child_ref, now=now)
    return KnownPage(
        child_ref=child_ref,
        may_open=decide(actor, READ, child_ref, now=now).allowed,
        is_own_agency=may_name_team,
        asks=tuple(team_line(member) for member in asks),
        may_look=offer.may_look,
        is_suspended=offer.is_suspended,
        is_looking=offer.live is not None,
        phone=front_door_phone(),
    )


def emergency_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> EmergencyPage:
    """The form, for whoever may take a look at all."""
    require_to_look(actor, child_ref, now=now)
    _require_child(child_ref)
    note_listed([child_ref])
    offer = look_offer(actor, child_ref, now=now)
    may_open: Decision = decide(actor, READ, child_ref, now=now)
    limits = emergency_limits()
    return EmergencyPage(
        child_ref=child_ref,
        is_needed=not (may_open.allowed or offer.is_suspended or offer.live),
        reasons=tuple(limits.reasons.items()),
        hours=limits.hours,
        review_within=limits.review_within_working_days,
        phone=front_door_phone(),
    )


def _require_child(child_ref: str) -> None:
    """Nobody is led here for a relative: whoever has no page of their own has no such page either."""
    if not target_of(child_ref).has_case:
        raise NothingHere
