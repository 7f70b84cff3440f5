"""Deeds on the directory. Each module is one kind of deed; this one is only their front door."""

from kith.apps.directory.services.county_data import load_county_data

__all__ = ["load_county_data"]
