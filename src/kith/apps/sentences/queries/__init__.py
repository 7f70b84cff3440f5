"""Reads of sentences, always for an actor: of whoever supervises, and of a child's workers.

Each module is one kind of reader; this one is only their front door.
"""

from kith.apps.sentences.queries.found import found_page, found_together
from kith.apps.sentences.queries.intelligence import intelligence_page
from kith.apps.sentences.queries.listing import sentences_note, supervised_list
from kith.apps.sentences.queries.overseeing import overseen_list, overseen_page
from kith.apps.sentences.queries.safeguarding import (
    safeguards_note,
    safeguards_page,
    sentence_links,
    unsafe_if,
    unsafe_in,
)
from kith.apps.sentences.queries.supervising import (
    condition_form,
    require_to_move,
    sentence_page,
    summary_form,
)
from kith.apps.sentences.record_owners import subjects_of_intelligence
from kith.apps.sentences.rules import MOST_WORDS, OLDEST_CHILD, SUMMARY_PARTS

__all__ = [
    "MOST_WORDS",
    "OLDEST_CHILD",
    "SUMMARY_PARTS",
    "condition_form",
    "found_page",
    "found_together",
    "intelligence_page",
    "overseen_list",
    "overseen_page",
    "require_to_move",
    "safeguards_note",
    "safeguards_page",
    "sentence_links",
    "sentence_page",
    "sentences_note",
    "subjects_of_intelligence",
    "summary_form",
    "supervised_list",
    "unsafe_if",
    "unsafe_in",
]
