"""Deeds on contacts: told, linked, decided, asked about again.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.cases.delays import CannotExplain
from kith.apps.cases.disagreeing import CannotDisagree
from kith.apps.cases.path import CannotStep
from kith.apps.cases.rules import CannotDecide, CannotLink, CannotSend
from kith.apps.cases.services.answering_checks import answer_check, put_back_check_answer, take_out_check_answer
from kith.apps.cases.services.beginning import CannotTakeBack, begin_twin, begin_unborn, take_back_record
from kith.apps.cases.services.births import record_birth, record_pregnancy_ended
from kith.apps.cases.services.confirming import CannotConfirm, confirm_rule, take_back_rule
from kith.apps.cases.services.deciding import ask_again, decide_allegation, decide_contact
from kith.apps.cases.services.disagreeing import (
    answer_disagreement,
    raise_disagreement,
    settle_disagreement,
    take_further,
)
from kith.apps.cases.services.explaining import explain_delay, take_out_delay
from kith.apps.cases.services.household import link_household
from kith.apps.cases.services.joining import on_destroy, on_merge
from kith.apps.cases.services.letting_in import CannotLetIn, let_in, shut_out
from kith.apps.cases.services.linking import link_person, unlink_person
from kith.apps.cases.services.loading import load_contacts
from kith.apps.cases.services.meetings import keep_meeting, take_out_meeting
from kith.apps.cases.services.missing import note_not_brought
from kith.apps.cases.services.notifying import mark_read, notify_school
from kith.apps.cases.services.standing import (
    begin_standing,
    correct_standing,
    end_standing,
    put_back_standing,
    reopen_standing,
    take_out_standing,
)
from kith.apps.cases.services.stepping import take_out_step, take_step
from kith.apps.cases.services.telling import tell_as_public, tell_as_worker, tell_of_child
from kith.apps.cases.standings import CannotStand

__all__ = [
    "CannotConfirm",
    "CannotDecide",
    "CannotDisagree",
    "CannotExplain",
    "CannotLetIn",
    "CannotLink",
    "CannotSend",
    "CannotStand",
    "CannotStep",
    "CannotTakeBack",
    "answer_check",
    "answer_disagreement",
    "ask_again",
    "begin_standing",
    "begin_twin",
    "begin_unborn",
    "confirm_rule",
    "correct_standing",
    "decide_allegation",
    "decide_contact",
    "end_standing",
    "explain_delay",
    "keep_meeting",
    "let_in",
    "link_household",
    "link_person",
    "load_contacts",
    "mark_read",
    "note_not_brought",
    "notify_school",
    "on_destroy",
    "on_merge",
    "put_back_check_answer",
    "put_back_standing",
    "raise_disagreement",
    "record_birth",
    "record_pregnancy_ended",
    "reopen_standing",
    "settle_disagreement",
    "shut_out",
    "take_back_record",
    "take_back_rule",
    "take_further",
    "take_out_check_answer",
    "take_out_delay",
    "take_out_meeting",
    "take_out_standing",
    "take_out_step",
    "take_step",
    "tell_as_public",
    "tell_as_worker",
    "tell_of_child",
    "unlink_person",
]
