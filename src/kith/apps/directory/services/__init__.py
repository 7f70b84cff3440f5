"""Deeds on the directory. Each module is one kind of deed; this one is only their front door."""

from kith.apps.directory.county_files import CannotReadCountyData
from kith.apps.directory.rules import CannotKeepService
from kith.apps.directory.services.county_data import (
    bring_in_county_data,
    bring_in_thresholds,
    load_county_data,
    plan_thresholds,
)
from kith.apps.directory.services.feeds import load_feed, load_services, plan_feed
from kith.apps.directory.services.following import (
    follow_thresholds,
    mark_changes_read,
    stop_following_thresholds,
)
from kith.apps.directory.services.keeping import (
    add_service,
    assure_service,
    change_service,
    put_back_service,
    take_out_service,
)
from kith.apps.directory.services.laying import ChangedMeanwhile

__all__ = [
    "CannotKeepService",
    "CannotReadCountyData",
    "ChangedMeanwhile",
    "add_service",
    "assure_service",
    "bring_in_county_data",
    "bring_in_thresholds",
    "change_service",
    "follow_thresholds",
    "load_county_data",
    "load_feed",
    "load_services",
    "mark_changes_read",
    "plan_feed",
    "plan_thresholds",
    "put_back_service",
    "stop_following_thresholds",
    "take_out_service",
]
