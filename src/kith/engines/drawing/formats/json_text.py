"""JSON from a stranger as plain objects: every way in which it can be wrong ends in one sentence with a place."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from kith.engines.drawing.formats.byte_order import line_at
from kith.engines.drawing.formats.limits import LONGEST_ID, LONGEST_VALUE
from kith.engines.drawing.formats.plain_text import is_label, one_line, quoted
from kith.engines.drawing.formats.reading import CannotReadFamily

_KINDS = {dict: "an object", list: "a list", str: "words", bool: "true or false", type(None): "null"}


def load_object(data: bytes) -> dict[str, object]:
    """The one object of a JSON file; NaN, doubled keys and half characters are refused."""
    try:
        whole: object = json.loads(
            _decoded(data),
            object_pairs_hook=_without_doubles,
            parse_constant=_refuse_constant,
            parse_int=_short_int,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise CannotReadFamily(
            f"Line {error.lineno} is not JSON at character {error.colno}; mend it there or export the family again."
        ) from None
    if not isinstance(whole, dict):
        raise CannotReadFamily(f"This JSON file holds {kind_of(whole)} where a family is an object in curly brackets.")
    return whole


def kind_of(value: object) -> str:
    return _KINDS.get(type(value), "a number")


def refuse_kind(path: str, value: object, wanted: str) -> NoReturn:
    raise CannotReadFamily(f"{path} is {kind_of(value)} where {wanted} should be; correct it and try again.")


def proved_id(value: str, path: str) -> str:
    if not is_label(value, most=LONGEST_ID):
        raise CannotReadFamily(
            f"{path} is no usable id: use 1 to {LONGEST_ID} visible characters, for example {quoted('p1')}."
        )
    return value


def not_endless(value: str, path: str) -> str:
    if len(value) > LONGEST_VALUE:
        raise CannotReadFamily(f"{path} is longer than {LONGEST_VALUE:,} characters; shorten it or leave it out.")
    return value


def one_of(value: str, allowed: tuple[str, ...], path: str) -> str:
    if value not in allowed:
        listed = ", ".join(word or '""' for word in allowed)
        raise CannotReadFamily(f"{path} is {quoted(value)}; use one of {listed}.")
    return value


@dataclass(frozen=True, slots=True)
class JsonObject:
    """An object with its path in the file, asked for its members by the kind they must have."""

    members: dict[str, object]
    path: str = ""

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def text(self, key: str, default: str | None = None) -> str:
        value = self.members.get(key, default)
        if value is None and key not in self.members:
            raise CannotReadFamily(f"{self.path or 'The file'} has no {quoted(key)}; add it and try again.")
        if not isinstance(value, str):
            refuse_kind(self.at(key), value, "words")
        return value

    def truth(self, key: str) -> bool | None:
        """None where it is not said."""
        value = self.members.get(key)
        if value is None and key not in self.members:
            return None
        if not isinstance(value, bool):
            refuse_kind(self.at(key), value, "true or false")
        return value

    def items(self, key: str, default: list[object] | None = None) -> list[object]:
        value = self.members.get(key, default)
        if value is None and key not in self.members:
            raise CannotReadFamily(f"{self.path or 'The file'} has no {quoted(key)}; add it and try again.")
        if not isinstance(value, list):
            refuse_kind(self.at(key), value, "a list")
        return value

    def objects(self, key: str, default: list[object] | None = None) -> Iterator["JsonObject"]:
        for number, item in enumerate(self.items(key, default)):
            path = f"{self.at(key)}[{number}]"
            if not isinstance(item, dict):
                refuse_kind(path, item, "an object")
            yield JsonObject(item, path)

    def texts(self, key: str) -> Iterator[str]:
        for number, item in enumerate(self.items(key)):
            if not isinstance(item, str):
                refuse_kind(f"{self.at(key)}[{number}]", item, "words")
            yield item

    def others(self, *known: str) -> Iterator[tuple[str, str, str]]:
        """Path, key and value (as JSON) of every member that is not known."""
        for key, value in self.members.items():
            if key not in known:
                words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
                yield one_line(self.at(key), most=200), one_line(key, most=100), words


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = line_at(data, error.start)
        raise CannotReadFamily(f"Line {line} holds bytes that are not UTF-8; save the file as UTF-8.") from None


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        double = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise CannotReadFamily(f"An object in this file has {quoted(double)} twice; leave one of them out.")
    for key, value in pairs:
        _refuse_half_characters(key, key)
        if isinstance(value, str):
            _refuse_half_characters(value, key)
    return found


def _refuse_half_characters(text: str, key: str) -> None:
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise CannotReadFamily(f"The text of {quoted(key)} holds half a character (a lone surrogate); write it anew.")


def _refuse_constant(word: str) -> NoReturn:
    raise CannotReadFamily(f"{word} is not a number that JSON knows; write a number or leave it out.")


def _short_int(digits: str) -> int:
    if len(digits) > 20:
        raise CannotReadFamily(f"The number {quoted(digits)} has {len(digits):,} digits; no family needs it.")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise CannotReadFamily(f"The number {quoted(digits)} is too large; no family needs it.")
    return number
