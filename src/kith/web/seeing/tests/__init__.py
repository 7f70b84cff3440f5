"""Tests of who sees what."""
