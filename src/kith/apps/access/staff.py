"""How the staff list is kept: each entry sealed under the field key, bound to its worker."""

import datetime as dt
import json

from kith.apps.access.projections import StaffFacts, StaffLine
from kith.apps.records.base import open_sealed, seal

PURPOSE = "staff list"


def sealed_entry(line: StaffLine, user_ref: str) -> str:
    told = {"born": line.born.isoformat() if line.born else "", "lines": line.lines, "postcode": line.postcode}
    return seal(json.dumps(told), purpose=PURPOSE, bound_to=user_ref)


def opened_entry(sealed: str, *, user_id: int, user_ref: str, family: str) -> StaffFacts:
    told = json.loads(open_sealed(sealed, purpose=PURPOSE, bound_to=user_ref))
    born = dt.date.fromisoformat(told["born"]) if told["born"] else None
    return StaffFacts(user_id=user_id, family=family, born=born, lines=told["lines"], postcode=told["postcode"])
