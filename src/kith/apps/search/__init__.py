"""The token table that finds people by name, sound, year or postcode on both databases alike.

It knows subject keys and tokens only; who may see a hit is decided by the app that asks.
"""
