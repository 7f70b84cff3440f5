"""Whether somebody is independent of a case: the one rule that no points outweigh."""

from enum import StrEnum

from kith.engines.pairing.pool import Facilitator, Request


class Why(StrEnum):
    """Why somebody is not proposed for a request; the first five are ties to the case."""

    INVOLVED = "works with this network"
    MANAGES = "manages somebody in this network"
    MANAGED = "is managed by somebody in this network"
    SAME_TEAM = "is in a team of this network"
    KEPT_OUT = "has said or been found not to be independent"
    NO_ROOM = "has no room for another"
    AWAY = "is away on every day named"

    @property
    def is_tie(self) -> bool:
        return self not in (Why.NO_ROOM, Why.AWAY)


def tie(one: Facilitator, request: Request) -> Why | None:
    """What ties somebody to a case; nothing where they are independent of it.

    >>> dana = Facilitator(ref="dana", name="Dana", agency="police", managers=frozenset({"rowan"}))
    >>> tie(dana, Request(ref="26", people=frozenset({"rowan"}))).value
    'is managed by somebody in this network'
    >>> tie(dana, Request(ref="26")) is None
    True
    """
    if one.ref in request.people:
        return Why.INVOLVED
    if one.ref in request.managers:
        return Why.MANAGES
    if one.managers & request.people:
        return Why.MANAGED
    if one.teams & request.teams:
        return Why.SAME_TEAM
    return Why.KEPT_OUT if one.ref in request.kept_out else None


def why_not(one: Facilitator, request: Request) -> Why | None:
    """Why somebody is not proposed; a tie is told before all else.

    >>> full = Facilitator(ref="dana", name="Dana", agency="police", room=0)
    >>> why_not(full, Request(ref="26")).value
    'has no room for another'
    """
    found = tie(one, request)
    if found is not None:
        return found
    if one.room == 0:
        return Why.NO_ROOM
    return Why.AWAY if request.days and request.days <= one.away else None
