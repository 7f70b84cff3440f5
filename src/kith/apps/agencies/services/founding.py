"""Founding a live installation: its first agency and its first two administrators, once, in one transaction.

Two, because a role is given by two people; with one of them nobody could ever be given anything.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from kith.apps.agencies import events
from kith.apps.agencies.models import Organisation
from kith.apps.agencies.queries import agency_kinds
from kith.apps.agencies.services.enrolling import Newcomer, checked_line, new_code_for
from kith.apps.agencies.services.loading import AgencyRecord, WorkerRecord, load_agencies
from kith.apps.audit.projections import Doer
from kith.apps.installation.queries import installation_facts
from kith.apps.installation.services import found
from kith.kernel.errors import KithError

LONGEST_NAME = 200
HOW_MANY = 2


class CannotFound(KithError):
    """This database cannot be founded, or not with what was said; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What an installation begins with."""

    partnership: str
    agency: str
    kind: str
    administrators: tuple[Newcomer, ...]


def refuse_where_in_use() -> None:
    """Demonstration data never mix with live data, and nobody who runs the machine adds administrators later."""
    facts = installation_facts()
    if facts.is_demo:
        raise CannotFound("This database holds a demonstration. Real people need an empty one: set KITH_DATA_DIR anew.")
    if facts.kind or Organisation.objects.exists():
        raise CannotFound("This installation is founded already. Its administrators sign in and give roles.")


def found_partnership(*, by: Doer, wish: Founding, role: str, now: dt.datetime) -> tuple[str, ...]:
    """The codes to hand to the administrators, in their order; `role` is what they become."""
    refuse_where_in_use()
    partnership = checked_line(wish.partnership, "The partnership’s name", limit=LONGEST_NAME)
    agency = checked_line(wish.agency, "The agency’s name", limit=LONGEST_NAME)
    people = _two_people(wish)
    if wish.kind not in agency_kinds():
        raise CannotFound(f"“{wish.kind}” is no kind of agency. Choose one of: {', '.join(agency_kinds())}.")
    with transaction.atomic():
        found(by=by, kind="live", partnership=partnership, seed="", now=now)
        loaded = load_agencies(
            by=by,
            agencies=[AgencyRecord(key="first", name=agency, kind=wish.kind)],
            workers=[_administrator(person, role) for person in people],
            since=now.date(),
            now=now,
        )
        return tuple(
            new_code_for(loaded.workers[person.email], by=by, now=now, event=events.ENROLLED) for person in people
        )


def _two_people(wish: Founding) -> list[Newcomer]:
    people = [person.checked() for person in wish.administrators]
    if len({person.email.casefold() for person in people}) < HOW_MANY:
        raise CannotFound("Both administrators have the same email address. A role takes two people: name two.")
    return people


def _administrator(person: Newcomer, role: str) -> WorkerRecord:
    given, family = person.given_and_family
    return WorkerRecord(
        key=person.email,
        given=given,
        family=family,
        email=person.email,
        job_title=person.job_title,
        agency_key="first",
        team_keys=(),
        role=role,
        clearance=0,
    )
