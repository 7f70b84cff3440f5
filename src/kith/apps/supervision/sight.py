"""Which rows of supervision one worker may see and act on. Every read and deed begins here."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require_by_role, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.records.base import require_version
from kith.apps.supervision.actions import TAKE_PART, TRIAGE
from kith.apps.supervision.models import Facilitator, InNetwork, Lead, Request
from kith.apps.supervision.pairing import is_live
from kith.apps.supervision.vocabulary import PROCEED, YES
from kith.kernel.decisions import Decision


def may_triage(actor: Actor) -> bool:
    return role_may(actor, TRIAGE)


def held(ref: str, version: int | None = None) -> Request:
    """Inside a deed: the request, against the version that the page showed."""
    row = Request.objects.select_for_update(of=("self",)).filter(ref=ref).first()
    if row is None:
        raise NothingHere
    if version is not None:
        require_version(row, version)
    return row


def leads_of(row: Request) -> list[Lead]:
    """Those who lead it or were asked and have not said no."""
    rows = Lead.objects.filter(request=row).select_related("facilitator").order_by("pk")
    return [lead for lead in rows if is_live(lead)]


def is_lead(actor: Actor, row: Request) -> bool:
    return any(lead.facilitator.user_id == actor.id and lead.answer == YES for lead in leads_of(row))


def invited_ids(row: Request) -> list[int]:
    """Whoever asked, those they named, and those who lead."""
    named = InNetwork.objects.filter(request=row).order_by("pk").values_list("user_id", flat=True)
    leads = [lead.facilitator.user_id for lead in leads_of(row) if lead.answer == YES]
    return list(dict.fromkeys([row.asked_by_id, *named, *leads]))


def require_invited(actor: Actor, ref: str, *, now: dt.datetime) -> tuple[Request, Decision]:
    """A meeting that goes ahead, for those who are in it; for everybody else there is none."""
    decision = require_by_role(actor, TAKE_PART, now=now)
    row = Request.objects.filter(ref=ref, outcome=PROCEED, taken_back_at=None).first()
    if row is None or actor.id not in invited_ids(row):
        raise NothingHere
    return row, decision


def require_lead(actor: Actor, ref: str, *, now: dt.datetime) -> tuple[Request, Decision]:
    """The same for those who lead it."""
    row, decision = require_invited(actor, ref, now=now)
    if not is_lead(actor, row):
        raise NothingHere
    return row, decision


def own_place(actor: Actor) -> Facilitator | None:
    """The actor's place in the pool."""
    return Facilitator.objects.filter(user_id=actor.id, left_on=None).first()
