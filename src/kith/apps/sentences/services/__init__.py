"""Deeds on sentences: stepped, laid down, told, summed up, kept for a few, looked into, given to another officer.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.sentences.rules import CannotRecord
from kith.apps.sentences.services.allocating import allocate
from kith.apps.sentences.services.conditions import (
    change_condition,
    put_back_condition,
    set_condition,
    take_out_condition,
)
from kith.apps.sentences.services.intelligence import keep_intelligence
from kith.apps.sentences.services.joining import on_destroy, on_merge
from kith.apps.sentences.services.looking import look_for_children, look_into, put_back
from kith.apps.sentences.services.stepping import take_out_step, take_step
from kith.apps.sentences.services.summaries import write_summary
from kith.apps.sentences.services.telling import mark_told
from kith.apps.sentences.services.warning import go_on
from kith.apps.sentences.stages import CannotStep

__all__ = [
    "CannotRecord",
    "CannotStep",
    "allocate",
    "change_condition",
    "go_on",
    "keep_intelligence",
    "look_for_children",
    "look_into",
    "mark_told",
    "on_destroy",
    "on_merge",
    "put_back",
    "put_back_condition",
    "set_condition",
    "take_out_condition",
    "take_out_step",
    "take_step",
    "write_summary",
]
