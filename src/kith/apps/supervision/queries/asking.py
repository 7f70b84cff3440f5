"""What the form offers, and what a child's page says of group supervision."""

import datetime as dt

from kith.apps.access.queries import day_of, decide, require, require_by_role, role_may, work_round
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agency_kinds, organisation_names
from kith.apps.audit.services import note_opened
from kith.apps.supervision.actions import ABOUT, TAKE_PART
from kith.apps.supervision.models import Came, Request
from kith.apps.supervision.projections import AskForm, Happened
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
