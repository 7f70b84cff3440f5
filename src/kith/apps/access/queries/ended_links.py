"""The family links about a child that open no more, for whoever works with the child.

One that a seal, a merge or a record that was taken back closed is not among them: its end would tell that something was
sealed, or whose record it was. Whatever else is listed was over before, and stays in the list as it was.
"""

import datetime as dt

from django.db.models import F, Q

from kith.apps.access.actions import SEE_LINKS
from kith.apps.access.links import REVOKED, WRONG_CODES
from kith.apps.access.models import ShareLink
from kith.apps.access.projections import EndedLinkCard
from kith.apps.access.requiring import require
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards

MOST = 100
USED_UP, RAN_OUT = "used_up", "ran_out"


def ended_links(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[EndedLinkCard, ...]:
    """Newest first. The caller shows only those whose reader the actor may see."""
    require(actor, SEE_LINKS, subject_ref, now=now)
    rows = ShareLink.objects.filter(_over(now), subject__ref=subject_ref).select_related("reader")
    found = list(rows.order_by("-published_at", "-pk")[:MOST])
    cards = worker_cards({key for row in found for key in (row.published_by_id, row.ended_by_id) if key})
    names = {key: card.at_agency for key, card in cards.items()}
    return tuple(_card(row, names) for row in found)


def _over(now: dt.datetime) -> Q:
    """Ended by somebody, used up, or run out before anything else could end it."""
    ran_out = Q(expires_at__lte=now) & (Q(ended_at=None) | Q(ended_at__gte=F("expires_at")))
    return Q(ended_why__in=(REVOKED, WRONG_CODES)) | Q(visits__gte=F("most_visits")) | ran_out


def _card(row: ShareLink, names: dict[int, str]) -> EndedLinkCard:
    why = _why(row)
    when = {USED_UP: None, RAN_OUT: row.expires_at}
    return EndedLinkCard(
        ref=row.ref,
        reader_ref=row.reader.ref,
        reader_part=row.reader_part,
        why=why,
        ended_by=names.get(row.ended_by_id or 0, ""),
        ended_at=when.get(why, row.ended_at),
        visits=row.visits,
        published_by=names[row.published_by_id],
        published_at=row.published_at,
    )


def _why(row: ShareLink) -> str:
    if row.ended_why in (REVOKED, WRONG_CODES):
        return row.ended_why
    return USED_UP if row.visits >= row.most_visits else RAN_OUT
