"""What leaves this app: rows of files, with what has to be said of them, and rows that are kept."""

from kith.apps.chronologies.projections.attached import AttachmentCard, AttachmentSaid
from kith.apps.chronologies.projections.files import Column, Contribution, Remark, Told
from kith.apps.chronologies.projections.known import Candidate, KnownAlready, LeftOut, ToldElsewhere
from kith.apps.chronologies.projections.placed import OpenRow, PlacedRow, PlacedStory
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
from kith.apps.chronologies.projections.taken import ChildToTake, TakenAlong
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
    "AttachmentCard",
    "AttachmentSaid",
    "Candidate",
    "ChildNamed",
    "ChildToTake",
    "Column",
    "Contribution",
    "EarlierTelling",
    "EditionCard",
    "EditionPage",
    "EditionsPage",
    "KnownAlready",
    "KnownRow",
    "Latest",
    "LatestRow",
    "LeftOut",
    "OpenRow",
    "PlacedRow",
    "PlacedStory",
    "Remark",
    "ReviewRow",
    "RowCard",
    "RowForm",
    "RowPage",
    "RowSaid",
    "RowsToGive",
    "Story",
    "TakenAlong",
    "Told",
    "ToldElsewhere",
    "Withdrawn",
    "engine_row",
]
