"""Reads of networks as pages, always for an actor: pictures, finding, one person.

Each module is one kind of page; this one is only their front door.
"""

from kith.apps.networks.queries.finding import find_page, today_page
from kith.apps.networks.queries.persons import (
    form_page,
    home_to_change,
    homes_to_join,
    last_changed,
    person_page,
    person_to_change,
    tie_to_change,
)
from kith.apps.networks.queries.pictures import child_page, load_page, picture_file, picture_page

__all__ = [
    "child_page",
    "find_page",
    "form_page",
    "home_to_change",
    "homes_to_join",
    "last_changed",
    "load_page",
    "person_page",
    "person_to_change",
    "picture_file",
    "picture_page",
    "tie_to_change",
    "today_page",
]
