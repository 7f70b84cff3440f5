"""Putting a household on record."""

import datetime as dt

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people import actions, events
from kith.apps.people.models import Person
from kith.apps.people.writing import write_households
from kith.engines.drawing import network as net
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned


class CannotFormHousehold(KithError):
    """A household needs a name and somebody who lives in it."""


def form_household(*, by: Actor, child_ref: str, household: net.Household, now: dt.datetime) -> str:
    """Who lives together, since when; each member is somebody the actor may change."""
    decision = require(by, actions.CHANGE, child_ref, now=now)
    name = cleaned(household.name, limit=LIMITS["name"])
    members = [member.person for member in household.members]
    if not name or not members:
        raise CannotFormHousehold("Give the home a name the family would use, and choose who lives there.")
    for ref in members:
        require(by, actions.CHANGE, ref, now=now)
    keys = dict(Person.objects.filter(subject__ref__in=members).values_list("subject__ref", "pk"))
    with deed(events.HOUSEHOLD_FORMED, by=by, now=now, decision=decision, subjects=[child_ref, *members]) as act:
        (row,) = write_households([([household], keys)])
        act.notes(household=row.ref, name=name)
    return str(row.ref)
