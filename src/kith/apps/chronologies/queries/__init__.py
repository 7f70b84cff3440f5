"""Reads of chronologies, always for an actor. Each module is one kind of read; this one is only their front door."""

from kith.apps.chronologies.queries.bringing import bringing_page, brought_before, brought_table, headings_page
from kith.apps.chronologies.queries.copies import edition_file, story_file
from kith.apps.chronologies.queries.forms import row_form, row_to_withdraw
from kith.apps.chronologies.queries.giving import rows_to_give
from kith.apps.chronologies.queries.known import candidates_near, is_offered, known_already
from kith.apps.chronologies.queries.latest import latest_rows
from kith.apps.chronologies.queries.sealable import sealable_rows
from kith.apps.chronologies.queries.stories import attachment_file, cards_of, placed_story, row_of, row_page, story_of
from kith.apps.chronologies.queries.taking import children_to_take, own_taken, require_own_form, taken_form
from kith.apps.chronologies.queries.versions import edition_page, editions_of, review_of, review_row
from kith.apps.chronologies.record_owners import subjects_of_row
from kith.apps.chronologies.rules import MOST_WORDS
from kith.apps.chronologies.sight import may_begin, may_read, may_write
from kith.apps.chronologies.vocabulary import common_capitals, grown_ups_called, kinds_of_own_life, row_words

__all__ = [
    "MOST_WORDS",
    "attachment_file",
    "bringing_page",
    "brought_before",
    "brought_table",
    "candidates_near",
    "cards_of",
    "children_to_take",
    "common_capitals",
    "edition_file",
    "edition_page",
    "editions_of",
    "grown_ups_called",
    "headings_page",
    "is_offered",
    "kinds_of_own_life",
    "known_already",
    "latest_rows",
    "may_begin",
    "may_read",
    "may_write",
    "own_taken",
    "placed_story",
    "require_own_form",
    "review_of",
    "review_row",
    "row_form",
    "row_of",
    "row_page",
    "row_to_withdraw",
    "row_words",
    "rows_to_give",
    "sealable_rows",
    "story_file",
    "story_of",
    "subjects_of_row",
    "taken_form",
]
