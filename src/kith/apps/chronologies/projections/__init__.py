"""What leaves this app: rows of files, with what has to be said of them, and rows that are kept."""

from kith.apps.chronologies.projections.files import Column, Contribution, Remark, Told
from kith.apps.chronologies.projections.rows import (
    AboutToo,
    ChildNamed,
    EarlierTelling,
    KnownRow,
    Latest,
    LatestRow,
    RowCard,
    RowForm,
    RowPage,
    RowSaid,
    RowsToGive,
    Story,
    Withdrawn,
    engine_row,
)
from kith.apps.chronologies.projections.versions import (
    AnalysisCard,
    EditionCard,
    EditionPage,
    EditionsPage,
    ReviewRow,
)

__all__ = [
    "AboutToo",
    "AnalysisCard",
    "ChildNamed",
    "Column",
    "Contribution",
    "EarlierTelling",
    "EditionCard",
    "EditionPage",
    "EditionsPage",
    "KnownRow",
    "Latest",
    "LatestRow",
    "Remark",
    "ReviewRow",
    "RowCard",
    "RowForm",
    "RowPage",
    "RowSaid",
    "RowsToGive",
    "Story",
    "Told",
    "Withdrawn",
    "engine_row",
]
