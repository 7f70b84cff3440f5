"""A family copy: the frozen snapshot behind a link. What is not a field here cannot leave."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from kith.kernel.errors import KithError

SHAPE = 1
CHILD_SAYS = ("own", "agreed", "too_young")


class CannotReadCopy(KithError):
    """What is stored is not a family copy of a shape that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedPerson:
    """Somebody in role words ("Mum"), by first name only where a worker ticked it."""

    says: str
    name: str = ""
    is_reader: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedHelper:
    """Somebody who works with the child, in role words, and the team's number."""

    says: str
    name: str = ""
    team: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyCopy:
    """The whole page for one reader: made once, and never asked of the database again."""

    reader_part: str
    child: str
    child_says: str
    made_on: str
    picture: str  # SVG, drawn from the people below and nobody else
    people: tuple[CopiedPerson, ...]
    helpers: tuple[CopiedHelper, ...]

    @property
    def is_own(self) -> bool:
        return self.reader_part == "young_person"


def as_text(copy: FamilyCopy) -> str:
    return json.dumps({"shape": SHAPE, **asdict(copy)}, sort_keys=True, ensure_ascii=False)


def read_copy(text: str) -> FamilyCopy:
    """The copy as it was stored; anything else is refused and never shown in part."""
    try:
        data: dict[str, Any] = json.loads(text)
        if data.pop("shape") != SHAPE:
            raise ValueError
        people = tuple(CopiedPerson(**person) for person in data.pop("people"))
        helpers = tuple(CopiedHelper(**helper) for helper in data.pop("helpers"))
        return FamilyCopy(people=people, helpers=helpers, **data)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CannotReadCopy("What is stored is not a family copy that can be shown.") from None
