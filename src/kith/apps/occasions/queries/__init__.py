"""Reads of occasions, always for an actor: the ledger of a child, parents, those who do not come, relatives' pages.

Each module is one kind of page; this one is only their front door.
"""

from kith.apps.occasions.kinds import child_answers, occasion_kinds, parent_words
from kith.apps.occasions.queries.card import loop_card
from kith.apps.occasions.queries.coming import not_coming_form
from kith.apps.occasions.queries.ledger import (
    loop_page,
    occasion_form,
    occasion_page,
    row_page,
    said_of,
)
from kith.apps.occasions.queries.parents import parent_page
from kith.apps.occasions.queries.relatives import CannotMakePage, relative_form, relative_preview
from kith.apps.occasions.relative_copies import IN_THE_LOOP, RelativeCopy, read_copy
from kith.apps.occasions.saying import CAME, MOST_WORDS, PARTS

__all__ = [
    "CAME",
    "IN_THE_LOOP",
    "MOST_WORDS",
    "PARTS",
    "CannotMakePage",
    "RelativeCopy",
    "child_answers",
    "loop_card",
    "loop_page",
    "not_coming_form",
    "occasion_form",
    "occasion_kinds",
    "occasion_page",
    "parent_page",
    "parent_words",
    "read_copy",
    "relative_form",
    "relative_preview",
    "row_page",
    "said_of",
]
