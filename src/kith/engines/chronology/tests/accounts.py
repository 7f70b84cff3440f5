"""Families in which several agencies tell of the same events, with the truth about which rows are one event.

What makes it hard, and how often: the words of one event differ by agency. Of 100 accounts 22 are dated a day late,
12 two and 6 three; but the agency that was there itself, which is the first voice of a scene, has the day right in nine
of ten. Of 100 accounts 9 have a vague date, 15 misspelt words, 10 no kind of event, 70 no time; 2 are written twice by
their agency. One event in four has another next door, mostly of the same kind: a brother's or sister's, or this child's
within three days. What is missed goes on every week, or every three or four days, in the same words. Police calls,
visits and the like come again one to three days later with the same people, half of them at the same place. And for
each ten events there are eight everyday rows, half of them within two days of an event, which use the same words and
are nobody else's account: two visits in a week, a talk at school, a call about a car.

What it does not do: no account says on which day another was written, and no two agencies share a number of the case.
"""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any

from kith.engines.chronology.rows import Row, Subject
from kith.kernel.partial_dates import PartialDate

WORDS: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "accounts.toml").read_text(encoding="utf-8"))
SEEN = [scene for scene in WORDS["scenes"] if not (scene.get("later") or scene.get("everyday"))]
AGENCIES = ("police", "health", "school", "social", "hospital", "housing")
GIVEN = ("Mia", "Rory", "Ava", "Kofi", "Elsie", "Jude", "Zofia", "Noah", "Isla", "Theo")
FIRST_DAY = dt.date(2017, 1, 1)
OFF_BY = ((0, 60), (1, 22), (2, 12), (3, 6))  # days, and how many rows of a hundred
RIGHT_AT_FIRST_HAND = 0.9
VAGUE = 0.09
MISSPELT = 0.15
BOTH_CHILDREN = 0.25
ONLY_ONE_NAMED = 0.3  # of accounts of what concerned both
WITH_TIME = 0.3
WITH_WORKER = 0.2  # whose name stands in no other account
EVERYDAY = 0.8  # for each event
IN_SPELLS = 0.2  # of events of a kind that comes again within days
TWICE = 0.02

Pair = tuple[int, int]


class Stage(StrEnum):
    """What accounts are for; each stage has kinds of event that none before it has."""

    FITTING = "fitting"
    CHOOSING = "choosing"
    MEASURING = "measuring"

    def scenes(self) -> list[Any]:
        """The kinds of event that stand here."""
        stages = list(Stage)
        return [
            scene
            for scene in WORDS["scenes"]
            if stages.index(Stage(scene.get("later", "fitting"))) <= stages.index(self)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, before anybody tells it."""

    number: int
    scene: Mapping[str, Any]
    day: dt.date
    children: tuple[str, ...]
    meant: Mapping[str, int | str]
    kinds: frozenset[str]


@dataclass(slots=True)
class Told:
    """Rows, for each the event it tells of, and what makes it hard."""

    rows: list[Row] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    kinds: list[frozenset[str]] = field(default_factory=list)

    def true_pairs(self) -> set[Pair]:
        """Places of rows by different agencies that tell of one event, the earlier place first."""
        by_event: dict[int, list[int]] = {}
        for place, event in enumerate(self.events):
            by_event.setdefault(event, []).append(place)
        pairs = (pair for places in by_event.values() for pair in combinations(places, 2))
        return {(one, other) for one, other in pairs if self.rows[one].agency != self.rows[other].agency}


def told(*, seed: int, families: int = 20, events: int = 60, stage: Stage = Stage.FITTING) -> Told:
    """Families with about so many events each, and the everyday rows beside them."""
    chance = random.Random(seed)
    scenes = stage.scenes()
    all_told = Told()
    for family in range(families):
        _tell_family(all_told, f"{seed}-{family}", chance, scenes, events)
    return all_told


def _tell_family(all_told: Told, family: str, chance: random.Random, scenes: list[Any], events: int) -> None:
    children = [f"{family}-{name}" for name in chance.sample(GIVEN, chance.choice((1, 2, 2, 3)))]
    given = {"surname": chance.choice(WORDS["names"]["surnames"]), "days": 20 * events}
    happened = list(
        _happenings(chance, [scene for scene in scenes if not scene.get("everyday")], children, given, events)
    )
    everyday = list(_everyday(chance, [scene for scene in scenes if scene.get("everyday")], children, happened))
    for event in happened:
        for agency in _witnesses(chance, event):
            for _ in range(2 if chance.random() < TWICE else 1):
                _tell(all_told, event, agency, chance, len(all_told.rows))
    for event in everyday:
        agency = chance.choice([agency for agency in AGENCIES if agency in event.scene])
        _tell(all_told, event, agency, chance, len(all_told.rows))


def _happenings(
    chance: random.Random, scenes: list[Any], children: list[str], given: Mapping[str, Any], events: int
) -> Iterator[Event]:
    """Events, some of them again and again, some with another next door that is not the same."""
    made = 0
    while made < events:
        scene = chance.choice(scenes)
        day = FIRST_DAY + dt.timedelta(chance.randrange(given["days"]))
        kinds = frozenset({"unseen scene"} if scene.get("later") else ())
        event = _event(chance, scene, day, children, kinds)
        for one in _series(chance, event):
            yield one
            made += 1
        if chance.random() < 0.25:
            yield _next_door(chance, event, children)
            made += 1


def _everyday(chance: random.Random, scenes: list[Any], children: list[str], happened: list[Event]) -> Iterator[Event]:
    """What one agency alone writes down, half of it within two days of something that happened."""
    days = [event.day for event in happened]
    for day in days:
        if chance.random() >= EVERYDAY:
            continue
        at = day + dt.timedelta(chance.randrange(-2, 3)) if chance.random() < 0.5 else _between(chance, days)
        yield _event(chance, chance.choice(scenes), at, children, frozenset({"everyday"}))


def _between(chance: random.Random, days: list[dt.date]) -> dt.date:
    return dt.date.fromordinal(chance.randrange(min(days).toordinal(), max(days).toordinal() + 1))


def _event(
    chance: random.Random, scene: Mapping[str, Any], day: dt.date, children: list[str], kinds: frozenset[str]
) -> Event:
    both = len(children) > 1 and chance.random() < BOTH_CHILDREN
    about = tuple(chance.sample(children, 2 if both else 1))
    return Event(
        number=chance.getrandbits(60),
        scene=scene,
        day=day,
        children=about,
        meant=_meant(chance),
        kinds=kinds | ({"siblings"} if both else frozenset()),
    )


def _meant(chance: random.Random) -> dict[str, int | str]:
    slots = WORDS["slots"]
    meant: dict[str, int | str] = {name: chance.randrange(len(slots[name])) for name in slots}
    meant["kin2"] = 0 if meant["kin"] else 1
    return meant | {
        "place": chance.choice(WORDS["names"]["places"]),
        "worker": chance.choice(WORDS["names"]["workers"]),
        "time": f"{chance.randrange(24):02d}{chance.choice((0, 15, 30, 45)):02d}",
    }


def _series(chance: random.Random, event: Event) -> list[Event]:
    if event.scene.get("repeats") and chance.random() < 0.6:
        return _again(chance, event)
    if event.scene.get("spells") and chance.random() < IN_SPELLS:
        return _spell(chance, event)
    return [event]


def _spell(chance: random.Random, event: Event) -> list[Event]:
    """The same kind two or three times within days: the same people, another hour, half of them at the same place."""
    spell = [replace(event, kinds=event.kinds | {"again within days"})]
    for _ in range(chance.choice((1, 1, 2))):
        before, anew = spell[-1], _meant(chance)
        changed = {name: anew[name] for name in ("part", "time", *(["place"] if chance.random() < 0.5 else []))}
        day = before.day + dt.timedelta(chance.choice((1, 2, 2, 3)))
        spell.append(replace(before, number=chance.getrandbits(60), day=day, meant={**event.meant, **changed}))
    return spell


def _again(chance: random.Random, event: Event) -> list[Event]:
    """The same once more: mostly every week, sometimes every three or four days; nothing else about it changes."""
    step = chance.choice((7, 7, 7, 3, 4))
    return [
        Event(
            number=chance.getrandbits(60),
            scene=event.scene,
            day=event.day + dt.timedelta(step * time),
            children=event.children,
            meant=event.meant,
            kinds=event.kinds | {"repeats"},
        )
        for time in range(chance.randrange(3, 9))
    ]


def _next_door(chance: random.Random, event: Event, children: list[str]) -> Event:
    """Near, and not the same: a brother's or sister's, or another of this child's within three days."""
    others = [child for child in children if child not in event.children]
    about = (chance.choice(others),) if others and chance.random() < 0.6 else event.children[:1]
    is_other = about[0] in others
    return Event(
        number=chance.getrandbits(60),
        scene=event.scene if chance.random() < 0.7 else chance.choice(SEEN),
        day=event.day + dt.timedelta(chance.choice((0, 1, 2, 3))),
        children=about,
        meant=_meant(chance),
        kinds=event.kinds | {"siblings" if is_other else "near, not the same"},
    )


def _witnesses(chance: random.Random, event: Event) -> list[str]:
    voices = [agency for agency in AGENCIES if agency in event.scene]
    most = min(len(voices), chance.choice((1, 1, 2, 2, 2, 3, 4)))
    return chance.sample(voices, most)


def _tell(all_told: Told, event: Event, agency: str, chance: random.Random, number: int) -> None:
    voice = event.scene[agency]
    day = event.day + dt.timedelta(_late(chance, event, agency))
    kinds = set(event.kinds)
    start = PartialDate.of(day)
    if chance.random() < VAGUE:
        start = PartialDate.parse(_vaguely(chance, day))
        kinds.add("vague date")
    fact = _words(chance, event, agency, chance.choice(voice["tells"]))
    if chance.random() < MISSPELT:
        fact = _misspelt(chance, fact)
        kinds.add("misspelt")
    named = event.children[:1] if chance.random() < ONLY_ONE_NAMED else event.children
    all_told.rows.append(
        Row(
            agency=agency,
            id=f"{agency[:2]}{number}",
            subjects=tuple(Subject(child, name=child.rpartition("-")[2]) for child in named),
            start=start,
            start_time=_clock(chance, str(event.meant["time"])),
            fact=fact,
            type=voice["type"] if chance.random() < 0.9 else "",
            source="record",
        )
    )
    all_told.events.append(event.number)
    all_told.kinds.append(frozenset(kinds))


def _late(chance: random.Random, event: Event, agency: str) -> int:
    """By how many days an account is dated late."""
    was_there = next(name for name in event.scene if name in AGENCIES) == agency
    if was_there and chance.random() < RIGHT_AT_FIRST_HAND:
        return 0
    return chance.choices([days for days, _ in OFF_BY], [share for _, share in OFF_BY])[0]


def _clock(chance: random.Random, said: str) -> dt.time | None:
    """A time that is up to three quarters of an hour off, if any is given."""
    if chance.random() >= WITH_TIME:
        return None
    minutes = int(said[:2]) * 60 + int(said[2:]) + chance.randrange(-45, 46)
    return dt.time(*divmod(min(max(minutes, 0), 1439), 60))


def _vaguely(chance: random.Random, day: dt.date) -> str:
    part = "early" if day.month <= 4 else "mid" if day.month <= 8 else "late"
    return chance.choice(
        (f"{day:%B %Y}", f"about {day:%-d %B %Y}", f"{part} {day.year}", f"about {day:%B %Y}", f"{day.year}")
    )


def _words(chance: random.Random, event: Event, agency: str, words: str) -> str:
    slots = {name: _said(chance, name, meant) for name, meant in event.meant.items()}
    child = chance.choice((event.children[0].rpartition("-")[2], "the child"))
    whole = words.format_map(slots | {"child": child})
    if agency in WORDS["tails"] and chance.random() < 0.5:
        whole += " " + chance.choice(WORDS["tails"][agency])
    if chance.random() < WITH_WORKER:
        whole += chance.choice((" Dealt with by {}.", " {} to follow up.")).format(
            chance.choice(WORDS["names"]["workers"])
        )
    return whole[0].upper() + whole[1:]


def _said(chance: random.Random, name: str, meant: int | str) -> str:
    return (
        meant
        if isinstance(meant, str)
        else str(chance.choice(WORDS["slots"]["kin" if name == "kin2" else name][meant]))
    )


def _misspelt(chance: random.Random, text: str) -> str:
    """Two long words with a letter lost, doubled or out of place."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    for place in chance.sample(long, min(2, len(long))):
        words[place] = _slipped(chance, words[place])
    return " ".join(words)


def _slipped(chance: random.Random, word: str) -> str:
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
