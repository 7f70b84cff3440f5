"""Reads of people, always for an actor, always cut and put on record here and not in the page.

Each module is one kind of read; this one is only their front door.
"""

from kith.apps.people.cards import is_over
from kith.apps.people.ethnicities import WOULD_RATHER_NOT_SAY, ethnic_groups, ethnicity_words
from kith.apps.people.languages import language_code, language_name
from kith.apps.people.numbers import number_kinds
from kith.apps.people.queries.families import family_of, may_add, may_load
from kith.apps.people.queries.finding import MOST_FOUND, age_of, find_children, lately, my_children
from kith.apps.people.queries.persons import changed_last, homes_of, person_view
from kith.apps.people.reading import shown_name

__all__ = [
    "MOST_FOUND",
    "WOULD_RATHER_NOT_SAY",
    "age_of",
    "changed_last",
    "ethnic_groups",
    "ethnicity_words",
    "family_of",
    "find_children",
    "homes_of",
    "is_over",
    "language_code",
    "language_name",
    "lately",
    "may_add",
    "may_load",
    "my_children",
    "number_kinds",
    "person_view",
    "shown_name",
]
