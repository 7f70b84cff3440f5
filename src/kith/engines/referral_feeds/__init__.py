"""Directories of services as files: Open Referral UK (HSDS-UK 3) is read, with its faults named, and written.

What a county does with the entries, and whether one is out of date, belongs to an app.
"""

from kith.engines.referral_feeds.entries import CLOSED_FOR_NOW, OLDEST, Feed, Place, ProviderEntry, ServiceEntry
from kith.engines.referral_feeds.fields import is_web_address
from kith.engines.referral_feeds.messages import Message, in_sentences
from kith.engines.referral_feeds.reading import CannotReadFeed, Reading, read_feed
from kith.engines.referral_feeds.writing import write_feed

__all__ = [
    "CLOSED_FOR_NOW",
    "OLDEST",
    "CannotReadFeed",
    "Feed",
    "Message",
    "Place",
    "ProviderEntry",
    "Reading",
    "ServiceEntry",
    "in_sentences",
    "is_web_address",
    "read_feed",
    "write_feed",
]
