"""What leaves this app: rows of files, with what has to be said of them, and rows that are kept."""

from kith.apps.chronologies.projections.files import Column, Contribution, Remark, Told
from kith.apps.chronologies.projections.rows import (
    AboutToo,
    ChildNamed,
    EarlierTelling,
    Latest,
    LatestRow,
    RowCard,
    RowForm,
    RowPage,
    RowSaid,
    Story,
    Withdrawn,
    engine_row,
)

__all__ = [
    "AboutToo",
    "ChildNamed",
    "Column",
    "Contribution",
    "EarlierTelling",
    "Latest",
    "LatestRow",
    "Remark",
    "RowCard",
    "RowForm",
    "RowPage",
    "RowSaid",
    "Story",
    "Told",
    "Withdrawn",
    "engine_row",
]
