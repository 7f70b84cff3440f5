"""The live family links about a child, for whoever works with the child."""

import datetime as dt

from django.db.models import Max

from kith.apps.access.actions import PUBLISH_LINK, SEE_LINKS
from kith.apps.access.decisions import decide
from kith.apps.access.links import alive_at
from kith.apps.access.models import LinkVisit, ShareLink
from kith.apps.access.projections import LinkCard
from kith.apps.access.requiring import require
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.kernel.decisions import Decision

MOST = 100


def live_links(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[LinkCard, ...]:
    """Newest first. The caller shows only those whose reader the actor may see."""
    require(actor, SEE_LINKS, subject_ref, now=now)
    rows = ShareLink.objects.filter(alive_at(now), subject__ref=subject_ref).select_related("reader")
    found = list(rows.order_by("-published_at", "-pk")[:MOST])
    workers = worker_cards({row.published_by_id for row in found})
    opened = _last_visits(found)
    return tuple(
        LinkCard(
            ref=row.ref,
            reader_ref=row.reader.ref,
            reader_part=row.reader_part,
            expires_at=row.expires_at,
            visits=row.visits,
            most_visits=row.most_visits,
            opened_at=opened.get(row.pk),
            published_by=workers[row.published_by_id].at_agency,
            published_at=row.published_at,
        )
        for row in found
    )


def may_see_links(actor: Actor, subject_ref: str, *, now: dt.datetime) -> bool:
    """Whether a page may lead there: the list decides again for itself."""
    return decide(actor, SEE_LINKS, subject_ref, now=now).allowed


def may_publish(actor: Actor, subject_ref: str, *, now: dt.datetime) -> bool:
    """Whether a page may offer it: the deed decides again for itself."""
    return decide(actor, PUBLISH_LINK, subject_ref, now=now).allowed


def require_to_publish(actor: Actor, subject_ref: str, *, now: dt.datetime) -> Decision:
    """For what is shown on the way to publishing."""
    return require(actor, PUBLISH_LINK, subject_ref, now=now)


def _last_visits(links: list[ShareLink]) -> dict[int, dt.datetime]:
    visits = LinkVisit.objects.filter(link__in=[link.pk for link in links])
    return dict(visits.values("link_id").annotate(last=Max("since_at")).values_list("link_id", "last"))
