"""Deeds on group supervision: asked, triaged, led, held, answered, supported.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.supervision.rules import CannotSupervise
from kith.apps.supervision.services.answering import give_feedback, judge_words
from kith.apps.supervision.services.asking import ask_for_supervision, take_back
from kith.apps.supervision.services.drafting import keep_words
from kith.apps.supervision.services.inviting import answer_invitation, invite
from kith.apps.supervision.services.joining import on_destroy, on_merge
from kith.apps.supervision.services.leading import answer_lead, ask_to_lead, withdraw_lead
from kith.apps.supervision.services.meeting import (
    answer_days,
    note_happened,
    offer_days,
    settle_day,
    use_stop_card,
)
from kith.apps.supervision.services.observing import note_observed
from kith.apps.supervision.services.peers import note_network_meeting, note_peer_talk, say_how_it_was
from kith.apps.supervision.services.pool import change_facilitator, join_pool, leave_pool, say_away, say_needs
from kith.apps.supervision.services.reminding import remind
from kith.apps.supervision.services.support import answer_support, offer_support, offer_support_at_work
from kith.apps.supervision.services.triaging import triage

__all__ = [
    "CannotSupervise",
    "answer_days",
    "answer_invitation",
    "answer_lead",
    "answer_support",
    "ask_for_supervision",
    "ask_to_lead",
    "change_facilitator",
    "give_feedback",
    "invite",
    "join_pool",
    "judge_words",
    "keep_words",
    "leave_pool",
    "note_happened",
    "note_network_meeting",
    "note_observed",
    "note_peer_talk",
    "offer_days",
    "offer_support",
    "offer_support_at_work",
    "on_destroy",
    "on_merge",
    "remind",
    "say_away",
    "say_how_it_was",
    "say_needs",
    "settle_day",
    "take_back",
    "triage",
    "use_stop_card",
    "withdraw_lead",
]
