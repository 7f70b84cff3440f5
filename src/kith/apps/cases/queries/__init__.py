"""Reads of contacts, always for an actor: the two queues, one contact, and what became of it for whoever told us.

Each module is one kind of reader; this one is only their front door.
"""

from kith.apps.cases.checks import checks_of, most_shown
from kith.apps.cases.queries.checks import check_form, with_answers
from kith.apps.cases.queries.delays import why_late_page
from kith.apps.cases.queries.disagreements import disagreement_page, raising_page
from kith.apps.cases.queries.household import household_page
from kith.apps.cases.queries.looking_again import delays_to_look_at
from kith.apps.cases.queries.meetings import family_meetings, meeting_form
from kith.apps.cases.queries.missing import not_brought_page
from kith.apps.cases.queries.notices import may_notify, notices_of_school, schools_to_tell
from kith.apps.cases.queries.paths import may_see_path, path_page
from kith.apps.cases.queries.queues import (
    allegation_page,
    allegation_queue,
    contact_page,
    contacts_note,
    front_door_queue,
    letting_in_page,
)
from kith.apps.cases.queries.rules import rule_on, rule_page, rules_page, taking_back_page
from kith.apps.cases.queries.sent import require_to_send, sent_list, sent_page
from kith.apps.cases.queries.standing import standing_form, standing_page, times_on_line
from kith.apps.cases.queries.status import child_status, own_day
from kith.apps.cases.rules import FAMILY_KNOWS, HOW_ADULTS_WORK, MOST_WORDS
from kith.apps.cases.sight import may_keep_allegations, may_triage
from kith.engines.timescales import LONGEST_LIMIT

__all__ = [
    "FAMILY_KNOWS",
    "HOW_ADULTS_WORK",
    "LONGEST_LIMIT",
    "MOST_WORDS",
    "allegation_page",
    "allegation_queue",
    "check_form",
    "checks_of",
    "child_status",
    "contact_page",
    "contacts_note",
    "delays_to_look_at",
    "disagreement_page",
    "family_meetings",
    "front_door_queue",
    "household_page",
    "letting_in_page",
    "may_keep_allegations",
    "may_notify",
    "may_see_path",
    "may_triage",
    "meeting_form",
    "most_shown",
    "not_brought_page",
    "notices_of_school",
    "own_day",
    "path_page",
    "raising_page",
    "require_to_send",
    "rule_on",
    "rule_page",
    "rules_page",
    "schools_to_tell",
    "sent_list",
    "sent_page",
    "standing_form",
    "standing_page",
    "taking_back_page",
    "times_on_line",
    "why_late_page",
    "with_answers",
]
