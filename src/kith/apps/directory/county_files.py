"""Data that a county may replace: read from TOML, checked field by field, kept as rows in their versions."""

import datetime as dt
import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError

KINDS = ("thresholds", "areas", "asked_words", "glossary", "keeping", "cover")
LONGEST_TEXT = 2_000
Body = Mapping[str, Any]
Read = TypeVar("Read")


class CannotReadCountyData(KithError):
    """A county's own data would mislead everybody if half of them were understood."""


@cache
def shipped(kind: str) -> Body:
    """What stands until a county loads its own."""
    return toml_of("kith.apps.directory", f"data/{kind}.toml")


def read_county_file(data: bytes, name: str) -> Body:
    """The file as a table, if it says what kind of data it holds, which version, whence, and from which day."""
    try:
        body = tomllib.loads(data.decode("utf-8-sig"))
        is_plain = "\\u0000" not in json.dumps(body, default=str, allow_nan=False)
    except UnicodeDecodeError:
        raise CannotReadCountyData(f"{name} is not written in UTF-8. Save it once more as UTF-8 text.") from None
    except (ValueError, RecursionError) as problem:
        raise CannotReadCountyData(f"{name} is no TOML file: {str(problem)[:200].rstrip('.')}.") from None
    if not is_plain:
        raise CannotReadCountyData(f"{name} holds a sign that is no sign of any writing. Take it out.")
    if body.get("kind") not in KINDS:
        raise CannotReadCountyData(f"{name} does not say its kind. The kinds are {', '.join(KINDS)}.")
    text_of(body, "version", f"{name}, top", most=60)
    text_of(body, "source", f"{name}, top")
    day_of_field(body, "valid_from", f"{name}, top")
    return body


def text_of(table: Body, field: str, where: str, *, most: int = LONGEST_TEXT, may_lack: bool = False) -> str:
    value = table.get(field, "" if may_lack else None)
    if not isinstance(value, str) or len(value) > most or not (may_lack or value.strip()):
        raise CannotReadCountyData(f"{where}: {field} has to be a text of at most {most:,} characters.")
    return value


def day_of_field(table: Body, field: str, where: str) -> dt.date:
    """A day, from the file as TOML writes it or from the row as JSON does."""
    value = table.get(field)
    if isinstance(value, str):
        try:
            value = dt.date.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise CannotReadCountyData(f"{where}: {field} has to be a day such as 2026-11-24.")
    return value


def texts_of(table: Body, field: str, where: str) -> tuple[str, ...]:
    value = table.get(field, [])
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) and one.strip() for one in value):
        raise CannotReadCountyData(f"{where}: {field} has to be a list of texts.")
    return tuple(value)


def tables_of(body: Body, field: str, read: Callable[[Body, str], Read]) -> tuple[Read, ...]:
    """Every table of a list, each read with the words that say where it stands."""
    found = body.get(field, [])
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise CannotReadCountyData(f"{field} has to be a list of tables, each headed [[{field}]].")
    return tuple(read(one, f"{field} {place}") for place, one in enumerate(found, 1))


def require_unlike(keys: Iterable[str], what: str) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise CannotReadCountyData(f"{what} {key!r} stands twice.")
        seen.add(key)
