"""The stored rows of people, households, ties and the files they came from.

What they mean and how they may change belongs to the rest of the app.
"""

from kith.apps.people.models.facts import Fact
from kith.apps.people.models.households import Household, HouseholdMember
from kith.apps.people.models.joined import TakenOver
from kith.apps.people.models.persons import Address, Identifier, Language, Person, PersonName
from kith.apps.people.models.sources import SourceFile
from kith.apps.people.models.ties import Account, ParentalResponsibility, Tie
from kith.apps.people.models.words import OwnWords

__all__ = [
    "Account",
    "Address",
    "Fact",
    "Household",
    "HouseholdMember",
    "Identifier",
    "Language",
    "OwnWords",
    "ParentalResponsibility",
    "Person",
    "PersonName",
    "SourceFile",
    "TakenOver",
    "Tie",
]
