"""Deeds on people, ties and households, and the two ways to load whole families.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.people.services.households import form_household
from kith.apps.people.services.importing import LoadPlan, load_file, plan_file
from kith.apps.people.services.loading import FamilyRecord, LoadedFamily, load_families
from kith.apps.people.services.persons import (
    add_child,
    add_name,
    add_person,
    add_relative,
    change_person,
    restore_person,
    withdraw_person,
)
from kith.apps.people.services.responsibilities import record_responsibility
from kith.apps.people.services.ties import add_account, add_tie, restore_tie, withdraw_tie
from kith.apps.people.writing import Responsibility

__all__ = [
    "FamilyRecord",
    "LoadPlan",
    "LoadedFamily",
    "Responsibility",
    "add_account",
    "add_child",
    "add_name",
    "add_person",
    "add_relative",
    "add_tie",
    "change_person",
    "form_household",
    "load_families",
    "load_file",
    "plan_file",
    "record_responsibility",
    "restore_person",
    "restore_tie",
    "withdraw_person",
    "withdraw_tie",
]
