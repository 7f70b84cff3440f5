"""What the forms about a place on a team offer, and what stands in them."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, kinds_to_choose, may_seal, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import find_workers, worker_by_ref
from kith.apps.audit.services import note_opened
from kith.apps.people.queries import family_members
from kith.apps.teams.actions import KEEP
from kith.apps.teams.gathering import seats_round
from kith.apps.teams.models import TeamPlace
from kith.apps.teams.projections import PlaceForm, PlaceTold, Seat
from kith.apps.teams.sight import require_team


def place_form(
    actor: Actor, child_ref: str, *, words: str = "", worker_ref: str = "", adult_ref: str = "", now: dt.datetime
) -> PlaceForm:
    """Somebody new: the workers found by these words, beside one chosen before."""
    decision = require_team(actor, KEEP, child_ref, now=now)
    note_opened(child_ref, decision=decision)
    found = find_workers(words) if words else []
    chosen = worker_by_ref(worker_ref)
    cards = {card.ref: card for card in (*([chosen] if chosen else []), *found)}
    adults = _adults(actor, child_ref, now)
    return PlaceForm(
        adults=adults,
        bases=tuple(sharing_words("bases").items()),
        seals=tuple((kind.name, f"{kind.says}: {kind.means}") for kind in kinds_to_choose())
        if may_seal(actor, child_ref, now=now)
        else (),
        workers=tuple(
            (card.ref, ", ".join(part for part in (card.name, card.job_title, card.agency) if part))
            for card in cards.values()
        ),
        told=PlaceTold(
            worker_ref=chosen.ref if chosen else "",
            adult_ref=adult_ref if adult_ref in dict(adults) else "",
            basis="public_task",
            since=day_of(now),
        ),
    )


def _adults(actor: Actor, child_ref: str, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Everybody of the family whom the viewer may read, but the child."""
    return tuple((ref, name) for ref, name in family_members(actor, child_ref, now=now) if ref != child_ref)


def seat_on(actor: Actor, child_ref: str, seat_ref: str, *, now: dt.datetime) -> Seat:
    """One place as the viewer sees it, now or to come; for a caller that has decided."""
    today = day_of(now)
    seats = seats_round(actor, [child_ref], since=today, now=now)[child_ref]
    for seat in seats:
        if seat.ref == seat_ref and (seat.until is None or seat.until > today):
            return seat
    raise NothingHere


def place_to_change(actor: Actor, child_ref: str, seat_ref: str, *, now: dt.datetime) -> PlaceForm:
    decision = require_team(actor, KEEP, child_ref, now=now)
    note_opened(child_ref, decision=decision)
    seat = seat_on(actor, child_ref, seat_ref, now=now)
    if seat.is_group:
        raise NothingHere
    row = TeamPlace.objects.filter(ref=seat_ref).first()
    return PlaceForm(
        adults=_adults(actor, child_ref, now),
        bases=tuple(sharing_words("bases").items()),
        name=seat.name,
        version=seat.version,
        is_you=seat.is_you,
        told=PlaceTold(
            role=seat.role,
            agency=seat.agency,
            reach=seat.reach,
            adult_ref=seat.adult_ref,
            basis=row.basis if row else "",
            since=seat.since,
            until=row.until_on if row else None,
            is_trusted=seat.is_trusted,
            trust_said_by=seat.trust_said_by,
            asked_by=seat.asked_by,
        ),
    )


def seat_to_leave(actor: Actor, child_ref: str, seat_ref: str, *, now: dt.datetime) -> Seat:
    decision = require_team(actor, KEEP, child_ref, now=now)
    note_opened(child_ref, decision=decision)
    return seat_on(actor, child_ref, seat_ref, now=now)
