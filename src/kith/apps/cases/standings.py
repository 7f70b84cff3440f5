"""The kinds of standing as data: the stops of the line, what they rest on, and what stands beside. No queries."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kith.apps.cases.projections import StandingTold
from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

LINE = "line"
ELSEWHERE = "This is for children’s social care to record. Tell the front door what you know."


class CannotStand(KithError):
    """What is missing or cannot be, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a stop rests on in law, and for how many days at most, where the law says so."""

    says: str
    means: str
    most_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One stop of the line, or one mark beside it; of a group that is alone only the newest stands."""

    name: str
    says: str
    means: str
    group: str
    council_only: bool
    is_alone: bool
    grounds: Mapping[str, Ground]


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.cases", "data/standings.toml")


def version_and_source() -> tuple[str, str]:
    return str(_data()["version"]), str(_data()["source"])


@cache
def stops() -> Mapping[str, Kind]:
    """By name, in the order of the line."""
    return {name: _kind(name, LINE, spec, is_alone=True) for name, spec in _data()["line"].items()}


@cache
def marks() -> Mapping[str, Kind]:
    return {
        name: _kind(name, group, spec, is_alone=about["is_alone"])
        for group, about in _data()["marks"].items()
        for name, spec in about["kinds"].items()
    }


@cache
def kinds() -> Mapping[str, Kind]:
    return {**stops(), **marks()}


@cache
def stop_of_state() -> Mapping[str, str]:
    """By state of the path of help: the stop at which a child stands then."""
    found: Mapping[str, str] = _data()["path"]
    return found


def group_says(group: str) -> str:
    return "Where help stands" if group == LINE else str(_data()["marks"][group]["says"])


def _kind(name: str, group: str, spec: Mapping[str, Any], *, is_alone: bool) -> Kind:
    return Kind(
        name=name,
        says=spec["says"],
        means=spec["means"],
        group=group,
        council_only=spec["council_only"],
        is_alone=is_alone,
        grounds={key: Ground(**ground) for key, ground in spec.get("grounds", {}).items()},
    )


def kind_and_ground(chosen: str) -> tuple[str, str]:
    """What a form sends as one answer.

    >>> kind_and_ground("looked_after.care_order")
    ('looked_after', 'care_order')
    """
    kind, _, ground = chosen.partition(".")
    return kind, ground


def words_of(kind: str, ground: str) -> str:
    """
    >>> words_of("looked_after", "care_order")
    'Looked after, care order'
    """
    found = kinds()[kind]
    return f"{found.says}, {found.grounds[ground].says}" if ground else found.says


def sound_standing(told: StandingTold, today: dt.date) -> StandingTold:
    """As it is kept."""
    kind = kinds().get(told.kind)
    if kind is None or (told.ground and told.ground not in kind.grounds):
        raise CannotStand("Choose one of the answers that are offered.")
    if told.since > today:
        raise CannotStand("That day has yet to come. Record it once it has begun.")
    return replace(told, words=cleaned(told.words, limit=LIMITS["line"]))


def require_end(since: dt.date, until: dt.date, today: dt.date) -> None:
    if until > today:
        raise CannotStand("That day has yet to come. Record the end once it has come.")
    if until < since:
        raise CannotStand("That is before it began. Look at the day and the year again.")
