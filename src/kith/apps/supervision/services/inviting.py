"""Asking somebody outside the network to come: by the business unit, and without the child's name."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require_by_role, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref
from kith.apps.audit.services import deed
from kith.apps.supervision import events
from kith.apps.supervision.actions import TAKE_PART, TRIAGE
from kith.apps.supervision.models import InNetwork, Invitation
from kith.apps.supervision.rules import CannotSupervise, is_open, one_of
from kith.apps.supervision.sight import held, invited_ids, leads_of
from kith.apps.supervision.vocabulary import INVITATION_ANSWERS, PROCEED, YES


def invite(*, by: Actor, request_ref: str, worker_ref: str, now: dt.datetime) -> None:
    """They learn the age, the place and the kinds of agency, and say whether they can come."""
    decision = require_by_role(by, TRIAGE, now=now)
    worker = actor_by_ref(worker_ref, on=day_of(now))
    if worker.is_nobody or not role_may(worker, TAKE_PART):
        raise CannotSupervise("Choose somebody who can take part with Kith. Ring everybody else.")
    with deed(events.INVITED, by=by, now=now, decision=decision) as act:
        row = held(request_ref)
        if row.outcome != PROCEED or not is_open(row):
            raise CannotSupervise("Decide first that it goes ahead.")
        asked = Invitation.objects.filter(request=row).values_list("user_id", flat=True)
        leading = (lead.facilitator.user_id for lead in leads_of(row))
        if worker.id in {*asked, *leading, *invited_ids(row)}:
            raise CannotSupervise("They were asked already, or are in it.")
        asking = Invitation(request=row, user_id=worker.id, asked_by_id=by.id, asked_at=now)
        asking.save(force_insert=True)
        act.notes(request=row.ref, invitation=asking.ref)


def answer_invitation(*, by: Actor, invitation_ref: str, answer: str, now: dt.datetime) -> None:
    """Who says yes is in the network from then on: nobody who is tied to them is asked to lead."""
    decision = require_by_role(by, TAKE_PART, now=now)
    with deed(events.INVITATION_ANSWERED, by=by, now=now, decision=decision) as act:
        rows = Invitation.objects.select_for_update(of=("self",)).select_related("request")
        row = rows.filter(ref=invitation_ref, user_id=by.id, answer="").first()
        if row is None or not is_open(row.request):
            raise NothingHere
        one_of(answer, INVITATION_ANSWERS, "Choose your answer.")
        row.answer, row.answered_at = answer, now
        row.save()
        if answer == YES:
            InNetwork(request=row.request, user_id=by.id).save(force_insert=True)
        act.notes(invitation=row.ref)
