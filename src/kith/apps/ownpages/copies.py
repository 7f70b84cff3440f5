"""A young person's own page behind a link: the frozen snapshot. What is not a field here cannot leave."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from kith.kernel.errors import KithError

SHAPE = "own page 1"
OWN_PAGE = "own_page"


class CannotReadCopy(KithError):
    """What is stored is not an own page of a shape that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedPart:
    """The words of one section; what is only for the young person stays folded until they open it."""

    title: str
    text: str
    is_for_me: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPageCopy:
    """The whole page for the young person: made once, and never asked of the database again."""

    child: str
    made_on: str
    parts: tuple[CopiedPart, ...]

    @property
    def for_others(self) -> tuple[CopiedPart, ...]:
        return tuple(part for part in self.parts if not part.is_for_me)

    @property
    def for_me(self) -> tuple[CopiedPart, ...]:
        return tuple(part for part in self.parts if part.is_for_me)


def as_text(copy: OwnPageCopy) -> str:
    return json.dumps({"shape": SHAPE, **asdict(copy)}, sort_keys=True, ensure_ascii=False)


def read_own_page(text: str) -> OwnPageCopy:
    """The page as it was stored; anything else is refused and never shown in part."""
    try:
        data: dict[str, Any] = json.loads(text)
        if data.pop("shape") != SHAPE:
            raise ValueError
        parts = tuple(CopiedPart(**part) for part in data.pop("parts"))
        return OwnPageCopy(parts=parts, **data)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CannotReadCopy("What is stored is not a page that can be shown.") from None
