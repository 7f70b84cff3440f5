"""Our own file: every field of a network, word for word, the same bytes for the same network."""

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from kith.engines.drawing import network as records
from kith.engines.drawing.formats import vocabulary
from kith.engines.drawing.formats.checks import path_places, refuse_impossible_kin, refuse_too_many, refuse_wrong_ids
from kith.engines.drawing.formats.json_text import not_endless, one_of, proved_id, refuse_kind
from kith.engines.drawing.formats.plain_text import is_one_line, quoted
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading, counted
from kith.engines.drawing.network import Network
from kith.kernel.partial_dates import NotADate, PartialDate
from kith.kernel.text import LIMITS

FORMAT, VERSION = "kith-network", 1

_ALLOWED = {
    (records.Account, "certainty"): vocabulary.CERTAINTIES,
    (records.Name, "kind"): vocabulary.NAME_KINDS,
    (records.Person, "kind"): vocabulary.PERSON_KINDS,
    (records.Person, "sex"): vocabulary.SEXES,
    (records.Status, "kind"): vocabulary.STATUSES,
    (records.ChildLink, "kind"): vocabulary.CHILD_LINKS,
    (records.Membership, "kind"): vocabulary.MEMBERSHIPS,
}
_IDS = {(records.Person, "id"), (records.Union, "id"), (records.Household, "id")}
_NAMES = {(records.Name, "text"), (records.Name, "given"), (records.Name, "family")}

Made = TypeVar("Made")


def write_network_json(network: Network) -> bytes:
    """The network as UTF-8 JSON; fields at their default are left out, so that files stay readable.

    >>> print(write_network_json(Network(name="Example", persons=(records.Person(id="p1"),))).decode())
    {
     "format": "kith-network",
     "version": 1,
     "name": "Example",
     "persons": [
      {
       "id": "p1"
      }
     ]
    }
    <BLANKLINE>
    """
    whole = {"format": FORMAT, "version": VERSION, **_plain_fields(network)}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read_network(whole: dict[str, object]) -> Reading:
    """Read an already parsed file; an equal network comes back, with its own notes and no new ones."""
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise CannotReadFamily(f'"version" must be a whole number such as {VERSION}; write the file again with Kith.')
    if version > VERSION:
        raise CannotReadFamily(
            f"This file is in version {version} of the network form and this Kith reads version {VERSION}; update Kith."
        )
    members = {key: value for key, value in whole.items() if key not in ("format", "version")}
    network = _made(Network, members, "")
    refuse_too_many(network)
    refuse_wrong_ids(network)
    refuse_impossible_kin(network, path_places(network))
    return Reading(network=network, format=FORMAT, encoding="UTF-8", counts=counted(network))


def _plain(value: object) -> object:
    if isinstance(value, PartialDate):
        return value.code
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _plain_fields(value) if is_dataclass(value) else value


def _plain_fields(record: Any) -> dict[str, object]:
    values = ((field, getattr(record, field.name)) for field in fields(record))
    return {field.name: _plain(value) for field, value in values if value != _default(field)}


def _default(field: Field[Any]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(kind: type[Made], value: object, path: str) -> Made:
    """A record of the given kind from an object, each field by its declared type."""
    if not isinstance(value, dict):
        refuse_kind(path, value, "an object")
    _refuse_other_fields(kind, value, path or "The file")
    made = {name: _read_field(kind, name, item, f"{path}.{name}".lstrip(".")) for name, item in value.items()}
    return kind(**made)


def _refuse_other_fields(kind: type, members: dict[str, object], where: str) -> None:
    known: dict[str, Field[Any]] = {field.name: field for field in fields(kind)}
    for name in members:
        if name not in known:
            raise CannotReadFamily(f"{where} has a field {quoted(name)}, which is not known; remove it or update Kith.")
    for name, field in known.items():
        if name not in members and _default(field) is MISSING:
            raise CannotReadFamily(f"{where} has no {quoted(name)}; add it and try again.")


def _read_field(kind: type, name: str, value: object, path: str) -> object:
    read = _value(_hints(kind)[name], value, path)
    if (kind, name) in _ALLOWED:
        one_of(str(read), _ALLOWED[kind, name], path)
    if (kind, name) in _IDS:
        proved_id(str(read), path)
    if (kind, name) in _NAMES:
        _refuse_bad_name(str(read), path)
    return read


def _refuse_bad_name(name: str, path: str) -> None:
    if len(name) > LIMITS["name"]:
        raise CannotReadFamily(f"{path} is longer than {LIMITS['name']} characters; shorten it.")
    if not is_one_line(name):
        raise CannotReadFamily(f"{path} holds line breaks or invisible characters, which no name has; remove them.")


def _value(hint: Any, value: object, path: str) -> object:
    if get_origin(hint) is UnionType:
        return _value(get_args(hint)[0], value, path)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            refuse_kind(path, value, "a list")
        return tuple(_value(get_args(hint)[0], item, f"{path}[{number}]") for number, item in enumerate(value))
    if hint in _PLAIN:
        return _PLAIN[hint](value, path)
    return _made(hint, value, path)


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
