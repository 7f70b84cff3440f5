"""One story from the rows of many agencies: merged in one order, corrections kept, likely duplicates side by side.

What it adds up to is said in sentences that rest on rows, and never as a score.
Nothing is ever deleted or settled silently; whose rows somebody may see is decided by whoever hands them in.
"""

from kith.engines.chronology.adding_up import (
    RESTS_ON,
    AddedUp,
    Aid,
    Cell,
    HalfYear,
    HalfYears,
    Kind,
    Part,
    Span,
    TypeLine,
    adds_up,
)
from kith.engines.chronology.knowledge import EventType, colours, event_types, missing_fields, themes
from kith.engines.chronology.merging import Arranged, Chronology, Entry, Group, arranged, chronology_of, merge
from kith.engines.chronology.rows import CHILD, CannotMerge, Outline, Rag, Row, Subject

__all__ = [
    "CHILD",
    "RESTS_ON",
    "AddedUp",
    "Aid",
    "Arranged",
    "CannotMerge",
    "Cell",
    "Chronology",
    "Entry",
    "EventType",
    "Group",
    "HalfYear",
    "HalfYears",
    "Kind",
    "Outline",
    "Part",
    "Rag",
    "Row",
    "Span",
    "Subject",
    "TypeLine",
    "adds_up",
    "arranged",
    "chronology_of",
    "colours",
    "event_types",
    "merge",
    "missing_fields",
    "themes",
]
