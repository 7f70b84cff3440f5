"""What leaves the directory: frozen records of thresholds, services, words and findings."""

from kith.apps.directory.projections.cover import CoverData
from kith.apps.directory.projections.services import (
    FeedPlan,
    Finding,
    GlossaryWord,
    SearchPage,
    ServicePage,
    TeamFinding,
    ThresholdNews,
    WorkerFinding,
)
from kith.apps.directory.projections.thresholds import (
    OwnThreshold,
    ThresholdChange,
    ThresholdPlan,
    Thresholds,
    ThresholdStep,
)

__all__ = [
    "CoverData",
    "FeedPlan",
    "Finding",
    "GlossaryWord",
    "OwnThreshold",
    "SearchPage",
    "ServicePage",
    "TeamFinding",
    "ThresholdChange",
    "ThresholdNews",
    "ThresholdPlan",
    "ThresholdStep",
    "Thresholds",
    "WorkerFinding",
]
