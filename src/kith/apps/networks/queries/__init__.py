"""Reads of networks as pages, always for an actor: pictures, finding, one person.

Each module is one kind of page; this one is only their front door.
"""

from kith.apps.networks.queries.destroying import destroying_page, record_to_go
from kith.apps.networks.queries.family_copy import copy_form, links_page, preview_of
from kith.apps.networks.queries.finding import find_page, today_page
from kith.apps.networks.queries.given_picture import give_form, give_preview
from kith.apps.networks.queries.given_story import story_form, story_preview, story_readers, story_together
from kith.apps.networks.queries.known import emergency_page, known_page
from kith.apps.networks.queries.merging import merge_choices, merge_page, parting_page, two_sides
from kith.apps.networks.queries.persons import (
    form_page,
    home_to_change,
    homes_to_join,
    last_changed,
    person_page,
    person_to_change,
    siblings_to_choose,
    tie_to_change,
)
from kith.apps.networks.queries.pictures import (
    check_to_answer,
    child_page,
    load_page,
    people_file,
    picture_file,
    picture_page,
)
from kith.apps.networks.queries.sealing import sealing_page
from kith.apps.networks.queries.seeing import child_head, seeing_page
from kith.apps.networks.rules import kin_words

__all__ = [
    "check_to_answer",
    "child_head",
    "child_page",
    "copy_form",
    "destroying_page",
    "emergency_page",
    "find_page",
    "form_page",
    "give_form",
    "give_preview",
    "home_to_change",
    "homes_to_join",
    "kin_words",
    "known_page",
    "last_changed",
    "links_page",
    "load_page",
    "merge_choices",
    "merge_page",
    "parting_page",
    "people_file",
    "person_page",
    "person_to_change",
    "picture_file",
    "picture_page",
    "preview_of",
    "record_to_go",
    "sealing_page",
    "seeing_page",
    "siblings_to_choose",
    "story_form",
    "story_preview",
    "story_readers",
    "story_together",
    "tie_to_change",
    "today_page",
    "two_sides",
]
