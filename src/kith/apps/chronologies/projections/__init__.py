"""What leaves this app: rows of files, with what has to be said of them, and rows that are kept."""

from kith.apps.chronologies.projections.files import Column, Contribution, Remark, Told
from kith.apps.chronologies.projections.rows import (
    AboutToo,
    ChildNamed,
    EarlierTelling,
    KnownRow,
    RowCard,
    RowForm,
    RowSaid,
    RowsToGive,
    Story,
    Withdrawn,
)

__all__ = [
    "AboutToo",
    "ChildNamed",
    "Column",
    "Contribution",
    "EarlierTelling",
    "KnownRow",
    "Remark",
    "RowCard",
    "RowForm",
    "RowSaid",
    "RowsToGive",
    "Story",
    "Told",
    "Withdrawn",
]
