"""What leaves the directory: frozen records of thresholds, services, words and findings."""

from kith.apps.directory.projections.thresholds import OwnThreshold, ThresholdChange, Thresholds, ThresholdStep

__all__ = ["OwnThreshold", "ThresholdChange", "ThresholdStep", "Thresholds"]
