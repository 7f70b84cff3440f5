"""Deeds on own pages: written down, said to be still right, given, joined; this module is only their front door."""

from kith.apps.ownpages.rules import CannotWrite
from kith.apps.ownpages.services.giving import NotAsLookedAt, give_page
from kith.apps.ownpages.services.joining import on_destroy, on_merge
from kith.apps.ownpages.services.writing import say_still_right, write_page

__all__ = ["CannotWrite", "NotAsLookedAt", "give_page", "on_destroy", "on_merge", "say_still_right", "write_page"]
