"""What an agency tells of the lives of its workers, to find out whom they are close to."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLine:
    """One worker of the list, by the address they sign in with; a birth day, a home, or both."""

    email: str
    born: dt.date | None = None
    lines: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFacts:
    """The same as it is compared, with the family name they work under."""

    user_id: int
    family: str
    born: dt.date | None
    lines: str
    postcode: str
