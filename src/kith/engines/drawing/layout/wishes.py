"""What a caller may ask of a layout beyond the family itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How long to search, what to weigh, and what to keep.

    Work is counted in moves, so the same wishes give the same layout on every machine; only `stop` may depend on a
    clock, and a layout that it cut short says so.
    """

    effort: float = 1.0  # 1 while somebody waits, 10 for a print that hangs on a wall
    together: float = 4.5  # how many crossings it is worth that nobody stands between two partners
    before: Mapping[str, float] = field(default_factory=dict)  # each person's x in an earlier drawing, in pixels
    heights: Mapping[str, float] = field(default_factory=dict)  # and y, where families stand in several lines
    keep: Mapping[str, float] = field(default_factory=dict)  # x that somebody chose by hand, in the same pixels
    twice: tuple[str, ...] = ()  # ids of people who are to be drawn a second time, beside their partners
    is_edit: bool = False  # whoever is in the earlier drawing only was taken out, and is not just hidden here
    is_certified: bool = False  # work out how good a drawing of this family could be at best
    stop: Callable[[], bool] = bool  # asked now and then; True ends the search with the best layout so far
