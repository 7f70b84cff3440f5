"""Whatever a file makes a reader do, it reaches nothing, takes no more than its share, and ends in one sentence."""

import json
import os
import socket
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kith.apps.files.sandbox import child
from kith.apps.files.sandbox.child import FAILED, read_in_child
from kith.apps.files.sandbox.kinds import DOCUMENT, FAMILY, PICTURE, TABLES, WORKBOOK
from kith.apps.files.sandbox.limits import ON_A_PAGE, Limits
from kith.apps.files.services import (
    CannotReadFile,
    fences,
    read_document,
    read_family,
    read_picture,
    read_tables,
    read_workbook,
)

ACTOR = replace(FAMILY, name="stand-in", reader="tests.trust.hostile.stand_ins", most_answered=4 * 1024 * 1024)
QUICK = Limits(seconds=1, megabytes=256)


def act(do: str, with_: object = "", *, limits: Limits = ON_A_PAGE) -> dict[str, Any]:
    return dict(read_in_child(ACTOR, b"?", asked={"do": do, "with": str(with_)}, limits=limits).facts)


def refusal(do: str, with_: object = "", *, limits: Limits = ON_A_PAGE) -> str:
    with pytest.raises(CannotReadFile) as refused:
        act(do, with_, limits=limits)
    return refused.value.message


def test_the_limits_are_those_that_are_promised():
    assert Limits(seconds=5, megabytes=256) == ON_A_PAGE


@pytest.mark.parametrize("do", ["loop", "sleep"])
def test_whatever_takes_too_long_is_given_up(do):
    began = time.monotonic()
    assert "longer than 1 seconds" in refusal(do, limits=QUICK)
    assert time.monotonic() - began < 60


def test_a_loop_in_the_product_ends_after_five_seconds_of_work():
    assert "longer than 5 seconds" in refusal("loop")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not enforce a limit on memory")
def test_whatever_takes_too_much_memory_is_given_up():
    assert act("allocate", 100)["kept"] == 100
    assert "more than 256 MB of memory" in refusal("allocate", 256)


@pytest.mark.parametrize(
    ("do", "with_"), [("flood", ""), ("leave", 0), ("leave", 7), ("babble", "hello"), ("babble", "[1]\n")]
)
def test_a_reader_that_breaks_ends_in_one_sentence(do, with_):
    assert refusal(do, with_) == FAILED


def test_what_a_reader_says_in_its_trouble_stays_inside(caplog):
    assert refusal("raise", "Ann Example") == FAILED
    assert "Ann" not in caplog.text and "ZeroDivisionError" in caplog.text
    assert "nested" in refusal("recurse")


@pytest.mark.parametrize(
    "do", ["open a socket", "look up a name", "run a program", "run by the shell", "fork", "end the parent"]
)
def test_nothing_outside_is_reached(do):
    assert act(do)["refused"] in ("PermissionError", "OSError", "BlockingIOError")


def test_no_connection_is_made_even_to_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert act("connect", server.getsockname()[1])["refused"]


def test_no_other_file_is_read_written_or_removed(tmp_path):
    secret = tmp_path / "secret.key"
    secret.write_text("secret")
    for do, where in (
        ("read a file", secret),
        ("read a file", Path("/etc/passwd")),
        ("write a file", tmp_path / "new"),
        ("make a folder", tmp_path / "folder"),
        ("remove a file", secret),
    ):
        assert act(do, where)["refused"] == "PermissionError", do
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_the_child_is_told_nothing_but_where_the_code_is(monkeypatch):
    monkeypatch.setenv("KITH_SECRET_KEY", "do-not-tell")
    told = act("environment")
    assert not [name for name in told["environment"] if name.startswith("KITH")]
    assert "do-not-tell" not in str(told)
    assert told["folder"] == os.sep


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives a process a network of its own")
def test_the_kernel_gives_it_a_network_of_its_own_where_it_may():
    own = act("own network")
    if "network by the kernel" not in own["fences"]:
        pytest.skip("this system does not let ordinary users make a network of their own; Python's fence stands")
    assert own["network"] != os.readlink("/proc/self/ns/net")


def test_somebody_can_be_told_which_fences_stand():
    assert {"time", "writing", "open files", "network, files and programs by Python"} <= set(fences())


LIES = {
    "family that is not JSON": (FAMILY, read_family, b"hello"),
    "family of another form": (FAMILY, read_family, b'{"persons": [], "unions": []}'),
    "picture that is a page": (PICTURE, read_picture, b"<html>"),
    "picture with a remark": (PICTURE, read_picture, b"\xff\xd8\xff\xfe\0\x04hi\xff\xd9"),
    "picture that is cut off": (PICTURE, read_picture, b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"),
    "picture with something behind it": (
        PICTURE,
        read_picture,
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0IEND\0\0\0\0PK\x03\x04",
    ),
    "rows that are numbers": (WORKBOOK, read_workbook, b'[{"title": "S", "rows": [[1]]}]'),
    "rows that are nested without end": (WORKBOOK, read_workbook, b"[" * 100_000),
    "a sheet with more to say": (WORKBOOK, read_workbook, b'[{"title": "S", "rows": [], "x": 1}]'),
    "a table with more to say": (TABLES, read_tables, b'[{"title": "S", "rows": [], "x": 1}]'),
    "paragraphs that are none": (DOCUMENT, read_document, b'{"a": 1}'),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_child_that_was_taken_over_is_not_believed(monkeypatch, lie):
    """Whatever it answers is checked again outside."""
    kind, read, answer = LIES[lie]
    monkeypatch.setattr(f"kith.apps.files.reading.{kind.name.upper()}", replace(kind, looks=ACTOR.looks))
    body = answer.decode("latin-1")
    real = child._run

    def taken_over(kind, sent, limits):
        return real(ACTOR, b'{"do": "answer", "with": ' + json.dumps(body).encode() + b"}\n", limits)

    monkeypatch.setattr(child, "_run", taken_over)
    with pytest.raises(CannotReadFile) as refused:
        read(b"?", name="x") if read is read_family else read(b"?")
    assert refused.value.message == FAILED


def test_when_all_places_are_taken_somebody_is_asked_to_wait(monkeypatch):
    monkeypatch.setattr(child, "LONGEST_WAIT", 0)
    for _ in range(child.AT_ONCE):
        child._room.acquire()
    try:
        assert "Try again" in refusal("answer")
    finally:
        for _ in range(child.AT_ONCE):
            child._room.release()
