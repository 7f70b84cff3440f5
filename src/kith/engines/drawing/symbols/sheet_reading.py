"""Typed reading of a sheet's entries, each mistake named by its place."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from math import isfinite
from typing import Any

from kith.kernel.errors import KithError
from kith.kernel.palette import NoSuchColour, colour, stroke


class CannotReadSheet(KithError):
    """The symbol sheet is missing or says something that cannot be drawn."""


class Table:
    """One table of the file, which knows where it stands so that an error can say so."""

    def __init__(self, entries: Mapping[str, Any], where: str) -> None:
        self._entries = entries
        self.where = where

    def text(self, key: str, otherwise: str | None = None) -> str:
        """The text under a key; without `otherwise` it must be there."""
        value = self._entries.get(key, otherwise)
        if isinstance(value, str):
            return value
        raise self._wrong(key, "text in quotes")

    def number(self, key: str, otherwise: float | None = None) -> float:
        """The number under a key, zero or more unless it is a shift."""
        value = self._entries.get(key, otherwise)
        if _is_number(value):
            return float(value)
        raise self._wrong(key, "a number")

    def day(self, key: str) -> date:
        """The day under a key."""
        value = self._entries.get(key)
        if isinstance(value, date):
            return value
        raise self._wrong(key, "a day such as 2026-11-01, without quotes")

    def table(self, key: str) -> "Table":
        """The table under a key."""
        value = self._entries.get(key)
        if isinstance(value, dict):
            return Table(value, f"{self.where}, [{key}]")
        raise self._wrong(key, f"a section that begins with [{key}]")

    def tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The named tables under a key, in the order of the file."""
        group = self.table(key)
        for name in group._entries:
            yield name, Table(group.table(name)._entries, f"{self.where}, [{key}.{name}]")

    def words(self) -> dict[str, str]:
        """The whole table as text by text."""
        return {key: self.text(key) for key in self._entries}

    def points(self, key: str) -> tuple[tuple[float, float], ...]:
        """A list of [x, y] pairs; empty where the key is missing."""
        value = self._entries.get(key, [])
        if isinstance(value, list) and all(_is_pair(pair) for pair in value):
            return tuple((float(x), float(y)) for x, y in value)
        raise self._wrong(key, "a list of pairs such as [[-1, -1], [1, -1], [0, 1]]")

    def choices(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """A list of words from those allowed; empty where the key is missing."""
        value = self._entries.get(key, [])
        if isinstance(value, list) and all(word in allowed for word in value):
            return tuple(value)
        raise self._wrong(key, f"a list of any of: {', '.join(sorted(allowed))}")

    def colour(self, key: str) -> str:
        """The name of a colour of the palette, or empty."""
        name = self.text(key, "")
        if name:
            self._named(colour, name, key)
        return name

    def stroke(self, key: str, otherwise: str | None = None) -> str:
        """The name of a stroke of the palette."""
        name = self.text(key, otherwise)
        if name:
            self._named(stroke, name, key)
        return name

    def _named(self, find: Any, name: str, key: str) -> None:
        try:
            find(name)
        except NoSuchColour as error:
            raise CannotReadSheet(f'{self.where}: "{key}" is not in the palette. {error}') from error

    def _wrong(self, key: str, wanted: str) -> CannotReadSheet:
        missing = "is missing; it" if key not in self._entries else ""
        return CannotReadSheet(f'{self.where}: "{key}" {missing} should be {wanted}.'.replace("  ", " "))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(_is_number(part) for part in value)
