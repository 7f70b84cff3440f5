"""Reads of the record: whether it holds, who looked at whom, what was searched, and the heads that others keep.

None of them asks who may read: that, and putting the reading itself on record, belongs to the apps above.
"""

from kith.apps.audit.journal import is_waiting as is_journal_waiting
from kith.apps.audit.queries.heads import head_key, signed_heads
from kith.apps.audit.queries.history import changes_of, is_on_record, last_deed_on, missing_keys
from kith.apps.audit.queries.looks import (
    PAGE,
    SHOWN,
    actors_opening_many,
    actors_refused_often,
    opened_pairs,
    openings_of,
    rows_of,
    searched_for,
    sightings_of,
    subjects_opened_by,
)
from kith.apps.audit.queries.verifying import broken_links, check_record, rows_on_record

__all__ = [
    "PAGE",
    "SHOWN",
    "actors_opening_many",
    "actors_refused_often",
    "broken_links",
    "changes_of",
    "check_record",
    "head_key",
    "is_journal_waiting",
    "is_on_record",
    "last_deed_on",
    "missing_keys",
    "opened_pairs",
    "openings_of",
    "rows_of",
    "rows_on_record",
    "searched_for",
    "sightings_of",
    "signed_heads",
    "subjects_opened_by",
]
