"""What leaves this app: rows of files, with what has to be said of them, and rows that are kept."""

from kith.apps.chronologies.projections.attached import AttachmentCard, AttachmentSaid
from kith.apps.chronologies.projections.files import Column, Contribution, Remark, Told
from kith.apps.chronologies.projections.known import Candidate
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
from kith.apps.chronologies.projections.taken import ChildToTake, TakenAlong

__all__ = [
    "AboutToo",
    "AttachmentCard",
    "AttachmentSaid",
    "Candidate",
    "ChildNamed",
    "ChildToTake",
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
    "TakenAlong",
    "Told",
    "Withdrawn",
    "engine_row",
]
