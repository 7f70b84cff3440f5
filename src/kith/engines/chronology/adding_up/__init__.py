"""What a chronology adds up to: aids to reading it, each with the rows it rests on; never a score.

Every finder is a file of its own and asks the same story; which words and kinds of event count is in
data/adding_up.toml.
"""

from kith.engines.chronology.adding_up.adding import adds_up
from kith.engines.chronology.adding_up.aids import (
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
)

__all__ = [
    "RESTS_ON",
    "AddedUp",
    "Aid",
    "Cell",
    "HalfYear",
    "HalfYears",
    "Kind",
    "Part",
    "Span",
    "TypeLine",
    "adds_up",
]
