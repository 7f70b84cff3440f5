"""What headings, kinds of event and colours are called in agencies’ own tables, from data/headings.toml."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from kith.engines.chronology import Rag, event_types
from kith.kernel.data_files import toml_of
from kith.kernel.folding import folded

HERE = "kith.apps.chronologies"
_NO_WORD = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")


class Known(NamedTuple):
    """The field that a heading means, and how well: the smaller the better."""

    field: str
    rank: int


def plain(words: str) -> str:
    """Words as they are compared: small letters and digits, without marks."""
    return " ".join(_NO_WORD.sub(" ", folded(words)).split())


@cache
def data() -> Mapping[str, Any]:
    return toml_of(HERE, "data/headings.toml")


@cache
def titles() -> Mapping[str, str]:
    """The heading of each field in what Kith writes, in the order of the columns."""
    return {field["name"]: field["title"] for field in data()["fields"]}


@cache
def asked() -> Mapping[str, str]:
    """The same as somebody is asked which of them a heading means."""
    return {field["name"]: field.get("asked", field["title"]) for field in data()["fields"]}


def field_of(heading: str) -> Known | None:
    """What a heading is known to mean; what stands in brackets only counts where it helps."""
    for words in (heading, _IN_BRACKETS.sub(" ", heading)):
        if known := _fields().get(plain(words)):
            return known
    return None


def left_alone(heading: str) -> str:
    """Why a known heading is not read, or nothing."""
    return _left_alone().get(plain(heading), "")


def may_number_rows(heading: str) -> bool:
    """Whether a heading is known to stand over an agency’s own numbers."""
    return plain(heading) in _own_numbers()


def type_of(words: str) -> str:
    """The id of a kind of event, or nothing where Kith has none of that name."""
    return _types().get(plain(words), "")


def colour_of(words: str) -> Rag | None:
    """Red, amber or green."""
    first = plain(words.partition(":")[0])
    return _colours().get(plain(words)) or _colours().get(first)


@cache
def _fields() -> Mapping[str, Known]:
    known: dict[str, Known] = {}
    for field in data()["fields"]:
        for rank, heading in enumerate((field["title"], field["name"], *field["headings"])):
            known.setdefault(plain(heading), Known(field["name"], rank))
    return known


@cache
def _left_alone() -> Mapping[str, str]:
    return {plain(heading): kind["because"] for kind in data()["left_alone"] for heading in kind["headings"]}


@cache
def _own_numbers() -> frozenset[str]:
    return frozenset(plain(heading) for heading in data()["own_numbers"]["headings"])


@cache
def _types() -> Mapping[str, str]:
    known = {plain(name): kind.id for kind in event_types().values() for name in (kind.id, kind.name)}
    also = {plain(words): kind for kind, said in data()["types"].items() for words in said}
    return also | known


@cache
def _colours() -> Mapping[str, Rag]:
    return {plain(words): Rag(name) for name, said in data()["colours"].items() for words in said}
