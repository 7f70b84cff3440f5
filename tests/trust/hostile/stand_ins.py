"""A reader that does what a hostile file would make a reader do; `do` says which. It runs in the child only."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kith.apps.files.sandbox.frames import Frame

MB = 1024 * 1024


def read(asked: Frame) -> Frame:
    return DOES[str(asked.facts["do"])](str(asked.facts.get("with", "")))


def tried(act: Callable[[], object]) -> Frame:
    try:
        act()
    except BaseException as problem:
        return Frame(facts={"refused": type(problem).__name__})
    return Frame(facts={"refused": ""})


def loop(_: str) -> Frame:
    while True:
        pass


def sleep(_: str) -> Frame:
    time.sleep(60)
    return Frame()


def allocate(megabytes: str) -> Frame:
    kept = [bytearray(MB) for _ in range(int(megabytes))]
    return Frame(facts={"kept": len(kept)})


def flood(_: str) -> Frame:
    while True:
        os.write(1, b"x" * MB)


def leave(status: str) -> Frame:
    os._exit(int(status))


def babble(words: str) -> Frame:
    os.write(1, words.encode())
    os._exit(0)


def raises(words: str) -> Frame:
    raise ZeroDivisionError(words)


def recurse(_: str) -> Frame:
    return recurse(_)


def own_network(_: str) -> Frame:
    return Frame(facts={"network": os.readlink("/proc/self/ns/net")})


def environment(_: str) -> Frame:
    return Frame(facts={"environment": dict(os.environ), "arguments": sys.argv, "folder": str(Path.cwd())})


DOES: dict[str, Callable[[str], Frame]] = {
    "loop": loop,
    "sleep": sleep,
    "allocate": allocate,
    "flood": flood,
    "leave": leave,
    "babble": babble,
    "raise": raises,
    "recurse": recurse,
    "own network": own_network,
    "environment": environment,
    "answer": lambda words: Frame(body=words.encode("latin-1")),
    "connect": lambda where: tried(lambda: socket.create_connection(("127.0.0.1", int(where)), timeout=2)),
    "open a socket": lambda _: tried(lambda: socket.socket()),
    "look up a name": lambda _: tried(lambda: socket.getaddrinfo("kith.example", 80)),
    "run a program": lambda _: tried(lambda: subprocess.run([sys.executable, "-c", ""], check=False)),
    "fork": lambda _: tried(os.fork),
    "run by the shell": lambda _: tried(lambda: os.system("true")),
    "write a file": lambda where: tried(lambda: Path(where).write_bytes(b"x")),
    "make a folder": lambda where: tried(lambda: Path(where).mkdir()),
    "remove a file": lambda where: tried(lambda: Path(where).unlink()),
    "read a file": lambda where: tried(lambda: Path(where).read_bytes()),
    "end the parent": lambda _: tried(lambda: os.kill(os.getppid(), 0)),
}
