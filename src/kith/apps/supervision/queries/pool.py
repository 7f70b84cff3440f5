"""The pool of facilitators, for whoever keeps it."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.supervision.actions import TRIAGE
from kith.apps.supervision.cards import facilitator_cards, support_cards
from kith.apps.supervision.models import AtNetworkMeeting, Facilitator, NetworkMeeting, Support
from kith.apps.supervision.projections import FacilitatorCard, NetworkMeetingCard, SupportCard


def pool_page(actor: Actor, *, now: dt.datetime) -> tuple[tuple[FacilitatorCard, ...], tuple[SupportCard, ...]]:
    """Everybody in it, and the offers of support that the actor made: those of others are not theirs to see."""
    require_by_role(actor, TRIAGE, now=now)
    offered = Support.objects.filter(offered_by_id=actor.id).order_by("-offered_at", "-pk")
    return facilitator_cards(Facilitator.objects.filter(left_on=None), now=now), support_cards(offered)


def network_meetings(actor: Actor, *, now: dt.datetime) -> tuple[NetworkMeetingCard, ...]:
    """The newest first, with who came."""
    require_by_role(actor, TRIAGE, now=now)
    rows = list(NetworkMeeting.objects.order_by("-on_day", "-pk"))
    came = AtNetworkMeeting.objects.filter(meeting__in=rows).order_by("pk")
    at = list(came.values_list("meeting_id", "facilitator__user_id"))
    workers = worker_cards({user_id for _, user_id in at})
    return tuple(
        NetworkMeetingCard(row.on_day, tuple(workers[who].name for key, who in at if key == row.pk)) for row in rows
    )


def facilitator_to_change(actor: Actor, ref: str, *, now: dt.datetime) -> tuple[FacilitatorCard, int]:
    """With how many they led before Kith counted."""
    require_by_role(actor, TRIAGE, now=now)
    row = Facilitator.objects.filter(ref=ref, left_on=None).first()
    if row is None:
        raise NothingHere
    return facilitator_cards([row], now=now)[0], row.led_before
