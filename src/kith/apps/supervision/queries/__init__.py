"""Reads of group supervision: asking, triage, the pool, one's own part in it, meetings, and what came of it all.

Each module is one kind of read; this one is only their front door.
"""

from kith.apps.supervision.cards import answer_choices
from kith.apps.supervision.queries.asking import ask_form, happened_about, may_ask_about
from kith.apps.supervision.queries.desk import desk, desk_request, words_to_judge
from kith.apps.supervision.queries.evaluating import evaluation, evaluation_file
from kith.apps.supervision.queries.meeting import meeting_page
from kith.apps.supervision.queries.own import own_page, own_place_page, way_in
from kith.apps.supervision.queries.pool import facilitator_to_change, pool_page
from kith.apps.supervision.rules import MOST_WORDS
from kith.apps.supervision.vocabulary import localities, outcomes, words_of

__all__ = [
    "MOST_WORDS",
    "answer_choices",
    "ask_form",
    "desk",
    "desk_request",
    "evaluation",
    "evaluation_file",
    "facilitator_to_change",
    "happened_about",
    "localities",
    "may_ask_about",
    "meeting_page",
    "outcomes",
    "own_page",
    "own_place_page",
    "pool_page",
    "way_in",
    "words_of",
    "words_to_judge",
]
