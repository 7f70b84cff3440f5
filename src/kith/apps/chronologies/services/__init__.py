"""Deeds on rows: written, corrected, withdrawn, put back; published, analysed, brought as tables, known to the family.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.services.analysing import analyse_row
from kith.apps.chronologies.services.attaching import (
    attach_photograph,
    attach_recording,
    put_back_attachment,
    take_out_attachment,
)
from kith.apps.chronologies.services.bringing import (
    begin_bringing,
    choose_headings,
    forget_brought,
    leave_bringing,
    take_in_table,
)
from kith.apps.chronologies.services.correcting import correct_row
from kith.apps.chronologies.services.drafting import drop_row_draft, keep_row_draft
from kith.apps.chronologies.services.joining import on_destroy, on_merge
from kith.apps.chronologies.services.knowing import note_known, take_back_known
from kith.apps.chronologies.services.of_family import add_row_of_family
from kith.apps.chronologies.services.publishing import publish_edition
from kith.apps.chronologies.services.setting_aside import CHANGED, offer_again, set_aside, take_over
from kith.apps.chronologies.services.taking import end_form, keep_form_on, take_form, take_in, take_in_unfinished
from kith.apps.chronologies.services.telling import add_row
from kith.apps.chronologies.services.undoing import undo_bringing
from kith.apps.chronologies.services.withdrawing import put_back_row, withdraw_row

__all__ = [
    "CHANGED",
    "CannotTell",
    "add_row",
    "add_row_of_family",
    "analyse_row",
    "attach_photograph",
    "attach_recording",
    "begin_bringing",
    "choose_headings",
    "correct_row",
    "drop_row_draft",
    "end_form",
    "forget_brought",
    "keep_form_on",
    "keep_row_draft",
    "leave_bringing",
    "note_known",
    "offer_again",
    "on_destroy",
    "on_merge",
    "publish_edition",
    "put_back_attachment",
    "put_back_row",
    "set_aside",
    "take_back_known",
    "take_form",
    "take_in",
    "take_in_table",
    "take_in_unfinished",
    "take_out_attachment",
    "take_over",
    "undo_bringing",
    "withdraw_row",
]
