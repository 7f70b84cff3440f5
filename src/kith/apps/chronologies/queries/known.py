"""What Kith knows of a child that may become a row of the actor's agency."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kith.apps.access.queries import NothingHere, day_of, require
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.knowing import all_known, known_as, reasons
from kith.apps.chronologies.models import SetAside
from kith.apps.chronologies.projections import Candidate, KnownAlready, LeftOut, ToldElsewhere
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.sight import EVENT, entries_of, may_write
from kith.apps.chronologies.told import Reader, beside, row_cards
from kith.kernel.partial_dates import PartialDate

SETTLED = "Somebody of your agency has it in the story already, or has left it out. Nothing was done twice."
NEAR = dt.timedelta(days=7)


def known_already(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> KnownAlready:
    """The newest first: not what is a row of the actor's agency already, or is yet to come."""
    _require(actor, child_ref, now)
    found = _open(actor, child_ref, all_known(actor, child_ref, called, now), now)
    found.sort(key=lambda one: (one.start.sort_key, one.came_of), reverse=True)
    aside = _aside(actor, child_ref)
    workers = worker_cards({row.set_by_id for row in aside.values()})
    left_out = (
        LeftOut(
            known=one,
            why=reasons().get(aside[one.came_of].why, ""),
            by=workers[aside[one.came_of].set_by_id].at_agency,
            at=aside[one.came_of].set_at,
        )
        for one in found
        if one.came_of in aside
    )
    return KnownAlready(
        offered=tuple(one for one in found if one.came_of not in aside),
        left_out=tuple(left_out),
        reasons=tuple(reasons().items()),
    )


def candidates_near(
    actor: Actor, child_ref: str, start: PartialDate | None, *, called: str, now: dt.datetime
) -> tuple[Candidate, ...]:
    """Those of the same days as something that somebody is about to write; none where the day is open."""
    first, last = (start.earliest, start.latest) if start else (None, None)
    if first is None or last is None:
        _require(actor, child_ref, now)
        return ()
    offered = known_already(actor, child_ref, called=called, now=now).offered
    return tuple(one for one in offered if _is_within(one.start, first - NEAR, last + NEAR))


def candidate(actor: Actor, child_ref: str, came_of: str, *, called: str, now: dt.datetime) -> Candidate:
    """One that is offered; of what the agency has settled meanwhile, which the actor may see, it says that."""
    _require(actor, child_ref, now)
    one = known_as(actor, child_ref, came_of, called, now)
    if one is None or _is_to_come(one.start, day_of(now)):
        raise NothingHere
    found = _open(actor, child_ref, [one], now)
    if not found or came_of in _aside(actor, child_ref):
        raise CannotTell(SETTLED)
    return found[0]


def is_offered(actor: Actor, child_ref: str, came_of: str, *, now: dt.datetime) -> bool:
    """Without a refusal, for what is said after something was recorded."""
    if not may_write(actor, child_ref, now=now):
        return False
    one = known_as(actor, child_ref, came_of, "", now)
    return one is not None and bool(_open(actor, child_ref, [one], now))


def _require(actor: Actor, child_ref: str, now: dt.datetime) -> None:
    note_opened(child_ref, decision=require(actor, WRITE, child_ref, now=now, kind=EVENT))


def _open(actor: Actor, child_ref: str, known: Iterable[Candidate], now: dt.datetime) -> list[Candidate]:
    """Of these what has been and no row of the actor's own agency tells, each with whoever else has told it."""
    been = [one for one in known if not _is_to_come(one.start, day_of(now))]
    own, told = _told(actor, child_ref, [one.came_of for one in been], now)
    return [replace(one, told=tuple(told.get(one.came_of, ()))) for one in been if one.came_of not in own]


def _told(
    actor: Actor, child_ref: str, came_of: Collection[str], now: dt.datetime
) -> tuple[set[str], Mapping[str, list[ToldElsewhere]]]:
    """What rows tell already, of those alone that the actor may read: a row they are not shown hides nothing either."""
    rows = entries_of(actor, child_ref, now=now).filter(came_of__in=came_of, withdrawn_at=None).order_by("pk")
    entries = {row.ref: row for row in rows} if came_of else {}
    if not entries:
        return set(), {}
    reader = Reader(actor, child_ref, "", now)
    own: set[str] = set()
    told: dict[str, list[ToldElsewhere]] = defaultdict(list)
    for card in row_cards(entries.values(), beside(entries.values(), reader), reader):
        source = entries[card.ref].came_of
        if card.is_own:
            own.add(source)
        else:
            told[source].append(ToldElsewhere(ref=card.ref, told_by=card.told_by, on=card.when))
    return own, told


def _aside(actor: Actor, child_ref: str) -> Mapping[str, SetAside]:
    rows = SetAside.objects.filter(subject__ref=child_ref, agency_id=actor.agency_id).order_by("pk")
    return {row.came_of: row for row in rows}


def _is_to_come(start: PartialDate, today: dt.date) -> bool:
    return start.earliest is not None and start.earliest > today


def _is_within(start: PartialDate, first: dt.date, last: dt.date) -> bool:
    """Whether it can have been then."""
    return (start.earliest or first) <= last and (start.latest or last) >= first
