"""Files of rules: those that come with Kith, and what every file of rules has to keep to."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from kith.engines.timescales.catalogue import Catalogue
from kith.engines.timescales.row_reading import CannotReadRules, rule_fields
from kith.engines.timescales.rules import Rule
from kith.kernel.data_files import toml_of

_NEEDED = tuple(field.name for field in fields(Rule) if field.default is MISSING)


@cache
def england_rules() -> Catalogue:
    """The rules of England as shipped; those that are not confirmed are in it, and are off.

    >>> catalogue = england_rules()
    >>> catalogue.region, len(catalogue.rules) > 60
    ('england', True)
    """
    index = _shipped("england")
    rules = tuple(rule for part in index["parts"] for rule in _part(_shipped(part)))
    check_versions(rules)
    return Catalogue(index["region"], index["version"], rules)


def rows_of(text: str) -> list[Mapping[str, Any]]:
    """The rows of a file of rules; raises CannotReadRules where it is no such file.

    >>> rows_of('[[rules]]\\nid = "CORE_FIRST"')
    [{'id': 'CORE_FIRST'}]
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise CannotReadRules(f"This is not TOML: {str(problem).rstrip('.')}.") from None
    return _rows_in(data)


def _rows_in(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rows = data.get("rules")
    if not isinstance(rows, list) or not rows:
        raise CannotReadRules("This file holds no rules; each begins with [[rules]] on a line of its own.")
    return rows


def whole_rule(said: Mapping[str, Any]) -> Rule:
    """A rule from fields that leave nothing out; raises CannotReadRules, naming what is missing.

    >>> whole_rule({"id": "TEA", "group": "House", "name": "Tea"})
    Traceback (most recent call last):
    kith.engines.timescales.row_reading.CannotReadRules: TEA does not say its trigger.
    """
    require(said, *_NEEDED)
    if ("limit" in said) == bool(said.get("no_date")):
        raise CannotReadRules(f"{said['id']} needs a limit, or in no_date the reason why there is none.")
    return Rule(**said)


def require(said: Mapping[str, Any], *names: str) -> None:
    """Stop where a field is missing or empty.

    >>> require({"id": "CORE_FIRST", "source": "A manual"}, "source")
    """
    for name in names:
        if not said.get(name):
            raise CannotReadRules(f"{said['id']} does not say its {name}.")


def check_versions(rules: Iterable[Rule]) -> None:
    """Versions of one rule may leave a gap, but one day has at most one of them.

    >>> check_versions(england_rules().rules)
    """
    ordered = sorted(rules, key=lambda rule: (rule.id, rule.valid_from))
    for rule in ordered:
        if rule.valid_to is not None and rule.valid_to <= rule.valid_from:
            raise CannotReadRules(f"{rule.id} ends before it begins.")
    for rule_id, versions in groupby(ordered, key=lambda rule: rule.id):
        for earlier, later in pairwise(versions):
            if earlier.is_in_force(later.valid_from):
                raise CannotReadRules(f"{rule_id} has two versions on {later.valid_from}; end one with valid_to.")


def _part(data: Mapping[str, Any]) -> list[Rule]:
    return [whole_rule({"group": data["group"]} | rule_fields(row)) for row in _rows_in(data)]


def _shipped(name: str) -> dict[str, Any]:
    return toml_of("kith.engines.timescales", f"data/rules/{name}.toml")
