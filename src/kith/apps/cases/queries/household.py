"""The children of one household, for the front door to say in one go whom a contact is about."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.cases.projections import HouseholdPage, LinkedPerson
from kith.apps.cases.queries.queues import contact_page
from kith.apps.people.queries import children_at_home


def household_page(actor: Actor, contact_ref: str, *, now: dt.datetime) -> HouseholdPage:
    """Children with the name that was told, and those who live with them or with somebody linked; who is linked
    already is not offered again, and who is closed to this worker is not there."""
    page = contact_page(actor, contact_ref, now=now)
    near = {one.ref: one for one in (*page.people, *page.suggested)}
    at_home = children_at_home(actor, list(near), now=now) if near else ()
    linked = {one.ref for one in page.people}
    known = (LinkedPerson(ref=one.ref, name=one.name, age=one.age or one.expected) for one in at_home)
    return HouseholdPage(
        contact=page,
        named=tuple(one for one in page.suggested if one.ref not in linked),
        at_home=tuple(one for one in known if one.ref not in near),
    )
