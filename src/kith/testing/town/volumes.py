"""What reaches the front door of the town in its last weeks: how much, from whom, and what comes of it. Plans only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from kith.testing.town.shelf import data_file

FILE = "volumes.toml"
PUBLIC = "public"
ADVICE, EARLY_HELP, ASSESSMENT, STRATEGY = "advice", "early_help", "assessment", "strategy"
NO_ENQUIRY = "no_enquiry"
Steps = tuple[tuple[str, int], ...]
STEPS_AFTER: Mapping[str, Steps] = {
    ASSESSMENT: (("assessment", 0),),
    NO_ENQUIRY: (("strategy", 0), ("no_enquiry", 1)),
    "plan": (("strategy", 0), ("section_47", 0), ("conference_plan", 14), ("core_group", 22)),
    "in_care": (
        *(("strategy", 0), ("in_care", 1), ("care_visit", 6), ("care_plan", 9), ("care_education", 10)),
        *(("care_health", 20), ("care_review", 24), ("care_visit", 40)),
    ),
}
"""Steps of a child's path, each with the days after the decision, in time; one that is still to come is not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPlan:
    """One contact; without an outcome it waits. `steps` are those of the child it is about."""

    source: str
    received_at: datetime
    words: str
    is_anonymous: bool = False
    outcome: str = ""
    decided_at: datetime | None = None
    reason: str = ""
    steps: tuple[tuple[str, datetime], ...] = ()


def plan_contacts(
    seed: int, *, now: datetime, children: int, volumes: Mapping[str, Any] | None = None
) -> list[ContactPlan]:
    """The contacts of a county with so many children who have a case, the earliest first.

    The figures are shared out as exactly as whole numbers allow, in a small town too.
    """
    told = volumes or data_file(FILE)
    rng, weeks = Random(f"{seed} volumes"), int(told["spread"]["weeks"])
    scale = weeks * children / told["stands_for"]["with_a_case"]
    sources = shared_out(told["per_week"]["sources"], round(told["per_week"]["contacts"] * scale))
    order = [source for source, count in sources.items() for _ in range(count)]
    rng.shuffle(order)
    days = [7 * weeks * place / max(1, len(order)) for place in range(len(order))]
    arrivals = sorted(_moment(rng, now, day) for day in days)
    decided = [at for at in arrivals if not _waits(at, now)]
    fates = iter(_fates(rng, told, len(decided)))
    return [
        _contact(rng, told, source, at, "" if _waits(at, now) else next(fates), now)
        for source, at in zip(order, arrivals, strict=True)
    ]


def shared_out(weights: Mapping[str, float], total: int) -> dict[str, int]:
    """A total in whole parts by their weights: the largest remainders are rounded up.

    >>> shared_out({"schools": 265, "police": 188, "others": 497}, 10)
    {'schools': 3, 'police': 2, 'others': 5}
    """
    whole = sum(weights.values())
    exact = {name: total * weight / whole for name, weight in weights.items()}
    parts = {name: int(part) for name, part in exact.items()}
    rest = sorted(exact, key=lambda name: parts[name] - exact[name])[: total - sum(parts.values())]
    return {name: part + (name in rest) for name, part in parts.items()}


def _fates(rng: Random, told: Mapping[str, Any], count: int) -> list[str]:
    """What comes of each: the outcome, and for a strategy discussion what follows it."""
    week, early = told["per_week"], told["shares"]["early_help"]
    rest = week["contacts"] - sum(week["outcomes"].values())
    after = dict(week["after_strategy"])
    weights = {
        ASSESSMENT: week["outcomes"][ASSESSMENT],
        NO_ENQUIRY: week["outcomes"][STRATEGY] - sum(after.values()),
        **after,
        EARLY_HELP: rest * early,
        ADVICE: rest * (1 - early),
    }
    fates = [fate for fate, number in shared_out(weights, count).items() for _ in range(number)]
    rng.shuffle(fates)
    return fates


def outcome_of(fate: str) -> str:
    return STRATEGY if STEPS_AFTER.get(fate, ((fate, 0),))[0][0] == STRATEGY else fate


def _contact(rng: Random, told: Mapping[str, Any], source: str, at: datetime, fate: str, now: datetime) -> ContactPlan:
    words = rng.choice(told["words"][source])
    is_anonymous = source == PUBLIC and rng.random() < told["shares"]["anonymous"]
    plain = ContactPlan(source=source, received_at=at, words=words, is_anonymous=is_anonymous)
    if not fate:
        return plain
    outcome, decided_at = outcome_of(fate), at + timedelta(minutes=rng.randrange(60, 480))
    return ContactPlan(
        source=source,
        received_at=at,
        words=words,
        is_anonymous=is_anonymous,
        outcome=outcome,
        decided_at=decided_at,
        reason=rng.choice(told["reasons"][outcome]),
        steps=tuple(_steps(STEPS_AFTER.get(fate, ()), decided_at, now)),
    )


def _steps(steps: Steps, decided_at: datetime, now: datetime) -> Iterator[tuple[str, datetime]]:
    for name, after in steps:
        day = working_day((decided_at + timedelta(days=after)).date()) if after else decided_at.date()
        if day <= now.date():
            yield name, decided_at.replace(year=day.year, month=day.month, day=day.day)


def _moment(rng: Random, now: datetime, days_ago: float) -> datetime:
    """By day, and on a working day: what comes at night and at weekends waits for the out-of-hours team."""
    day = working_day((now - timedelta(days=1 + days_ago)).date())
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC) + timedelta(minutes=rng.randrange(480))


def _waits(at: datetime, now: datetime) -> bool:
    """What came on the last working day is not decided yet, and due today."""
    return at.date() >= working_day((now - timedelta(days=1)).date())


def working_day(day: date) -> date:
    """The day, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def kinds_of_source(source: str) -> tuple[str, ...]:
    """Which kinds of agency tell; none for the public."""
    return tuple(data_file(FILE)["kinds"].get(source, ()))


def sources() -> tuple[str, ...]:
    return tuple(data_file(FILE)["per_week"]["sources"])
