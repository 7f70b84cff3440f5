"""Tests of the pages of drawn pictures. What a browser does with them stands in `tests/journeys`."""
