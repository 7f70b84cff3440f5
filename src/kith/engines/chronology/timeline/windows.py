"""How near one may look: the whole story, five years, two, one, three months, one, and where to move from there."""

import datetime as dt
from typing import NamedTuple

from kith.engines.chronology.timeline.story import Window

LENGTHS = ((1826, "5 years"), (731, "2 years"), (366, "1 year"), (92, "3 months"), (31, "1 month"))
WHOLE = "the whole story"
_FIRST_SEEN = 731


class Choice(NamedTuple):
    """One nearness, around the middle of what is seen now."""

    title: str
    window: Window
    is_now: bool


class Moves(NamedTuple):
    """Where one may go from a window; None where there is nothing further."""

    choices: tuple[Choice, ...]
    nearer: Window | None
    farther: Window | None
    earlier: Window | None
    later: Window | None

    @property
    def title(self) -> str:
        """How much is seen now."""
        return next(choice.title for choice in self.choices if choice.is_now)


def opening(whole: Window) -> Window:
    """What is seen first: the last two years, or all of a shorter story.

    >>> opening(Window(dt.date(2026, 1, 1), dt.date(2026, 11, 24))).first
    datetime.date(2026, 1, 1)
    """
    return inside(whole, whole.last - dt.timedelta(days=_FIRST_SEEN - 1), _FIRST_SEEN)


def moves(whole: Window, window: Window) -> Moves:
    """The windows that lead on from one, each within the whole story; as long as one of the choices.

    >>> story = Window(dt.date(2020, 1, 1), dt.date(2026, 12, 31))
    >>> ways = moves(story, Window(dt.date(2025, 1, 1), dt.date(2025, 12, 31)))
    >>> ways.title, ways.nearer, ways.later.first
    ('1 year', Window(first=datetime.date(2025, 5, 18), last=datetime.date(2025, 8, 17)), datetime.date(2025, 7, 2))
    """
    shorter = [(days, title) for days, title in LENGTHS if days < whole.days]
    middle = _middle(window)
    nearnesses = [(whole, WHOLE)] + [(_around(whole, middle, days), title) for days, title in shorter]
    now = max(number for number, (each, _) in enumerate(nearnesses) if each.days >= min(window.days, whole.days))
    choices = tuple(Choice(title, each, number == now) for number, (each, title) in enumerate(nearnesses))
    half = dt.timedelta(days=window.days // 2)
    return Moves(
        choices=choices,
        nearer=choices[now + 1].window if now + 1 < len(choices) else None,
        farther=choices[now - 1].window if now else None,
        earlier=inside(whole, window.first - half, window.days) if window.first > whole.first else None,
        later=inside(whole, window.first + half, window.days) if window.last < whole.last else None,
    )


def opened(first: dt.date, last: dt.date, window: Window) -> Window | None:
    """The nearer window in which some days of this one come apart; None where nothing nearer would.

    >>> opened(dt.date(2025, 3, 1), dt.date(2025, 3, 9), Window(dt.date(2025, 1, 1), dt.date(2025, 12, 31)))
    Window(first=datetime.date(2025, 2, 18), last=datetime.date(2025, 3, 20))
    """
    needed = (last - first).days + 1
    fitting = [days for days, _ in LENGTHS if 1 < needed <= days < window.days]
    return _around(window, _middle(Window(first, last)), min(fitting)) if fitting else None


def _middle(window: Window) -> dt.date:
    return window.first + dt.timedelta(days=(window.days - 1) // 2)


def _around(whole: Window, middle: dt.date, days: int) -> Window:
    return inside(whole, middle - dt.timedelta(days=(days - 1) // 2), days)


def inside(whole: Window, first: dt.date, days: int) -> Window:
    """So many days, moved into the whole story; all of it where it has not that many.

    >>> inside(Window(dt.date(2026, 1, 1), dt.date(2026, 11, 24)), dt.date(2026, 11, 20), 31).first
    datetime.date(2026, 10, 25)
    """
    if days >= whole.days:
        return whole
    latest = whole.last - dt.timedelta(days=days - 1)
    start = min(max(first, whole.first), latest)
    return Window(start, start + dt.timedelta(days=days - 1))
