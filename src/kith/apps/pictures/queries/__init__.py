"""Reads of drawn pictures, always for an actor: all of a child's, one of them, two side by side.

Each module is one kind of read; this one is only their front door.
"""

from kith.apps.pictures.queries.all import pictures_page
from kith.apps.pictures.queries.beginning import people_to_put_in
from kith.apps.pictures.queries.checked_out import may_be_offered, own_tablets, queue_key, sent_about, taken_along
from kith.apps.pictures.queries.comparing import compare_page
from kith.apps.pictures.queries.copies import copies_page, picture_file, picture_to_give
from kith.apps.pictures.queries.drawn import drawn_page
from kith.apps.pictures.queries.gaps import gaps_on_pictures
from kith.apps.pictures.queries.lists import lists_page
from kith.apps.pictures.queries.nudge import note_at, pictures_note
from kith.apps.pictures.queries.photograph import photograph_file
from kith.apps.pictures.queries.sealable import sealable_pictures, subjects_of_picture

__all__ = [
    "compare_page",
    "copies_page",
    "drawn_page",
    "gaps_on_pictures",
    "lists_page",
    "may_be_offered",
    "note_at",
    "own_tablets",
    "people_to_put_in",
    "photograph_file",
    "picture_file",
    "picture_to_give",
    "pictures_note",
    "pictures_page",
    "queue_key",
    "sealable_pictures",
    "sent_about",
    "subjects_of_picture",
    "taken_along",
]
