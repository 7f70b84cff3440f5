"""One story from the rows of many agencies: merged in one order, corrections kept, likely duplicates side by side.

Nothing is ever deleted or settled silently; whose rows somebody may see is decided by whoever hands them in.
"""

from kith.engines.chronology.knowledge import EventType, colours, event_types, missing_fields, themes
from kith.engines.chronology.merging import Chronology, Entry, Group, merge
from kith.engines.chronology.rows import CHILD, CannotMerge, Rag, Row, Subject

__all__ = [
    "CHILD",
    "CannotMerge",
    "Chronology",
    "Entry",
    "EventType",
    "Group",
    "Rag",
    "Row",
    "Subject",
    "colours",
    "event_types",
    "merge",
    "missing_fields",
    "themes",
]
