"""What a review makes of a row: a comment, the practice that was to be expected, and the practice that there was."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import ANALYSE, READ
from kith.apps.chronologies.models import Analysis
from kith.apps.chronologies.rules import MOST_WORDS
from kith.apps.chronologies.sight import EVENT, entries_of
from kith.apps.people.queries import Texts, write_texts
from kith.apps.records.base import require_version
from kith.kernel.text import cleaned


def analyse_row(
    *, by: Actor, child_ref: str, row_ref: str, said: Mapping[str, str], expected_version: int, now: dt.datetime
) -> int:
    """The version it has from now on. `said` by the names of the three columns; what comes back as it was shown stays
    whose it was."""
    require(by, READ, child_ref, now=now, kind=EVENT)
    decision = require(by, ANALYSE, child_ref, now=now, kind=EVENT)
    sound = {name: cleaned(words, limit=MOST_WORDS, multi_line=True) for name, words in said.items()}
    with deed(events.ANALYSED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        entry = entries_of(by, child_ref, now=now).filter(ref=row_ref).first()
        if entry is None:
            raise NothingHere
        row = Analysis.objects.select_for_update().filter(entry=entry).first() or Analysis(entry=entry, version=0)
        require_version(row, expected_version)
        before = write_texts(row, said, sound, Texts(by, [child_ref], now=now))
        row.version += 1
        row.recorded_by_id, row.recorded_at = by.id, now
        row.save()
        act.changed(child_ref, before=before, after={"row": row_ref, **{name: sound[name] for name in before}})
    return int(row.version)
