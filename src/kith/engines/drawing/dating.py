"""Whether something with a beginning and an end holds on a day."""

from datetime import date
from typing import Protocol

from kith.kernel.partial_dates import PartialDate


class Dated(Protocol):
    """Anything half-open in time."""

    @property
    def since(self) -> PartialDate | None: ...

    @property
    def until(self) -> PartialDate | None: ...


def is_current(told: Dated, on: date | None) -> bool:
    """Whether it may hold on that day; without a day, whether no end was told.

    >>> from kith.engines.drawing.network import Membership
    >>> stay = Membership(person="n", since=PartialDate("2022"), until=PartialDate("2024-05"))
    >>> is_current(stay, date(2023, 1, 1)), is_current(stay, date(2025, 1, 1)), is_current(stay, None)
    (True, False, False)
    """
    if on is None:
        return told.until is None
    today = PartialDate.of(on)
    has_begun = told.since is None or not today.certainly_before(told.since)
    return has_begun and (told.until is None or today.certainly_before(told.until))
