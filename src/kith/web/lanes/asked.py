"""What an address asks of a timeline: which lanes and which days. No words of anybody stand there."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from kith.engines.chronology.timeline import Window, inside, opening

AGENCY, THEME, CHILD = "agency", "theme", "child"
WAYS = (AGENCY, THEME, CHILD)
PLACE = "#timeline"
FEW_ROWS = 60


@dataclass(frozen=True, slots=True)
class LanesAsked:
    """Lanes by what, and the days to be seen; without days, those that a story opens on."""

    by: str = AGENCY
    window: Window | None = None

    @property
    def address(self) -> Mapping[str, str]:
        """What of it stands in an address; nothing of what nobody asked for."""
        days = {"from": str(self.window.first), "to": str(self.window.last)} if self.window else {}
        return ({"lanes": self.by} if self.by != AGENCY else {}) | days

    def within(self, whole: Window, rows: int) -> Window:
        """The days asked for, moved to where the story is; a long story opens on its last years, a short one whole."""
        if self.window is None or self.window.first > whole.last or self.window.last < whole.first:
            return opening(whole) if rows > FEW_ROWS else whole
        return inside(whole, self.window.first, self.window.days)


def lanes_asked(sent: Mapping[str, str]) -> LanesAsked:
    """Whatever stands in an address: what is no answer there is as if nobody had asked.

    >>> lanes_asked({"lanes": "theme", "from": "2026-01-01", "to": "2026-02-01"}).window
    Window(first=datetime.date(2026, 1, 1), last=datetime.date(2026, 2, 1))
    >>> lanes_asked({"lanes": "colour", "from": "soon"})
    LanesAsked(by='agency', window=None)
    """
    first, last = _day(sent.get("from", "")), _day(sent.get("to", ""))
    by = sent.get("lanes", "")
    return LanesAsked(
        by=by if by in WAYS else AGENCY,
        window=Window(first, last) if first and last and first <= last else None,
    )


def _day(code: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(code)
    except ValueError:
        return None


def query(asked: Mapping[str, str]) -> str:
    """The end of an address.

    >>> query({"lanes": "theme"})
    '?lanes=theme'
    """
    return f"?{urlencode(asked)}"
