"""Reads of drawn pictures, always for an actor: all of a child's, one of them, two side by side.

Each module is one kind of read; this one is only their front door.
"""

from kith.apps.pictures.queries.all import pictures_page
from kith.apps.pictures.queries.comparing import compare_page
from kith.apps.pictures.queries.copies import copies_page, picture_file, picture_to_give
from kith.apps.pictures.queries.drawn import drawn_page
from kith.apps.pictures.queries.nudge import pictures_note
from kith.apps.pictures.queries.sealable import sealable_pictures, subjects_of_picture

__all__ = [
    "compare_page",
    "copies_page",
    "drawn_page",
    "picture_file",
    "picture_to_give",
    "pictures_note",
    "pictures_page",
    "sealable_pictures",
    "subjects_of_picture",
]
