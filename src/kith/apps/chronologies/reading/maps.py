"""The map of headings that a partnership keeps beside its files: written once, and read the next time."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kith.apps.chronologies.projections import Column
from kith.apps.chronologies.reading.knowledge import plain, titles
from kith.kernel.errors import KithError

VERSION = 1
OPENING = """# Which heading of a file means what. Kith wrote this, and reads it the next time; change what is wrong.
# Nothing between the quotation marks on the right leaves the column alone. The fields are:
"""


class CannotUseMap(KithError):
    """The map of headings cannot be read."""


@dataclass(frozen=True, slots=True)
class HeadingMap:
    """What headings mean, by their plain words; a heading that is not in it is looked up in what Kith knows."""

    fields: Mapping[str, str] = field(default_factory=dict)

    def field_of(self, heading: str) -> str | None:
        """The field, nothing for a column to be left alone, or None where the map does not know it."""
        return self.fields.get(plain(heading))


def read_map(data: bytes, *, name: str) -> HeadingMap:
    """A map as TOML or JSON."""
    try:
        text = data.decode("utf-8-sig")
        told: Any = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        raise CannotUseMap(f"{name} is neither TOML nor JSON: {_reason(problem)}.") from None
    columns = told.get("columns") if isinstance(told, dict) else None
    if not isinstance(columns, dict) or told.get("version") != VERSION:
        raise CannotUseMap(f"{name} is no map of headings: it needs version = {VERSION} and a table named columns.")
    return HeadingMap({plain(heading): _field(heading, means, name) for heading, means in columns.items()})


def _reason(problem: Exception) -> str:
    return str(problem).splitlines()[0][:100] if str(problem) else "it is nested too deep"


def _field(heading: str, means: object, name: str) -> str:
    if means == "" or means in titles():
        return str(means)
    raise CannotUseMap(
        f"{name}: “{heading[:100]}” is mapped to “{str(means)[:100]}”, which is no field. The fields are: "
        f"{', '.join(titles())}. Nothing leaves the column alone."
    )


def write_map(columns: Iterable[Column], *, form: str) -> bytes:
    """The map that these columns were read by; `form` is toml or json."""
    fields = {column.heading: column.field for column in columns if column.heading}
    if form == "json":
        return (json.dumps({"version": VERSION, "columns": fields}, ensure_ascii=False, indent=1) + "\n").encode()
    said = [f"#   {name:<13} {title}" for name, title in titles().items()]
    lines = [f"{_quoted(heading)} = {_quoted(means)}" for heading, means in fields.items()]
    return "\n".join([OPENING + "\n".join(said), f"version = {VERSION}", "", "[columns]", *lines, ""]).encode()


def _quoted(text: str) -> str:
    """As JSON quotes a text, TOML does, but for one sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
