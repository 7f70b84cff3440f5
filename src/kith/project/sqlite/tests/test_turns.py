"""Writers take turns: in the order they came, one at a time, also between processes, and not for ever."""

import multiprocessing
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from kith.project.sqlite.turns import Queue, Turns, turns_at

SOON, LONG = 0.05, 30.0


def test_whoever_came_first_is_first(tmp_path: Path) -> None:
    queue = Queue()
    order: list[int] = []
    assert queue.enter(SOON)
    threads = []
    for number in range(5):
        is_waiting = threading.Event()
        threads.append(threading.Thread(target=wait_in, args=(queue, number, order, is_waiting)))
        threads[-1].start()
        while len(queue._waiting) <= number:
            is_waiting.wait(0.001)
    queue.leave()
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def wait_in(queue: Queue, number: int, order: list[int], is_waiting: threading.Event) -> None:
    assert queue.enter(LONG)
    order.append(number)
    queue.leave()


def test_a_turn_that_does_not_come_is_given_up(tmp_path: Path) -> None:
    turns = Turns(str(tmp_path / "db"))
    assert turns.take(SOON)
    assert not turns.take(SOON)
    turns.give_back()
    assert turns.take(SOON)
    turns.give_back()


def hold(path: str, is_held: threading.Event, may_end: threading.Event) -> None:
    turns = Turns(path)
    assert turns.take(LONG)
    is_held.set()
    may_end.wait(LONG)
    turns.give_back()


@dataclass(frozen=True)
class Holder:
    """Another process, whose turn it is."""

    process: BaseProcess
    may_end: Event


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[Holder]:
    context = multiprocessing.get_context("spawn")
    is_held, may_end = context.Event(), context.Event()
    process = context.Process(target=hold, args=(str(tmp_path / "db"), is_held, may_end))
    process.start()
    assert is_held.wait(LONG)
    yield Holder(process, may_end)
    process.kill()
    process.join()


def test_processes_take_turns_too(tmp_path: Path, holder: Holder) -> None:
    turns = Turns(str(tmp_path / "db"))
    assert not turns.take(SOON)
    holder.may_end.set()
    assert turns.take(LONG)
    turns.give_back()


def test_a_process_that_died_holds_nobody_up(tmp_path: Path, holder: Holder) -> None:
    holder.process.kill()
    turns = Turns(str(tmp_path / "db"))
    assert turns.take(LONG)
    turns.give_back()


def test_where_no_lock_can_be_made_the_database_has_its_own(tmp_path: Path) -> None:
    turns = Turns(str(tmp_path / "nowhere" / "db"))
    for _ in range(2):
        assert turns.take(SOON)
        turns.give_back()


@pytest.mark.parametrize("same", [True, False])
def test_one_file_has_one_queue(tmp_path: Path, same: bool) -> None:
    one, other = str(tmp_path / "a"), str(tmp_path / ("a" if same else "b"))
    assert (turns_at(one) is turns_at(other)) == same
