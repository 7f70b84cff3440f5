"""Addresses at which Kith found an adult and a child, as far as somebody at the front door may see both there."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere, decide, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import refuse
from kith.apps.cases.actions import TRIAGE
from kith.apps.sentences.actions import KNOW
from kith.apps.sentences.concerning import Touching, touching_pairs
from kith.apps.sentences.models import FoundTogether
from kith.apps.sentences.projections import UnsafeCard
from kith.apps.sentences.rules import NOT_SUPERVISED
from kith.apps.sentences.sight import SENTENCE
from kith.kernel.decisions import Decision, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One of them, with what makes it unsafe, for somebody who may see both."""

    row: FoundTogether
    card: UnsafeCard
    touching: Touching


def standing_pairs() -> QuerySet[FoundTogether]:
    rows = FoundTogether.objects.filter(gone_at=None)
    return rows.select_related("subject", "child", "looked_by").order_by("found_at", "pk")


def seen_of(actor: Actor, rows: Sequence[FoundTogether], *, shows: bool = True, now: dt.datetime) -> list[Found]:
    """Those that are still so by what the actor may see of both people and of both addresses, and no others."""
    if not rows:
        return []
    touching = touching_pairs(actor, {(row.subject.ref, row.child.ref) for row in rows}, shows=shows, now=now)
    cards = {(card.adult_ref, card.child_ref): card for card in touching.unsafe()}
    pairs = [(row, cards.get((row.subject.ref, row.child.ref))) for row in rows]
    return [Found(row=row, card=card, touching=touching) for row, card in pairs if card is not None]


def require_found(actor: Actor, found_ref: str, *, shows: bool = True, now: dt.datetime) -> tuple[Decision, Found]:
    """For the front door alone; what one of them may not see is not there for them. A deed shows nobody anything."""
    require_by_role(actor, TRIAGE, now=now)
    seen = seen_of(actor, list(standing_pairs().filter(ref=found_ref)), shows=shows, now=now)
    if not seen:
        refuse(KNOW.name, by=actor, now=now, decision=refused("R0", NOT_SUPERVISED))
        raise NothingHere
    return decide(actor, KNOW, seen[0].row.subject.ref, now=now, kind=SENTENCE), seen[0]
