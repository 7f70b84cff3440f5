"""Deeds on people, ties and households, and the two ways to load whole families.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.people.expecting import CannotExpect, require_expected
from kith.apps.people.services.beginning import (
    add_mother,
    begin_beside,
    begin_for_known,
    begin_record,
    take_back_record,
)
from kith.apps.people.services.births import (
    BeforeBirth,
    CannotBeBorn,
    Lost,
    Newborn,
    be_born,
    be_expected_again,
    be_lost,
)
from kith.apps.people.services.certainty import set_certainty
from kith.apps.people.services.destroying import on_destroy, tells_of_person
from kith.apps.people.services.detecting import detect_conflicts
from kith.apps.people.services.facts import (
    add_address,
    add_identifier,
    add_name,
    end_address,
    reopen_fact,
    restore_fact,
    withdraw_fact,
)
from kith.apps.people.services.households import (
    add_household_address,
    form_household,
    join_household,
    leave_household,
)
from kith.apps.people.services.importing import LoadPlan, load_file, plan_file
from kith.apps.people.services.languages import set_languages
from kith.apps.people.services.loading import FamilyRecord, LoadedFamily, load_families
from kith.apps.people.services.merging import on_merge
from kith.apps.people.services.persons import (
    add_child,
    add_person,
    add_relative,
    change_person,
    restore_person,
    withdraw_person,
)
from kith.apps.people.services.responsibilities import end_responsibility, record_responsibility
from kith.apps.people.services.sealing import on_seal_change
from kith.apps.people.services.ties import add_account, add_tie, restore_tie, withdraw_tie
from kith.apps.people.services.together import CannotBeginTogether, Together, begin_together
from kith.apps.people.services.twins import record_twins
from kith.apps.people.services.words import known_words
from kith.apps.people.writing import Responsibility

__all__ = [
    "BeforeBirth",
    "CannotBeBorn",
    "CannotBeginTogether",
    "CannotExpect",
    "FamilyRecord",
    "LoadPlan",
    "LoadedFamily",
    "Lost",
    "Newborn",
    "Responsibility",
    "Together",
    "add_account",
    "add_address",
    "add_child",
    "add_household_address",
    "add_identifier",
    "add_mother",
    "add_name",
    "add_person",
    "add_relative",
    "add_tie",
    "be_born",
    "be_expected_again",
    "be_lost",
    "begin_beside",
    "begin_for_known",
    "begin_record",
    "begin_together",
    "change_person",
    "detect_conflicts",
    "end_address",
    "end_responsibility",
    "form_household",
    "join_household",
    "known_words",
    "leave_household",
    "load_families",
    "load_file",
    "on_destroy",
    "on_merge",
    "on_seal_change",
    "plan_file",
    "record_responsibility",
    "record_twins",
    "reopen_fact",
    "require_expected",
    "restore_fact",
    "restore_person",
    "restore_tie",
    "set_certainty",
    "set_languages",
    "take_back_record",
    "tells_of_person",
    "withdraw_fact",
    "withdraw_person",
    "withdraw_tie",
]
