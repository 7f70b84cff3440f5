"""A drawn picture for one reader: the frozen snapshot behind a link. What is not a field here cannot leave."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from kith.apps.networks.family_copies import CannotReadCopy

SHAPE = "drawn picture 1"
DRAWN_PICTURE = "drawn_picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPart:
    """One part of the picture in words."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPicture:
    """The whole page for one reader: made once, and never asked of the database again."""

    reader_part: str
    child: str
    child_says: str
    made_on: str
    title: str
    drawn_by: str  # child, relative or worker
    picture: str  # SVG, drawn from the same cut scene as the parts
    parts: tuple[GivenPart, ...]

    @property
    def is_own(self) -> bool:
        return self.reader_part == "young_person"


def as_text(given: GivenPicture) -> str:
    return json.dumps({"shape": SHAPE, **asdict(given)}, sort_keys=True, ensure_ascii=False)


def read_given(text: str) -> GivenPicture:
    """The page as it was stored; anything else is refused and never shown in part."""
    try:
        data: dict[str, Any] = json.loads(text)
        if data.pop("shape") != SHAPE:
            raise ValueError
        parts = tuple(GivenPart(title=part["title"], lines=tuple(part["lines"])) for part in data.pop("parts"))
        return GivenPicture(parts=parts, **data)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CannotReadCopy("What is stored is not a picture that can be shown.") from None
