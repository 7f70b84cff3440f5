"""What the forms about rows offer."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.drafting import draft_name
from kith.apps.chronologies.projections import Candidate, RowCard, RowForm
from kith.apps.chronologies.queries.known import candidate
from kith.apps.chronologies.queries.stories import row_of
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.sight import others_to_write_about
from kith.apps.chronologies.vocabulary import restrictions, row_words
from kith.apps.drafts.queries import draft_of
from kith.engines.chronology import colours, event_types
from kith.kernel.text import LIMITS


def row_form(
    actor: Actor, child_ref: str, row_ref: str = "", *, called: str, came_of: str = "", now: dt.datetime
) -> RowForm:
    """For a new row, with what was written of it and not sent, or of the actor's own agency, with what it says.

    `came_of` names something known that the new row is begun from.
    """
    require(actor, WRITE, child_ref, now=now)
    standing, earlier = row_of(actor, child_ref, row_ref, called=called, now=now) if row_ref else (None, ())
    if standing and (not standing.is_own or standing.withdrawn):
        raise NothingHere
    others = others_to_write_about(actor, child_ref, now=now)
    return RowForm(
        types=tuple((kind.id, kind.name) for kind in event_types().values()),
        rags=tuple(colours().items()),
        effects=tuple(row_words("effects").items()),
        bases=tuple(sharing_words("bases").items()),
        restrictions=tuple((name, one.says) for name, one in restrictions().items()),
        roles=tuple(row_words("roles").items()),
        brothers_and_sisters=tuple((one.ref, one.first_name) for one in others),
        said=standing.said if standing else None,
        version=standing.version if standing else 0,
        standing=standing,
        earlier=earlier,
        known=_known(actor, child_ref, came_of, called, now) if came_of else None,
        draft=None if row_ref else draft_of(actor, child_ref, draft_name(came_of)),
    )


def _known(actor: Actor, child_ref: str, came_of: str, called: str, now: dt.datetime) -> Candidate | None:
    """None where it is offered no more: somebody of the agency wrote it down meanwhile, or it was never there."""
    if len(came_of) > LIMITS["identifier"]:
        raise NothingHere
    try:
        return candidate(actor, child_ref, came_of, called=called, now=now)
    except (NothingHere, CannotTell):
        return None


def row_to_withdraw(actor: Actor, child_ref: str, row_ref: str, *, called: str, now: dt.datetime) -> RowCard:
    """A row of the actor's own agency that stands."""
    require(actor, WRITE, child_ref, now=now)
    card, _ = row_of(actor, child_ref, row_ref, called=called, now=now)
    if not card.is_own or card.withdrawn:
        raise NothingHere
    return card
