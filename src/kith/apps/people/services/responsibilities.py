"""Putting parental responsibility on record: a dated fact of its own, whoever the parents are."""

import datetime as dt

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people import actions, events
from kith.apps.people.kinds import RESPONSIBILITY_HOWS, UnknownKind
from kith.apps.people.models import Person
from kith.apps.people.writing import Responsibility, write_responsibilities


def record_responsibility(*, by: Actor, fact: Responsibility, now: dt.datetime) -> None:
    if fact.how not in RESPONSIBILITY_HOWS:
        raise UnknownKind("Choose how they came to hold parental responsibility from the list.")
    if fact.holder:
        require(by, actions.CHANGE, fact.holder, now=now)
    decision = require(by, actions.CHANGE, fact.child, now=now)
    refs = [ref for ref in (fact.holder, fact.child) if ref]
    keys = dict(Person.objects.filter(subject__ref__in=refs).values_list("subject__ref", "pk"))
    with deed(events.RESPONSIBILITY_RECORDED, by=by, now=now, decision=decision, subjects=refs) as act:
        write_responsibilities([([fact], keys)])
        act.notes(how=fact.how)
