"""Reads of occasions, always for an actor: the ledger of a child, parents, those who do not come, relatives' pages.

Each module is one kind of page; this one is only their front door.
"""

from kith.apps.occasions.kinds import (
    child_answers,
    invitation_answers,
    occasion_kinds,
    parent_words,
    ways_of_answering,
    ways_to_speak_up,
)
from kith.apps.occasions.queries.answering import answer_page, relatives_waiting
from kith.apps.occasions.queries.card import loop_card
from kith.apps.occasions.queries.coming import not_coming_form
from kith.apps.occasions.queries.contact import why_no_page
from kith.apps.occasions.queries.inviting import in_the_loop, invitations_page
from kith.apps.occasions.queries.ledger import (
    loop_gaps,
    loop_page,
    occasion_form,
    occasion_page,
    row_page,
    said_of,
    team_row_page,
)
from kith.apps.occasions.queries.own_words import answer_times, relative_page, sent_through
from kith.apps.occasions.queries.parents import parent_page
from kith.apps.occasions.queries.relatives import CannotMakePage, relative_form, relative_preview
from kith.apps.occasions.relative_copies import IN_THE_LOOP, WHAT_HAPPENED, RelativeCopy
from kith.apps.occasions.saying import CAME, MOST_SENT, MOST_WORDS, PARTS

__all__ = [
    "CAME",
    "IN_THE_LOOP",
    "MOST_SENT",
    "MOST_WORDS",
    "PARTS",
    "WHAT_HAPPENED",
    "CannotMakePage",
    "RelativeCopy",
    "answer_page",
    "answer_times",
    "child_answers",
    "in_the_loop",
    "invitation_answers",
    "invitations_page",
    "loop_card",
    "loop_gaps",
    "loop_page",
    "not_coming_form",
    "occasion_form",
    "occasion_kinds",
    "occasion_page",
    "parent_page",
    "parent_words",
    "relative_form",
    "relative_page",
    "relative_preview",
    "relatives_waiting",
    "row_page",
    "said_of",
    "sent_through",
    "team_row_page",
    "ways_of_answering",
    "ways_to_speak_up",
    "why_no_page",
]
