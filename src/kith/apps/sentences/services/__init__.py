"""Deeds on sentences: stepped, laid down, told, summed up, kept for a few.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.sentences.rules import CannotRecord
from kith.apps.sentences.services.conditions import (
    change_condition,
    put_back_condition,
    set_condition,
    take_out_condition,
)
from kith.apps.sentences.services.intelligence import keep_intelligence
from kith.apps.sentences.services.joining import on_destroy, on_merge
from kith.apps.sentences.services.stepping import take_out_step, take_step
from kith.apps.sentences.services.summaries import write_summary
from kith.apps.sentences.services.telling import mark_told
from kith.apps.sentences.stages import CannotStep

__all__ = [
    "CannotRecord",
    "CannotStep",
    "change_condition",
    "keep_intelligence",
    "mark_told",
    "on_destroy",
    "on_merge",
    "put_back_condition",
    "set_condition",
    "take_out_condition",
    "take_out_step",
    "take_step",
    "write_summary",
]
