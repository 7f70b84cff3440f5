"""Tests of sharing's pages."""
