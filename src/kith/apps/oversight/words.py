"""Rows of the record in words."""

from collections.abc import Mapping
from functools import cache

from kith.apps.access.events import LINK_SHOWN, LOOK_TAKEN
from kith.kernel.data_files import toml_of

TOLD_AS = {LOOK_TAKEN: "emergency", LINK_SHOWN: "page"}
"""Rows of access of which the person concerned is told, and as what."""


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    data: Mapping[str, Mapping[str, str]] = toml_of("kith.apps.oversight", "data/pages.toml")
    return data


def page_words(event: str, how: str) -> str:
    """Which page it was, or what was done."""
    return _data()["pages"].get(event) or _data()["kinds"].get(how, how)


def is_told(event: str) -> bool:
    """Whether the person concerned is told of such a row at all."""
    return event in TOLD_AS or not event.startswith(tuple(_data()["not_told"]))


def kind_told(event: str, how: str) -> str:
    return TOLD_AS.get(event, how)


def rule_words(rule: str) -> str:
    return _data()["rules"].get(rule, "")
