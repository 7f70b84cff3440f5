"""Reads of own pages, always for an actor, each cut by what the young person chose.

The page and its paper stand in one module, the link in another; this one is only their front door.
"""

from kith.apps.ownpages.queries.giving import give_preview, require_to_give
from kith.apps.ownpages.queries.pages import own_page, own_page_card, own_page_form, own_page_sheet
from kith.apps.ownpages.rules import MOST_WORDS

__all__ = [
    "MOST_WORDS",
    "give_preview",
    "own_page",
    "own_page_card",
    "own_page_form",
    "own_page_sheet",
    "require_to_give",
]
