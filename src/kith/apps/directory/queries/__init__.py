"""Reads of the directory. Each module is one kind of read; this one is only their front door."""

from kith.apps.directory.queries.county import words_in_force
from kith.apps.directory.queries.following import threshold_news
from kith.apps.directory.queries.searching import search_page
from kith.apps.directory.queries.services import (
    feed_file,
    glossary,
    may_keep,
    may_load,
    require_keeper,
    require_loader,
    service_page,
    service_to_change,
)
from kith.apps.directory.queries.thresholds import (
    threshold_changes,
    threshold_page,
    thresholds_in_force,
    thresholds_of_version,
)

__all__ = [
    "feed_file",
    "glossary",
    "may_keep",
    "may_load",
    "require_keeper",
    "require_loader",
    "search_page",
    "service_page",
    "service_to_change",
    "threshold_changes",
    "threshold_news",
    "threshold_page",
    "thresholds_in_force",
    "thresholds_of_version",
    "words_in_force",
]
