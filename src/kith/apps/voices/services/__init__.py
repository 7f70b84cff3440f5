"""Deeds on voices: heard, changed, answered, drawn, labelled, waited for, taken out.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.voices.rules import CannotRecord
from kith.apps.voices.services.answering import answer_voice, correct_answer, undo_correction
from kith.apps.voices.services.drawings import keep_drawing
from kith.apps.voices.services.hearing import change_voice, hear_voice
from kith.apps.voices.services.joining import on_destroy, on_merge
from kith.apps.voices.services.labelling import rate_again, set_label, tell_view
from kith.apps.voices.services.taking_out import put_back, take_out
from kith.apps.voices.services.waiting import begin_waiting, change_waiting

__all__ = [
    "CannotRecord",
    "answer_voice",
    "begin_waiting",
    "change_voice",
    "change_waiting",
    "correct_answer",
    "hear_voice",
    "keep_drawing",
    "on_destroy",
    "on_merge",
    "put_back",
    "rate_again",
    "set_label",
    "take_out",
    "tell_view",
    "undo_correction",
]
