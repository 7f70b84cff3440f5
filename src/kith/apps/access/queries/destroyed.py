"""Which records were destroyed before their time: for whoever answers for it, and with nothing of the records."""

import datetime as dt

from kith.apps.access.actions import SEE_DESTROYED
from kith.apps.access.models import Proposal
from kith.apps.access.projections import DestroyedCard, DestroyedPage
from kith.apps.access.requiring import require_by_role
from kith.apps.access.seconds import DESTROY_SUBJECT
from kith.apps.access.vocabulary import grounds_to_destroy
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards

MOST = 200


def destroyed_page(actor: Actor, *, now: dt.datetime) -> DestroyedPage:
    """Of every agency. The ref that leads nowhere stays inside, as somebody may have it beside the name still."""
    require_by_role(actor, SEE_DESTROYED, now=now)
    agreed = Proposal.objects.filter(deed=DESTROY_SUBJECT, outcome="agreed", decided_at__lte=now)
    rows = list(agreed.order_by("-decided_at", "-pk")[: MOST + 1])
    cards = worker_cards({key for row in rows for key in (row.proposed_by_id, row.decided_by_id) if key})
    names = {key: card.at_agency for key, card in cards.items()}
    return DestroyedPage(records=tuple(_card(row, names) for row in rows[:MOST]), has_more=len(rows) > MOST)


def ground_of(row: Proposal) -> str:
    """Why a record is to go, or went, in words."""
    ground = row.wish.split()[0]
    return grounds_to_destroy().get(ground, ground)


def _card(row: Proposal, names: dict[int, str]) -> DestroyedCard:
    return DestroyedCard(
        ground=ground_of(row),
        why=row.why,
        proposed_by=names[row.proposed_by_id],
        proposed_at=row.proposed_at,
        agreed_by=names.get(row.decided_by_id or 0, ""),
        destroyed_at=row.decided_at or row.proposed_at,
        agreed_why=row.decided_why,
    )
