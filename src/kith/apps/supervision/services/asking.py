"""Asking for a group supervision, about a child or about nobody in Kith, and taking the request back."""

import datetime as dt

from django.db.models import Max

from kith.apps.access.queries import NothingHere, require, require_by_role, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agency_kinds, ids_of_workers
from kith.apps.audit.services import deed
from kith.apps.drafts.services import end_within
from kith.apps.people.queries import names_of
from kith.apps.supervision import events
from kith.apps.supervision.actions import ABOUT, TAKE_PART
from kith.apps.supervision.drafting import ASK, draft_name
from kith.apps.supervision.models import InNetwork, Request
from kith.apps.supervision.projections import Asked
from kith.apps.supervision.rules import CannotSupervise, is_open, refuse_names, sound_request
from kith.apps.supervision.sight import held


def ask_for_supervision(*, by: Actor, said: Asked, child_ref: str = "", now: dt.datetime) -> str:
    """Its ref. About a child only by those who may read the child, and never with the child's name in it."""
    decision = require_by_role(by, TAKE_PART, now=now)
    if child_ref:
        decision = require(by, ABOUT, child_ref, now=now)
    sound = sound_request(said, agency_kinds())
    network = ids_of_workers(sound.network)
    if len(network) < len(set(sound.network)):
        raise CannotSupervise("Somebody in the network does not work here any more. Choose again.")
    if child_ref:
        names = names_of(by, [child_ref], now=now, shows=False).values()
        refuse_names((sound.why_now, sound.stuck, sound.concerns, sound.consent_words, sound.outside), names)
    row = Request(**_columns(sound), asked_by_id=by.id, organisation_id=by.agency_id, asked_at=now)
    row.subject_id = target_of(child_ref).id if child_ref else None
    with deed(events.ASKED, by=by, now=now, decision=decision) as act:
        row.number = (Request.objects.aggregate(most=Max("number"))["most"] or 0) + 1
        row.save(force_insert=True)
        for user_id in network.values():
            if user_id != by.id:
                InNetwork(request=row, user_id=user_id).save(force_insert=True)
        end_within(by, child_ref, draft_name(ASK))
        act.notes(request=row.ref)
        if child_ref:
            act.touches(child_ref)
    return str(row.ref)


def take_back(*, by: Actor, request_ref: str, expected_version: int, now: dt.datetime) -> None:
    """By whoever asked, until it has happened."""
    decision = require_by_role(by, TAKE_PART, now=now)
    with deed(events.TAKEN_BACK, by=by, now=now, decision=decision) as act:
        row = held(request_ref)
        if row.asked_by_id != by.id:
            raise NothingHere
        row = held(request_ref, expected_version)
        if not is_open(row):
            raise CannotSupervise("It went another way already, so there is nothing to take back.")
        row.taken_back_at, row.version = now, row.version + 1
        row.save()
        act.notes(request=row.ref)


def _columns(said: Asked) -> dict[str, object]:
    plain = (
        "why_now",
        "stuck",
        "concerns",
        "age_band",
        "is_transition",
        "locality",
        "consent",
        "consent_words",
        "outside",
    )
    return {name: getattr(said, name) for name in plain} | {"around": " ".join(said.around)}
