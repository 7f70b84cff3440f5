"""Reads of who looked, always for an actor and themselves put on record. Each module is one kind of page."""

from kith.apps.oversight.queries.answers import answer_page
from kith.apps.oversight.queries.looking import looking_page, unusual_page
from kith.apps.oversight.queries.reviews import review_page, review_queue

__all__ = ["answer_page", "looking_page", "review_page", "review_queue", "unusual_page"]
