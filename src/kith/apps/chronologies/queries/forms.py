"""What the forms about rows offer."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.projections import RowCard, RowForm
from kith.apps.chronologies.queries.stories import row_of
from kith.apps.chronologies.sight import others_to_write_about
from kith.apps.chronologies.vocabulary import restrictions, row_words
from kith.engines.chronology import colours, event_types


def row_form(actor: Actor, child_ref: str, row_ref: str = "", *, called: str, now: dt.datetime) -> RowForm:
    """For a new row; or for one of the actor's own agency that stands, with what it says."""
    require(actor, WRITE, child_ref, now=now)
    standing, earlier = row_of(actor, child_ref, row_ref, called=called, now=now) if row_ref else (None, ())
    if standing and (not standing.is_own or standing.withdrawn):
        raise NothingHere
    return RowForm(
        types=tuple((kind.id, kind.name) for kind in event_types().values()),
        rags=tuple(colours().items()),
        effects=tuple(row_words("effects").items()),
        bases=tuple(sharing_words("bases").items()),
        restrictions=tuple((name, one.says) for name, one in restrictions().items()),
        roles=tuple(row_words("roles").items()),
        brothers_and_sisters=others_to_write_about(actor, child_ref, now=now),
        said=standing.said if standing else None,
        version=standing.version if standing else 0,
        standing=standing,
        earlier=earlier,
    )


def row_to_withdraw(actor: Actor, child_ref: str, row_ref: str, *, called: str, now: dt.datetime) -> RowCard:
    """A row of the actor's own agency that stands."""
    require(actor, WRITE, child_ref, now=now)
    card, _ = row_of(actor, child_ref, row_ref, called=called, now=now)
    if not card.is_own or card.withdrawn:
        raise NothingHere
    return card
