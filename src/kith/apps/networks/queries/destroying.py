"""The page on which it is proposed that somebody's record is destroyed."""

import datetime as dt

from kith.apps.access.actions import PROPOSE_DESTROYING
from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.networks.merge_cards import DestroyingPage, RecordSide
from kith.apps.networks.queries.merging import record_side
from kith.apps.networks.queries.persons import person_page
from kith.apps.people.queries import person_view


def destroying_page(actor: Actor, child_ref: str, person_ref: str, *, now: dt.datetime) -> DestroyingPage:
    """Somebody in a child's family, taken out of it or not, as the proposer sees them."""
    require(actor, PROPOSE_DESTROYING, person_ref, now=now)
    page = person_page(actor, child_ref, person_ref, now=now)
    return DestroyingPage(child=page.child, person_ref=person_ref, name=page.person.name, version=page.person.version)


def record_to_go(actor: Actor, person_ref: str, *, now: dt.datetime) -> RecordSide:
    """What would be destroyed, for the second person: nobody agrees to it unread."""
    return record_side(person_view(actor, person_ref, now=now))
