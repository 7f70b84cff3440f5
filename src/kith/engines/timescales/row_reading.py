"""One row of a rule file: every field known, of the right kind, and turned into what a rule holds."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from kith.engines.timescales.limits import LONGEST_LIMIT, Limit, Unit
from kith.engines.timescales.rules import Authority
from kith.kernel.errors import KithError

_KINDS: Mapping[str, tuple[type, str]] = {
    "id": (str, "a text"),
    "name": (str, "a text"),
    "trigger": (str, "a text"),
    "duty": (str, "a text"),
    "owner": (str, "a text"),
    "authority": (str, "a text"),
    "source": (str, "a text"),
    "valid_from": (date, "a day, as 2026-09-01"),
    "valid_to": (date, "a day, as 2026-09-01"),
    "limit": (int, "a whole number"),
    "unit": (str, "a text"),
    "before": (bool, "true or false"),
    "no_date": (str, "a text"),
    "confirmed": (bool, "true or false"),
    "checked": (bool, "true or false"),
    "reasons_for_delay": (list, "a list of texts"),
    "note": (str, "a text"),
}
_SAME_IN_A_RULE = ("name", "trigger", "duty", "owner", "source", "valid_from", "valid_to", "no_date", "note")

Choice = TypeVar("Choice", bound=StrEnum)


class CannotReadRules(KithError):
    """A rule file is not what it has to be."""


def row_id(row: object) -> str:
    """The name of the rule a row is about; raises CannotReadRules where it has none.

    >>> row_id({"id": "CORE_FIRST"})
    'CORE_FIRST'
    """
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"].strip():
        raise CannotReadRules("A rule in this file has no id.")
    return str(row["id"]).upper()


def rule_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says, under the names that a rule has for it; what it leaves out is left out.

    Raises CannotReadRules, naming the rule and the field, where a field is unknown or of the wrong kind.

    >>> rule_fields({"id": "CORE_FIRST", "limit": 10, "unit": "working days"})["limit"].words
    '10 working days after'
    """
    for key, value in row.items():
        _check_kind(row, key, value)
    fields = {key: row[key] for key in _SAME_IN_A_RULE if key in row} | {"id": row_id(row)}
    if "authority" in row:
        fields["authority"] = _choice(row, "authority", Authority)
    if "limit" in row:
        fields["limit"] = _limit(row)
    if "confirmed" in row:
        fields["is_confirmed"] = row["confirmed"]
    if "checked" in row:
        fields["is_checked"] = row["checked"]
    if "reasons_for_delay" in row:
        fields["reasons_for_delay"] = tuple(row["reasons_for_delay"])
    return fields


def _check_kind(row: Mapping[str, Any], key: str, value: object) -> None:
    if key not in _KINDS:
        raise CannotReadRules(f"{row_id(row)} has a field {key} that rules do not have.")
    kind, said = _KINDS[key]
    is_other = isinstance(value, datetime) or (kind is int and isinstance(value, bool))
    is_text_list = not isinstance(value, list) or all(isinstance(item, str) for item in value)
    if not isinstance(value, kind) or is_other or not is_text_list:
        raise CannotReadRules(f"{row_id(row)}: {key} has to be {said}.")


def _limit(row: Mapping[str, Any]) -> Limit:
    if not 0 <= row["limit"] <= LONGEST_LIMIT:
        raise CannotReadRules(f"{row_id(row)}: limit has to be from 0 to {LONGEST_LIMIT}.")
    if "unit" not in row:
        raise CannotReadRules(f"{row_id(row)} has a limit without a unit.")
    return Limit(row["limit"], _choice(row, "unit", Unit), is_before=row.get("before", False))


def _choice(row: Mapping[str, Any], key: str, choices: type[Choice]) -> Choice:
    try:
        return choices(row[key])
    except ValueError:
        raise CannotReadRules(f"{row_id(row)}: {key} has to be one of {', '.join(choices)}.") from None
