"""What travels between Kith and the child: one line of JSON, then bytes as they are."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST_LINE = 4 * 1024 * 1024


class NotAFrame(ValueError):
    """What came back is not what a child of ours says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A line of plain facts with a body. In an answer, `outcome` is read, refused, memory or failed."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    body: bytes = b""

    @property
    def outcome(self) -> str:
        return str(self.facts.get("outcome", ""))


def packed(frame: Frame) -> bytes:
    return json.dumps(frame.facts).encode("ascii") + b"\n" + frame.body


def unpacked(data: bytes) -> Frame:
    line, end, body = data.partition(b"\n")
    if not end or len(line) > LONGEST_LINE:
        raise NotAFrame("There is no first line.")
    try:
        facts = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise NotAFrame("The first line is not JSON.") from problem
    if not isinstance(facts, dict):
        raise NotAFrame("The first line is not an object.")
    return Frame(facts=facts, body=body)
