"""Reads of people, always for an actor, always cut and put on record here and not in the page.

Each module is one kind of read; this one is only their front door.
"""

from kith.apps.people.cards import is_over
from kith.apps.people.ethnicities import WOULD_RATHER_NOT_SAY, ethnic_groups, ethnicity_words
from kith.apps.people.expecting import expected_in_words, expected_words, is_expected, look_words
from kith.apps.people.kinds import LOSS_WORDS, is_of_the_family
from kith.apps.people.languages import language_code, language_name
from kith.apps.people.numbers import number_kinds
from kith.apps.people.places import is_same_place, living_in
from kith.apps.people.queries.at_home import children_at_home
from kith.apps.people.queries.copies import at_home_with, family_to_copy
from kith.apps.people.queries.expecting import births_to_look_at, still_expected
from kith.apps.people.queries.families import family_of, family_to_take, may_add, may_load
from kith.apps.people.queries.finding import MOST_FOUND, age_of, find_children, lately, my_children, pointed_at
from kith.apps.people.queries.living import children_at, children_round, living_of, place_written, who_lives_in
from kith.apps.people.queries.members import family_members
from kith.apps.people.queries.merging import may_be_same, two_records
from kith.apps.people.queries.naming import names_of
from kith.apps.people.queries.own import own_refs
from kith.apps.people.queries.persons import changed_last, homes_of, person_view
from kith.apps.people.queries.sealable import sealable_records
from kith.apps.people.queries.sealed import Says, holds_what_is_sealed, named_in, sieve, sieve_to_take
from kith.apps.people.queries.standing_in import Named, Rewritten, StandIns
from kith.apps.people.queries.stays import stays_of
from kith.apps.people.queries.surnames import surnames_of
from kith.apps.people.queries.unseen import children_at_homes_of
from kith.apps.people.queries.wording import Texts, TextsToTake, as_stands, write_texts
from kith.apps.people.reading import first_name_of, short_name, shown_name
from kith.apps.people.record_owners import home_records, subjects_of_record

__all__ = [
    "LOSS_WORDS",
    "MOST_FOUND",
    "WOULD_RATHER_NOT_SAY",
    "Named",
    "Rewritten",
    "Says",
    "StandIns",
    "Texts",
    "TextsToTake",
    "age_of",
    "as_stands",
    "at_home_with",
    "births_to_look_at",
    "changed_last",
    "children_at",
    "children_at_home",
    "children_at_homes_of",
    "children_round",
    "ethnic_groups",
    "ethnicity_words",
    "expected_in_words",
    "expected_words",
    "family_members",
    "family_of",
    "family_to_copy",
    "family_to_take",
    "find_children",
    "first_name_of",
    "holds_what_is_sealed",
    "home_records",
    "homes_of",
    "is_expected",
    "is_of_the_family",
    "is_over",
    "is_same_place",
    "language_code",
    "language_name",
    "lately",
    "living_in",
    "living_of",
    "look_words",
    "may_add",
    "may_be_same",
    "may_load",
    "my_children",
    "named_in",
    "names_of",
    "number_kinds",
    "own_refs",
    "person_view",
    "place_written",
    "pointed_at",
    "sealable_records",
    "short_name",
    "shown_name",
    "sieve",
    "sieve_to_take",
    "stays_of",
    "still_expected",
    "subjects_of_record",
    "surnames_of",
    "two_records",
    "who_lives_in",
    "write_texts",
]
