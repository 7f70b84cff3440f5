"""Who keeps which kind of standing: what the law gives to the council is children's social care's alone."""

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import front_door_agency_id
from kith.apps.cases.standings import kinds
from kith.apps.records.base import remembered


def may_keep_kind(actor: Actor, kind: str) -> bool:
    """Of somebody who may record steps."""
    if not kinds()[kind].council_only:
        return True
    return actor.agency_id == remembered("agency of the front door", front_door_agency_id)
