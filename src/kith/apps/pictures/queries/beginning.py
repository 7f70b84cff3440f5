"""Whom of a child's family a new picture may begin with, as it tells nothing that a seal covers."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.people.queries import family_to_copy
from kith.apps.pictures.prefilling import put_in
from kith.apps.pictures.projections import PutIn
from kith.apps.pictures.rules import kind_called
from kith.engines.drawing.network import Network


def people_to_put_in(actor: Actor, child_ref: str, kind: str, people: Sequence[str], *, now: dt.datetime) -> PutIn:
    """The people that were ticked. How they belong stays on the picture for whoever sees it later, so it is taken from
    what may leave in a copy: where somebody is sealed, or a tie is, they stand there without it."""
    try:
        family = family_to_copy(actor, child_ref, now=now).network
    except NothingHere:
        family = Network(about=child_ref)
    return put_in(kind_called(kind), family, people)
