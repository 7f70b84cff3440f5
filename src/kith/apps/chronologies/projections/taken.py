"""The form of a row on a device without network."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChildToTake:
    """A child whose first name may go along. On the device `ref` is what it calls them, and no ref of ours."""

    ref: str
    first_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAlong:
    """What one device is handed, and where it stands. `queue_key` opens what waits there."""

    ref: str
    until: dt.datetime
    is_over: bool
    queue_key: str
    children: tuple[ChildToTake, ...]
    rags: tuple[tuple[str, str], ...]
