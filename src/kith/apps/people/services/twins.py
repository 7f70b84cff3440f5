"""Children born together: put on record for all of them at once, as a tie between each two.

The ties are then like all others: told differently, taken out with a reason, put back.
"""

import datetime as dt
from collections.abc import Collection, Sequence

from kith.apps.access.queries import Cut, circle_ids, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people import actions, events
from kith.apps.people.queries.families import permitted, ties_among
from kith.apps.people.reading import tie_fact
from kith.apps.people.rules import checked_twins
from kith.apps.people.services.rows import held
from kith.apps.people.services.ties import keep_tie, require_tie_ends, words_of
from kith.apps.people.services.words import checked_words
from kith.apps.people.sight import Sight
from kith.apps.people.unions import TieFact, births_of, unions_of
from kith.apps.people.writing import Source
from kith.engines.drawing import network as net
from kith.kernel.errors import KithError


class CannotRecordTwins(KithError):
    """Children cannot be put on record as born together."""


def record_twins(
    *,
    by: Actor,
    child_ref: str,
    children: Sequence[str],
    kind: str,
    account: net.Account | None = None,
    now: dt.datetime,
) -> list[str]:
    """Two or more of the same parents, each of whom the actor may change; the refs of the ties between them."""
    decision = require(by, actions.CHANGE, child_ref, now=now)
    ties = checked_twins(children, kind, account)
    keys = require_tie_ends(by, ties, now=now)
    words = checked_words(by, [target_of(child_ref).id], words_of(ties[0]), now=now)
    with deed(events.TWINS_RECORDED, by=by, now=now, decision=decision, subjects=[child_ref, *keys]) as act:
        for ref in sorted(keys):
            held(ref)
        _require_one_birth(_told_to(by, child_ref, now), keys)
        source = Source(by.agency_id, now)
        refs = [keep_tie(act, tie, keys, words=words, source=source) for tie in ties]
        act.notes(ties=refs)
    return refs


def _told_to(by: Actor, child_ref: str, now: dt.datetime) -> list[TieFact]:
    """The ties of the family that the actor sees: no others may change the answer."""
    centre = target_of(child_ref)
    everybody = permitted(by, [centre.id, *circle_ids(centre.id)], now=now)
    rows = [row for row in everybody if row.withdrawn_at is None]
    sight, refs = Sight(Cut(by, actions.READ, now=now), [centre.id]), {row.pk: row.subject.ref for row in rows}
    ties = ties_among({row.pk: row.subject_id for row in rows}, sight)
    return [tie_fact(tie, refs, sight) for tie in ties if not tie.withdrawn_at]


def _require_one_birth(ties: Sequence[TieFact], children: Collection[str]) -> None:
    if births_of(ties).keys() & set(children):
        raise CannotRecordTwins(
            "One of them is already on record as born together with somebody. "
            "Take that tie out first, then say it again for all of them."
        )
    born = ({link.child for link in union.children if link.kind == "birth"} for union in unions_of(ties))
    if not any(set(children) <= siblings for siblings in born):
        raise CannotRecordTwins("Choose brothers or sisters who have the same parents in the picture.")
