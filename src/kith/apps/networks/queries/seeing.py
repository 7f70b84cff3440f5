"""Who sees a child's page, and why this viewer does."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.actions import SEE_WHO
from kith.apps.access.projections import Watcher
from kith.apps.access.queries import day_of, reasons_of, require, watchers_of
from kith.apps.agencies.projections import Actor
from kith.apps.networks.pages import child_face
from kith.apps.networks.projections import ChildFace, SeeingPage, WatcherGroup
from kith.apps.people.actions import READ
from kith.apps.people.queries import person_view

GROUPS = {
    "R1": "On the team",
    "R6": "Taking an emergency look",
    "R2": "In an agency with which this is shared",
    "R3": "By their role, or because their agency works with the child",
}


def child_head(actor: Actor, child_ref: str, *, now: dt.datetime) -> ChildFace:
    """Whom a page beside the child's own is about, for whoever may open the child."""
    return child_face(person_view(actor, child_ref, now=now).person, day_of(now))


def seeing_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> SeeingPage:
    require(actor, SEE_WHO, child_ref, now=now)
    watchers = watchers_of(actor, READ, child_ref, now=now)
    return SeeingPage(
        child=child_head(actor, child_ref, now=now),
        reasons=reasons_of(actor, child_ref, now=now),
        watchers=_grouped(watchers),
        count=len(watchers),
    )


def _grouped(watchers: Sequence[Watcher]) -> tuple[WatcherGroup, ...]:
    groups = (WatcherGroup(says, tuple(w for w in watchers if w.rule == rule)) for rule, says in GROUPS.items())
    return tuple(group for group in groups if group.watchers)
