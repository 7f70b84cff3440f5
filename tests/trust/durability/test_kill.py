"""kill -9 in the middle of writing through HTTP: nothing that was acknowledged is lost, nothing is torn."""

import random
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

import pytest
from django.db import connection

from tests.trust.durability.installation import Installation, Refused
from tools.postgres_for_tests import Cluster

WRITERS = 4
SECONDS_TO_WARM_UP = 60
CHECKED_EVERY = 5  # kills; what was ever acknowledged has to be there each time


class Campaign:
    """Many kills of one installation, and everything it ever said was saved."""

    def __init__(self, here: Installation, also_kill: Callable[[], None] = lambda: None) -> None:
        self.here, self.also_kill = here, also_kill
        self.acknowledged: set[str] = set()
        self.refusal = ""
        self.random = random.Random(20261121)

    def run(self, kills: int) -> None:
        self.here.start()
        try:
            for number in range(kills):
                self.here.sign_in(number)
                self.write_until_killed(self.here.a_child(), number)
                self.here.start()
                if number % CHECKED_EVERY == CHECKED_EVERY - 1 or number == kills - 1:
                    self.check()
        finally:
            self.here.kill()

    def write_until_killed(self, child: str, number: int) -> None:
        token = self.here.form_token(child)
        writers = [
            threading.Thread(target=self.write, args=(child, f"Kill {number} {w}", token)) for w in range(WRITERS)
        ]
        for writer in writers:
            writer.start()
        self.wait_for_the_first(number)
        time.sleep(self.random.uniform(0, 0.6))
        self.here.kill()
        self.also_kill()
        for writer in writers:
            writer.join(SECONDS_TO_WARM_UP)
            assert not writer.is_alive()

    def wait_for_the_first(self, number: int) -> None:
        """A server that has just been started takes its time over its first answer."""
        deadline = time.monotonic() + SECONDS_TO_WARM_UP
        while not any(name.startswith(f"Kill {number} ") for name in tuple(self.acknowledged)):
            assert time.monotonic() < deadline, f"nothing was saved; the last refusal: {self.refusal}"
            time.sleep(0.02)

    def write(self, child: str, name: str, token: dict[str, str]) -> None:
        """One after the other until the server is gone."""
        for count in range(1_000):
            try:
                self.here.add(child, f"{name} {count}", token)
            except (OSError, HTTPException):
                return
            except Refused as refusal:
                self.refusal = str(refusal)
                continue
            self.acknowledged.add(f"{name} {count}")

    def check(self) -> None:
        found = self.here.facts()
        assert self.acknowledged <= set(found["names"])
        assert len(found["names"]) == len(set(found["names"])) == found["deeds"]
        assert found["broken"] == []


@contextmanager
def campaign_on_sqlite(folder: Path) -> Iterator[Campaign]:
    here = Installation(folder / "data")
    here.grow()
    yield Campaign(here)


@contextmanager
def campaign_on_postgresql(folder: Path) -> Iterator[Campaign]:
    """A server of its own, as safe as in production, killed with all its processes."""
    home = Path(tempfile.mkdtemp(prefix="kith-postgres-"))  # pytest's own folders are closed to the server's account
    cluster = Cluster(home, is_durable=True)
    try:
        cluster.start()
        here = Installation(folder / "data", database_url=cluster.address)
        here.grow()

        def kill_and_start_again() -> None:
            cluster.kill()
            cluster.start()
            here.database_url = cluster.address

        yield Campaign(here, kill_and_start_again)
    finally:
        cluster.stop()
        shutil.rmtree(home, ignore_errors=True)


def campaign(folder: Path, kills: dict[str, int]) -> None:
    on = campaign_on_sqlite if connection.vendor == "sqlite" else campaign_on_postgresql
    with on(folder) as fire:
        fire.run(kills[connection.vendor])
    assert len(fire.acknowledged) > kills[connection.vendor], "hardly anything was written"


@pytest.mark.django_db
def test_what_was_acknowledged_survives_being_killed(tmp_path):
    campaign(tmp_path, {"sqlite": 10, "postgresql": 5})


@pytest.mark.long
@pytest.mark.django_db
def test_it_survives_many_more(tmp_path):
    campaign(tmp_path, {"sqlite": 60, "postgresql": 20})
