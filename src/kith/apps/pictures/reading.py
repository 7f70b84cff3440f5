"""Reads the data of pictures strictly: a word mistyped in a county's file is named, and never passed over."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, ClassVar, Protocol, TypeVar

from kith.kernel.errors import KithError

HEAD = ("version", "source", "valid_from")
_PLAIN: Mapping[Any, str] = {str: "a text", int: "a whole number", bool: "true or false"}


class CannotReadPictureData(KithError):
    """What comes with pictures would mislead a child if half of it were understood."""


class Shaped(Protocol):
    """A dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Made = TypeVar("Made", bound=Shaped)


def require_tables(body: Mapping[str, Any], names: Iterable[str], where: str) -> None:
    """A file says its version, source and first day, and holds these tables and no other."""
    names = {*HEAD, *names}
    require_known(body, names, where)
    require_there(body, names, where)


def read_table(made: type[Made], table: Mapping[str, Any], where: str, **ready: Any) -> Made:
    """One table as a dataclass; `ready` holds the fields that the caller has read already. Lists become tuples."""
    kinds = {field.name: field.type for field in fields(made)}
    needed = {field.name for field in fields(made) if field.default is MISSING and field.default_factory is MISSING}
    require_known(table, kinds, where)
    require_there({**table, **ready}, needed, where)
    told = table.keys() - ready.keys()
    return made(**{name: _read(table[name], kinds[name], f"{where}, {name}") for name in told}, **ready)


def require_known(words: Iterable[str], known: Iterable[str], where: str) -> None:
    known = sorted(known)
    for word in words:
        if word not in known:
            raise CannotReadPictureData(f"{where}: “{word}” is not known here. Known are {', '.join(known)}.")


def require_there(table: Mapping[str, Any], names: Iterable[str], where: str) -> None:
    for name in sorted(set(names) - table.keys()):
        raise CannotReadPictureData(f"{where}: “{name}” is missing.")


def require_unlike(words: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for word in words:
        if word in seen:
            raise CannotReadPictureData(f"{where}: “{word}” stands twice.")
        seen.add(word)


def _read(value: Any, kind: Any, where: str) -> Any:
    if kind in _PLAIN and (type(value) is not kind or value == ""):
        raise CannotReadPictureData(f"{where} has to be {_PLAIN[kind]}.")
    if kind == tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise CannotReadPictureData(f"{where} has to be a list of texts.")
        return tuple(value)
    return value
