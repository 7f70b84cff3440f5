"""The invented county in which journeys begin: grown once for each process of the tests, and copied for each journey.

Growing it takes longer than most journeys. On SQLite what was grown is kept beside the database and copied back
whole; PostgreSQL grows it anew.
"""

import datetime as dt
import sqlite3
from functools import cache as kept

from django.core.cache import cache

from kith.testing.copying import can_be_copied, copied, put_back
from kith.testing.filling import fill
from kith.testing.town import WorkerPlan, plan_town

NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)
CHILDREN = 20
SEED = 7
PASSWORD = "tovuka-limeso-badoru"


def grow_county() -> None:
    """Into an empty database; everybody who works there signs in with the same password."""
    if not can_be_copied():
        _grow()
        return
    cache.clear()  # its rows have the numbers that rows of the last journey had
    put_back(_grown_once())


@kept
def _grown_once() -> sqlite3.Connection:
    _grow()
    return copied()


def _grow() -> None:
    fill(children=CHILDREN, seed=SEED, now=NOW, passwords={worker.key: PASSWORD for worker in county_workers()})


@kept
def county_workers() -> tuple[WorkerPlan, ...]:
    """Everybody who works in the county."""
    return tuple(plan_town(SEED, today=NOW.date(), children=CHILDREN).workers)
