"""The page of one relative: the frozen snapshot behind a link. What is not a field here cannot leave.

Told, asked, invited, trusted to help: what was said to this reader. Never a reason, a gap, or who else was told.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from kith.kernel.errors import KithError

SHAPE = "in the loop 1"
IN_THE_LOOP = "in_the_loop"
WHAT_HAPPENED = "what_happened"
ANSWERABLE = (IN_THE_LOOP, WHAT_HAPPENED)
"""Pages behind a link whose reader may write to us from them."""


class CannotReadCopy(KithError):
    """What is stored is not a relative's page of a shape that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLine:
    """One thing this reader was told, asked or invited to, or is trusted to help with."""

    on: str
    what: str
    words: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWorker:
    """A worker whom somebody chose to name to this reader."""

    name: str
    agency: str
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeCopy:
    """The whole page for one reader: made once, and never asked of the database again."""

    child: str
    child_says: str
    made_on: str
    told: tuple[ToldLine, ...]
    asked: tuple[ToldLine, ...]
    invited: tuple[ToldLine, ...]
    helps: tuple[ToldLine, ...]
    workers: tuple[NamedWorker, ...]
    answered_within: tuple[tuple[str, str], ...]  # disagree, wrong, complain: each with how long an answer takes


LINES = ("told", "asked", "invited", "helps")


def as_text(copy: RelativeCopy) -> str:
    return json.dumps({"shape": SHAPE, **asdict(copy)}, sort_keys=True, ensure_ascii=False)


def read_copy(text: str) -> RelativeCopy:
    """The page as it was stored; anything else is refused and never shown in part."""
    try:
        data: dict[str, Any] = json.loads(text)
        if data.pop("shape") != SHAPE:
            raise ValueError
        lines: dict[str, Any] = {name: tuple(ToldLine(**line) for line in data.pop(name)) for name in LINES}
        workers = tuple(NamedWorker(**worker) for worker in data.pop("workers"))
        within: Any = tuple((way, words) for way, words in data.pop("answered_within"))
        return RelativeCopy(workers=workers, answered_within=within, **data, **lines)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CannotReadCopy("What is stored is not a page that can be shown.") from None
