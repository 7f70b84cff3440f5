"""Offers of support that one made: to people of one's agency, or as the business unit."""

import datetime as dt

from kith.apps.access.queries import day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref, find_workers
from kith.apps.supervision.actions import SUPPORT
from kith.apps.supervision.cards import support_cards
from kith.apps.supervision.models import Support
from kith.apps.supervision.projections import SupportCard
from kith.apps.supervision.services.support import may_offer_to


def support_page(actor: Actor, *, now: dt.datetime) -> tuple[SupportCard, ...]:
    """One's own offers alone: those of others are theirs and of whom they are for."""
    require_by_role(actor, SUPPORT, now=now)
    return support_cards(Support.objects.filter(offered_by_id=actor.id).order_by("-offered_at", "-pk"))


def who_can_be_supported(actor: Actor, words: str, *, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """People found by name to whom one may offer support: ref, and name with post and agency."""
    require_by_role(actor, SUPPORT, now=now)
    found = [(card, actor_by_ref(card.ref, on=day_of(now))) for card in find_workers(words)]
    return tuple((card.ref, f"{card.at_agency}, {card.job_title}") for card, one in found if may_offer_to(actor, one))
