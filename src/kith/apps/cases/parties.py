"""Who may read and act in a disagreement: whoever may read the child and works for one of the two agencies."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.cases.actions import ANSWER_DISAGREEMENT
from kith.apps.cases.disagreeing import stages
from kith.apps.cases.models import Disagreement
from kith.apps.cases.sight import CONTACT
from kith.kernel.decisions import Decision


def require_party(actor: Actor, child_ref: str, ref: str, *, now: dt.datetime) -> tuple[Decision, Disagreement]:
    """The disagreement as it stands; whoever is of a third agency finds nothing there."""
    decision = require(actor, ANSWER_DISAGREEMENT, child_ref, now=now, kind=CONTACT)
    rows = Disagreement.objects.select_related("organisation", "with_agency", "subject")
    row = rows.filter(subject__ref=child_ref, ref=ref).first()
    if row is None or actor.agency_id not in (row.organisation_id, row.with_agency_id):
        raise NothingHere
    return decision, row


def may_answer(actor: Actor, row: Disagreement) -> bool:
    """It is the turn of the actor's agency, and their role acts at this stage."""
    return row.waits_for_id == actor.agency_id and _acts(actor, row)


def may_go_on(actor: Actor, row: Disagreement) -> bool:
    """Whoever raised it takes it further, whether or not there is an answer: silence must not hold it up."""
    return row.settled_on is None and row.organisation_id == actor.agency_id


def may_settle(actor: Actor, row: Disagreement) -> bool:
    """It is settled once the agency that disagreed says so."""
    return may_go_on(actor, row) and _acts(actor, row)


def _acts(actor: Actor, row: Disagreement) -> bool:
    return row.settled_on is None and stages()[row.stage].is_for(actor.role)
