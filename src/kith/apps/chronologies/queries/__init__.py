"""Reads of chronologies, always for an actor. Each module is one kind of read; this one is only their front door."""

from kith.apps.chronologies.queries.forms import row_form, row_to_withdraw
from kith.apps.chronologies.queries.giving import rows_to_give
from kith.apps.chronologies.queries.latest import latest_rows
from kith.apps.chronologies.queries.sealable import sealable_rows
from kith.apps.chronologies.queries.stories import row_of, row_page, story_of
from kith.apps.chronologies.queries.versions import (
    edition_page,
    editions_of,
    review_of,
    review_row,
)
from kith.apps.chronologies.record_owners import subjects_of_row
from kith.apps.chronologies.rules import MOST_WORDS
from kith.apps.chronologies.sight import may_read, may_write
from kith.apps.chronologies.vocabulary import common_capitals, grown_ups_called, kinds_of_own_life, row_words

__all__ = [
    "MOST_WORDS",
    "common_capitals",
    "edition_page",
    "editions_of",
    "grown_ups_called",
    "kinds_of_own_life",
    "latest_rows",
    "may_read",
    "may_write",
    "review_of",
    "review_row",
    "row_form",
    "row_of",
    "row_page",
    "row_to_withdraw",
    "row_words",
    "rows_to_give",
    "sealable_rows",
    "story_of",
    "subjects_of_row",
]
