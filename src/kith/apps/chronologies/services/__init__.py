"""Deeds on rows: written, corrected, withdrawn, put back; published, analysed, and known to the family.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.services.analysing import analyse_row
from kith.apps.chronologies.services.correcting import correct_row
from kith.apps.chronologies.services.joining import on_destroy, on_merge
from kith.apps.chronologies.services.knowing import note_known, take_back_known
from kith.apps.chronologies.services.of_family import add_row_of_family
from kith.apps.chronologies.services.publishing import publish_edition
from kith.apps.chronologies.services.telling import add_row
from kith.apps.chronologies.services.withdrawing import put_back_row, withdraw_row

__all__ = [
    "CannotTell",
    "add_row",
    "add_row_of_family",
    "analyse_row",
    "correct_row",
    "note_known",
    "on_destroy",
    "on_merge",
    "publish_edition",
    "put_back_row",
    "take_back_known",
    "withdraw_row",
]
