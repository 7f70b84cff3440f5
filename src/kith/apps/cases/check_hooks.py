"""Standing checks that other apps hand in: of a child as one viewer sees them, in cards."""

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from kith.apps.agencies.projections import Actor
from kith.apps.cases.checks import OWN_CHECKS, cards_of
from kith.apps.cases.projections import CheckCard, ChildSeen


class StandingCheck(Protocol):
    """Asked with the actor, so that what it reads besides is cut for them; it answers with finished cards."""

    def __call__(self, actor: Actor, child: ChildSeen, *, now: dt.datetime) -> Iterable[CheckCard]: ...


_handed_in: list[StandingCheck] = []


def install_standing_checks(checks: Iterable[StandingCheck]) -> None:
    """Called once at start-up by the project."""
    _handed_in[:] = checks


def checks_of(actor: Actor, child: ChildSeen, *, now: dt.datetime) -> tuple[CheckCard, ...]:
    """Everything that is found: what is late first, then what others know, then what nobody has asked."""
    own = cards_of((gap for check in OWN_CHECKS for gap in check(child)), child.name)
    others = [card for check in _handed_in for card in check(actor, child, now=now)]
    urgent = [card for card in own if card.is_urgent]
    return (*urgent, *others, *(card for card in own if not card.is_urgent))
