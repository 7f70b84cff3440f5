"""Tests of the tools that prepare and check Kith.

Nothing here installs anything; what a tool would run is looked at instead.
"""
