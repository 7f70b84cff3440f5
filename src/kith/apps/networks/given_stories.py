"""What happened for a child, for one reader: the frozen snapshot behind a link. What is not a field here cannot leave.

No number of rows, no ref, no version, no colour, no count: of what was left out nothing is here.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from kith.apps.networks.family_copies import CannotReadCopy

SHAPE = "what happened 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """One event as its teller wrote it, with role words in the place of names."""

    when: str
    told_by: str
    fact: str
    childs_words: str = ""
    meant: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenStory:
    """The whole page for one reader: made once, and never asked of the database again."""

    reader_part: str
    child: str
    child_says: str
    made_on: str
    rows: tuple[GivenRow, ...]
    withheld: tuple[str, ...]  # why, for each row of which this reader knows already
    answered_within: tuple[tuple[str, str], ...]  # disagree, wrong, complain: each with how long an answer takes

    @property
    def is_own(self) -> bool:
        return self.reader_part == "young_person"


def as_text(given: GivenStory) -> str:
    return json.dumps({"shape": SHAPE, **asdict(given)}, sort_keys=True, ensure_ascii=False)


def read_story(text: str) -> GivenStory:
    """The page as it was stored; anything else is refused and never shown in part."""
    try:
        data: dict[str, Any] = json.loads(text)
        if data.pop("shape") != SHAPE:
            raise ValueError
        rows = tuple(GivenRow(**row) for row in data.pop("rows"))
        within: Any = tuple((way, words) for way, words in data.pop("answered_within"))
        return GivenStory(rows=rows, withheld=tuple(data.pop("withheld")), answered_within=within, **data)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CannotReadCopy("What is stored is not a page that can be shown.") from None
