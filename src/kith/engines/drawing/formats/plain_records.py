"""The records of a network as plain words, truths, lists and objects, and back again with every field proved."""

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from kith.engines.drawing import network as records
from kith.engines.drawing import vocabulary
from kith.engines.drawing.formats.json_text import not_endless, one_of, proved_id, refuse_kind
from kith.engines.drawing.formats.plain_text import is_one_line, one_line, quoted
from kith.engines.drawing.formats.reading import CannotReadFamily
from kith.engines.drawing.network import Kept
from kith.kernel.partial_dates import NotADate, PartialDate
from kith.kernel.text import LIMITS

_ALLOWED = {
    (records.Account, "certainty"): vocabulary.CERTAINTIES,
    (records.Name, "kind"): vocabulary.NAME_KINDS,
    (records.Person, "kind"): vocabulary.PERSON_KINDS,
    (records.Person, "sex"): vocabulary.SEXES,
    (records.Person, "loss"): vocabulary.LOSSES,
    (records.Status, "kind"): vocabulary.STATUSES,
    (records.ChildLink, "kind"): vocabulary.CHILD_LINKS,
    (records.Membership, "kind"): vocabulary.MEMBERSHIPS,
}
_IDS = {(records.Person, "id"), (records.Union, "id"), (records.Household, "id")}
_NAMES = {(records.Name, "text"), (records.Name, "given"), (records.Name, "family")}

Made = TypeVar("Made")


def plain_fields(record: Any) -> dict[str, object]:
    """The fields that are not at their default.

    >>> plain_fields(records.Person(id="p1", birth=PartialDate("2019")))
    {'id': 'p1', 'birth': '2019'}
    """
    values = ((field, getattr(record, field.name)) for field in fields(record))
    return {field.name: plain(value) for field, value in values if value != default_of(field)}


def plain(value: object) -> object:
    if isinstance(value, PartialDate):
        return value.code
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return plain_fields(value) if is_dataclass(value) else value


def default_of(field: Field[Any]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


@cache
def hints_of(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _fields_of(kind: Any) -> dict[str, Field[Any]]:
    return {field.name: field for field in fields(kind)}


class PlainReader:
    """Makes records from plain values; members that no field takes are put by, word for word."""

    def __init__(self) -> None:
        self.others: list[Kept] = []

    def record(self, kind: type[Made], value: object, path: str) -> Made:
        """A record of the given kind from an object, each field by its declared type."""
        if not isinstance(value, dict):
            refuse_kind(path, value, "an object")
        known: dict[str, Field[Any]] = _fields_of(cast(Any, kind))
        for name, field in known.items():
            if name not in value and default_of(field) is MISSING:
                raise CannotReadFamily(f"{path or 'The file'} has no {quoted(name)}; add it and try again.")
        for name in (name for name in value if name not in known):
            self._put_by(name, value[name], _below(path, name))
        told = (name for name in known if name in value)
        return kind(**{name: self.field(kind, name, value[name], _below(path, name)) for name in told})

    def field(self, kind: type, name: str, value: object, path: str) -> object:
        """One field, by its declared type and by what that field may say."""
        read = self._value(hints_of(kind)[name], value, path)
        if (kind, name) in _ALLOWED:
            one_of(str(read), _ALLOWED[kind, name], path)
        if (kind, name) in _IDS:
            proved_id(str(read), path)
        if (kind, name) in _NAMES:
            _refuse_bad_name(str(read), path)
        return read

    def _value(self, hint: Any, value: object, path: str) -> object:
        if get_origin(hint) is UnionType:
            return self._value(get_args(hint)[0], value, path)
        if get_origin(hint) is tuple:
            if not isinstance(value, list):
                refuse_kind(path, value, "a list")
            kind = get_args(hint)[0]
            return tuple(self._value(kind, item, f"{path}[{number}]") for number, item in enumerate(value))
        if hint in _PLAIN:
            return _PLAIN[hint](value, path)
        return self.record(hint, value, path)

    def _put_by(self, name: str, value: object, path: str) -> None:
        words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
        where, tag = one_line(path, most=200), one_line(name, most=100)
        self.others.append(Kept(where=where, tag=tag, value=not_endless(words, where)))


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _refuse_bad_name(name: str, path: str) -> None:
    if len(name) > LIMITS["name"]:
        raise CannotReadFamily(f"{path} is longer than {LIMITS['name']} characters; shorten it.")
    if not is_one_line(name):
        raise CannotReadFamily(f"{path} holds line breaks or invisible characters, which no name has; remove them.")


def _text(value: object, path: str) -> str:
    if not isinstance(value, str):
        refuse_kind(path, value, "words")
    return not_endless(value, path)


def _truth(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        refuse_kind(path, value, "true or false")
    return value


def _date(value: object, path: str) -> PartialDate:
    try:
        return PartialDate.from_code(_text(value, path))
    except NotADate:
        raise CannotReadFamily(
            f"{path} is {quoted(str(value))}, which is not a date code; write for example 2019, 2019-03 or 2019-03-05."
        ) from None


_PLAIN: dict[type, Callable[[object, str], object]] = {str: _text, bool: _truth, PartialDate: _date}
