"""Reads of group supervision: asking, triage, the pool, one's own part in it, meetings, and what came of it all.

Each module is one kind of read; this one is only their front door.
"""

from kith.apps.supervision.cards import answer_choices
from kith.apps.supervision.drafting import ASK, TRIAGE
from kith.apps.supervision.queries.asking import ask_form, happened_about, may_ask_about, receipt
from kith.apps.supervision.queries.desk import desk, desk_request, to_invite, words_to_judge
from kith.apps.supervision.queries.evaluating import evaluation, evaluation_file
from kith.apps.supervision.queries.meeting import answers_draft, meeting_page, toolbox_page
from kith.apps.supervision.queries.observing import handled_page, to_observe
from kith.apps.supervision.queries.own import own_page, own_place_page, peers_to_name, waits_in_supervision, way_in
from kith.apps.supervision.queries.pool import facilitator_to_change, network_meetings, pool_page
from kith.apps.supervision.queries.support import support_page, who_can_be_supported
from kith.apps.supervision.rules import MOST_WORDS
from kith.apps.supervision.vocabulary import INVITATION_ANSWERS, localities, outcomes, points, seen_answers, words_of

__all__ = [
    "ASK",
    "INVITATION_ANSWERS",
    "MOST_WORDS",
    "TRIAGE",
    "answer_choices",
    "answers_draft",
    "ask_form",
    "desk",
    "desk_request",
    "evaluation",
    "evaluation_file",
    "facilitator_to_change",
    "handled_page",
    "happened_about",
    "localities",
    "may_ask_about",
    "meeting_page",
    "network_meetings",
    "outcomes",
    "own_page",
    "own_place_page",
    "peers_to_name",
    "points",
    "pool_page",
    "receipt",
    "seen_answers",
    "support_page",
    "to_invite",
    "to_observe",
    "toolbox_page",
    "waits_in_supervision",
    "way_in",
    "who_can_be_supported",
    "words_of",
    "words_to_judge",
]
