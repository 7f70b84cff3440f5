"""What is attached to a row: photographs, and where a recording is kept that is not in Kith."""

import datetime as dt
from dataclasses import dataclass

PHOTOGRAPH, VIDEO = "photograph", "video"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentSaid:
    """What somebody says of it. `kept_at` and `number` say where a recording is, and under which number."""

    what: str
    basis: str
    kept_at: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentCard:
    """One attachment as one viewer sees it; `basis` in words."""

    ref: str
    kind: str
    what: str
    basis: str
    kept_at: str = ""
    number: str = ""
    width: int = 0
    height: int = 0
    by: str = ""
    at: dt.datetime
    is_taken_out: bool = False

    @property
    def is_photograph(self) -> bool:
        return self.kind == PHOTOGRAPH
