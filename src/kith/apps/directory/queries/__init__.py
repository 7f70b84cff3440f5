"""Reads of the directory. Each module is one kind of read; this one is only their front door."""

from kith.apps.directory.queries.thresholds import (
    threshold_changes,
    thresholds_in_force,
    thresholds_of_version,
)

__all__ = ["threshold_changes", "thresholds_in_force", "thresholds_of_version"]
