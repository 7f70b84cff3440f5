"""What was unusual about the looking of one day: each sign by itself, as a worker and a sentence."""

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from kith.apps.access.queries import ended_work, own_reach, start_of
from kith.apps.agencies.queries import actor_by_ref, worker_posts
from kith.apps.audit.queries import actors_opening_many, actors_refused_often, opened_pairs, openings_of
from kith.apps.people.queries import surnames_of
from kith.kernel.data_files import toml_of
from kith.kernel.text import folded

Sign = tuple[str, str]  # worker's ref, and why in a sentence
Opening = tuple[dt.datetime, str]
A_DAY = dt.timedelta(days=1)


@cache
def thresholds() -> Mapping[str, Mapping[str, Any]]:
    data: Mapping[str, Mapping[str, Any]] = toml_of("kith.apps.oversight", "data/unusual.toml")
    return data


def signs_on(day: dt.date) -> Iterator[Sign]:
    """Every sign of a day from London midnight to midnight, one after the other."""
    for sign in SIGNS:
        yield from sign(day)


def _span(day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    return start_of(day), start_of(day + A_DAY)


def _enumerating(day: dt.date) -> Iterator[Sign]:
    """Only those who opened many on the whole day are looked at hour by hour."""
    limit = thresholds()["enumeration"]
    since, until = _span(day)
    for worker_ref in actors_opening_many(limit["more_than"], since=since, until=until):
        openings = openings_of(worker_ref, since=since, until=until)
        own = _own(worker_ref, {subject for _, subject in openings}, day)
        others = [one for one in openings if one[1] not in own]
        most = most_within(others, dt.timedelta(minutes=limit["within_minutes"]))
        if most > limit["more_than"]:
            yield worker_ref, limit["says"].format(count=most)


def most_within(openings: Iterable[Opening], length: dt.timedelta) -> int:
    """The most different subjects in any stretch of this length; openings come in the order of their times.

    Half-open: two openings exactly that far apart do not stand in one stretch.
    """
    window: deque[Opening] = deque()
    most = 0
    for at, subject in openings:
        window.append((at, subject))
        while window[0][0] <= at - length:
            window.popleft()
        most = max(most, len({seen for _, seen in window}))
    return most


def _refused(day: dt.date) -> Iterator[Sign]:
    limit = thresholds()["refused"]
    since, until = _span(day)
    for worker_ref, times in actors_refused_often(limit["more_than"], since=since, until=until).items():
        yield worker_ref, limit["says"].format(count=times)


def _at_night(day: dt.date) -> Iterator[Sign]:
    """Whoever works at night by their role is not unusual there."""
    limit = thresholds()["night"]
    since, until = _span(day)
    morning, evening = _at(day, limit["morning_until"]), _at(day, limit["evening_from"])
    found: dict[str, int] = {}
    for start, end in ((since, morning), (evening, until)):
        for worker_ref, count in actors_opening_many(limit["more_than"], since=start, until=end).items():
            found[worker_ref] = max(count, found.get(worker_ref, 0))
    posts = worker_posts(found)
    for worker_ref, count in found.items():
        if worker_ref in posts and posts[worker_ref].role not in limit["roles_at_night"]:
            yield worker_ref, limit["says"].format(count=count)


def _at(day: dt.date, hour: int) -> dt.datetime:
    return start_of(day).replace(hour=hour)


def _same_surname(day: dt.date) -> Iterator[Sign]:
    """Names that are sealed for anybody are not compared."""
    since, until = _span(day)
    by_worker = _by_worker(opened_pairs(since=since, until=until))
    names = surnames_of(set().union(*by_worker.values()), now=until) if by_worker else {}
    for worker_ref, post in sorted(worker_posts(by_worker).items()):
        own_name = folded(post.family)
        same = {ref for ref in by_worker[worker_ref] if own_name in names.get(ref, ())}
        if same - _own(worker_ref, same, day):
            yield worker_ref, thresholds()["own_surname"]["says"]


def _after_the_end(day: dt.date) -> Iterator[Sign]:
    since, until = _span(day)
    pairs = opened_pairs(since=since, until=until)
    by_worker = _by_worker(pairs & ended_work({worker for worker, _ in pairs}, on=day))
    for worker_ref, subjects in sorted(by_worker.items()):
        if subjects - _own(worker_ref, subjects, day):
            yield worker_ref, thresholds()["after_end"]["says"]


def _by_worker(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for worker, subject in pairs:
        grouped[worker].add(subject)
    return grouped


def _own(worker_ref: str, subjects: set[str], day: dt.date) -> set[str]:
    """Of these, the worker's own cases and everybody round them."""
    worker = actor_by_ref(worker_ref, on=day)
    return own_reach(worker, subjects, now=start_of(day)) if subjects and not worker.is_nobody else set()


SIGNS: tuple[Callable[[dt.date], Iterator[Sign]], ...] = (
    _enumerating,
    _refused,
    _at_night,
    _same_surname,
    _after_the_end,
)
