"""What the form offers, and what a child's page says of group supervision."""

import datetime as dt

from kith.apps.access.queries import (
    NothingHere,
    day_of,
    decide,
    require,
    require_by_role,
    role_may,
    roles_with,
    work_round,
)
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import (
    active_user_ids,
    agency_kinds,
    front_door_phone,
    organisation_names,
    teams_of_workers,
)
from kith.apps.audit.services import note_opened
from kith.apps.drafts.queries import draft_of
from kith.apps.supervision.actions import ABOUT, TAKE_PART, TRIAGE
from kith.apps.supervision.drafting import ASK, draft_name
from kith.apps.supervision.models import Came, Request
from kith.apps.supervision.projections import AskForm, Happened, Receipt
from kith.apps.supervision.rules import state_of, triage_due_on
from kith.apps.supervision.vocabulary import localities, offers, supervision_data, words_of


def ask_form(actor: Actor, child_ref: str = "", *, now: dt.datetime) -> AskForm:
    """About a child it offers those who work with them, as far as the actor may see them."""
    require_by_role(actor, TAKE_PART, now=now)
    network: tuple[tuple[str, str], ...] = ()
    if child_ref:
        note_opened(child_ref, decision=require(actor, ABOUT, child_ref, now=now))
        works = work_round(actor, [child_ref], since=day_of(now), now=now)[child_ref]
        named = {one.worker_ref: f"{one.name}, {one.agency}" for one in works if one.worker_ref and not one.is_you}
        network = tuple(named.items())
    guide = supervision_data()["consent_guide"]
    return AskForm(
        age_bands=tuple(words_of("age_bands").items()),
        localities=tuple(localities().items()),
        kinds=tuple(agency_kinds().items()),
        consents=tuple(words_of("consent").items()),
        network=network,
        consent_guide=(guide["needed"], guide["say"], guide["either"]),
        offers=offers(),
        draft=draft_of(actor, child_ref, draft_name(ASK)),
    )


def receipt(actor: Actor, ref: str, *, now: dt.datetime) -> Receipt:
    """For whoever asked, and for nobody else."""
    require_by_role(actor, TAKE_PART, now=now)
    row = Request.objects.filter(ref=ref, asked_by_id=actor.id).first()
    if row is None:
        raise NothingHere
    asked_on, keepers = day_of(row.asked_at), active_user_ids(roles=roles_with(TRIAGE.name))
    teams = {card.ref: (card.name, card.phone) for card in teams_of_workers(keepers, on=day_of(now)).values()}
    return Receipt(
        ref=row.ref,
        number=row.number,
        asked_on=asked_on,
        due_on=triage_due_on(asked_on),
        of_days=int(supervision_data()["triage_days"]),
        state=state_of(row),
        front_door=front_door_phone(),
        business_unit=tuple(sorted(teams.values())),
    )


def may_ask_about(actor: Actor, child_ref: str, *, now: dt.datetime) -> bool:
    """Without a refusal, for what a child's page offers."""
    is_role = role_may(actor, ABOUT) and role_may(actor, TAKE_PART)
    return is_role and decide(actor, ABOUT, child_ref, now=now).allowed


def happened_about(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[Happened, ...]:
    """All that a child's file holds of it, the newest first: that it happened, and which agencies came."""
    if not role_may(actor, ABOUT) or not decide(actor, ABOUT, child_ref, now=now).allowed:
        return ()
    rows = Request.objects.filter(subject__ref=child_ref, happened_on__isnull=False).order_by("-happened_on", "-pk")
    return tuple(Happened(row.happened_on, agencies_at(row)) for row in rows if row.happened_on)


def agencies_at(row: Request) -> tuple[str, ...]:
    ids = Came.objects.filter(request=row).values_list("user__organisation_id", flat=True)
    return tuple(sorted(organisation_names(set(ids)).values()))
