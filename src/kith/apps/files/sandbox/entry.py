"""The child process: import one reader, shut every door, then read one file from standard input and answer.

`python -m kith.apps.files.sandbox.entry READER SECONDS MEGABYTES`; it imports as little as it can, because somebody
is waiting.
"""

import gc
import sys
from importlib import import_module
from typing import Protocol

from kith.apps.files.sandbox.fence import enclose
from kith.apps.files.sandbox.frames import Frame, packed, unpacked
from kith.apps.files.sandbox.limits import Limits, bind
from kith.kernel.errors import KithError

TOO_DEEP = "What this file holds is nested far too deep. Save it again in a simpler form."


class Reader(Protocol):
    """A module in `readers`."""

    def read(self, asked: Frame) -> Frame: ...


def main(arguments: list[str]) -> None:
    """All code that is trusted is imported before the doors are shut, and all that is hostile is read after."""
    module, seconds, megabytes = arguments
    reader: Reader = import_module(module)
    gc.disable()  # nobody lives long enough here to be worth collecting
    fences = [*enclose(), *bind(Limits(seconds=int(seconds), megabytes=int(megabytes)))]
    sys.stdout.buffer.write(packed(answer(reader, unpacked(sys.stdin.buffer.read()), fences)))
    sys.stdout.flush()


def answer(reader: Reader, asked: Frame, fences: list[str]) -> Frame:
    try:
        found = reader.read(asked)
    except KithError as problem:
        return Frame(facts={"outcome": "refused", "says": problem.message})
    except MemoryError:
        return Frame(facts={"outcome": "memory"})
    except RecursionError:
        return Frame(facts={"outcome": "refused", "says": TOO_DEEP})
    except Exception as problem:  # whatever a parser throws at hostile bytes; only its type leaves the child
        return Frame(facts={"outcome": "failed", "type": type(problem).__name__})
    return Frame(facts={**found.facts, "outcome": "read", "fences": fences}, body=found.body)


if __name__ == "__main__":
    main(sys.argv[1:])
