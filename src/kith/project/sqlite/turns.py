"""Taking turns to write: first come, first served in this process, and hand over hand between processes.

Between processes there are two locks: whoever holds `next` is the next to get `turn`. A process that has just
written has to ask for `next` again, and finds it held by somebody who waited.
"""

import fcntl
import os
import threading
import time
from collections import deque
from collections.abc import Callable

PAUSE = 0.002  # seconds between two looks at a lock of another process


class Queue:
    """The threads of this process, in the order in which they asked."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._is_taken = False
        self._waiting: deque[threading.Event] = deque()

    def enter(self, seconds: float) -> bool:
        """Whether our turn came in time."""
        called = threading.Event()
        with self._guard:
            if not self._is_taken:
                self._is_taken = True
                return True
            self._waiting.append(called)
        if called.wait(seconds):
            return True
        return self._was_called_after_all(called)

    def leave(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._is_taken = False

    def _was_called_after_all(self, called: threading.Event) -> bool:
        with self._guard:
            if called.is_set():
                return True
            self._waiting.remove(called)
            return False


class Turns:
    """The turns of everybody who writes to one database file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.queue = Queue()
        self._held: int | None = None

    def take(self, seconds: float) -> bool:
        """Whether it is our turn; False where it did not come in time."""
        deadline = time.monotonic() + seconds
        if not self.queue.enter(seconds):
            return False
        try:
            is_ours = self._take_from_other_processes(deadline)
        except OSError:
            return True  # where no lock can be had at all, SQLite's own still holds
        if not is_ours:
            self.queue.leave()
        return is_ours

    def give_back(self) -> None:
        if self._held is not None:
            _unlock(self._held)
            self._held = None
        self.queue.leave()

    def _take_from_other_processes(self, deadline: float) -> bool:
        waiting = _opened(f"{self.path}-next")
        if not _lock(waiting, deadline):
            os.close(waiting)
            return False
        try:
            turn = _opened(f"{self.path}-turn")
            if _lock(turn, deadline):
                self._held = turn
                return True
            os.close(turn)
            return False
        finally:
            _unlock(waiting)


def _opened(path: str) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _lock(handle: int, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(PAUSE)
        else:
            return True


def _unlock(handle: int) -> None:
    fcntl.flock(handle, fcntl.LOCK_UN)  # by name, because a forked child may hold the same open file
    os.close(handle)


_turns: dict[str, Turns] = {}
_guard = threading.Lock()


def turns_at(path: str) -> Turns:
    """The one queue of this process for a database file."""
    with _guard:
        return _turns.setdefault(path, Turns(path))


def _begin_anew() -> None:
    """In a forked child nobody waits and nobody writes yet."""
    global _guard
    _guard = threading.Lock()
    _turns.clear()


register: Callable[..., None] = os.register_at_fork
register(after_in_child=_begin_anew)
