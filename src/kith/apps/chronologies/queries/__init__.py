"""Reads of chronologies, always for an actor. Each module is one kind of read; this one is only their front door."""

from kith.apps.chronologies.queries.bringing import bringing_page, brought_before, brought_table, headings_page
from kith.apps.chronologies.queries.copies import story_file
from kith.apps.chronologies.queries.forms import row_form, row_to_withdraw
from kith.apps.chronologies.queries.known import candidates_of
from kith.apps.chronologies.queries.latest import latest_rows
from kith.apps.chronologies.queries.sealable import sealable_rows
from kith.apps.chronologies.queries.stories import attachment_file, row_of, row_page, story_of
from kith.apps.chronologies.queries.taking import children_to_take, own_taken, require_own_form, taken_form
from kith.apps.chronologies.record_owners import subjects_of_row
from kith.apps.chronologies.rules import MOST_WORDS
from kith.apps.chronologies.sight import may_begin, may_read

__all__ = [
    "MOST_WORDS",
    "attachment_file",
    "bringing_page",
    "brought_before",
    "brought_table",
    "candidates_of",
    "children_to_take",
    "headings_page",
    "latest_rows",
    "may_begin",
    "may_read",
    "own_taken",
    "require_own_form",
    "row_form",
    "row_of",
    "row_page",
    "row_to_withdraw",
    "sealable_rows",
    "story_file",
    "story_of",
    "subjects_of_row",
    "taken_form",
]
