"""Where each entry of the key stands under the picture: rows that wrap at the picture's width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.picture import Drawing, KeyEntry, Point

TITLE = "Key to this picture"
SIDE = 20  # from the edge of the drawing to the panel
PADDING = 16
ROW = 30
TITLE_ROW = 32
TITLE_SIZE = 15
SIZE = 14
ICON = {"line": 34.0, "feeling": 46.0, "note": 0.0}
OTHER_ICON = 28.0
ICON_GAP = 8
ENTRY_GAP = 26


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `at` is the left end of its middle line."""

    sign: KeyEntry
    at: Point
    icon: float


@dataclass(frozen=True, slots=True)
class KeyPanel:
    """The panel below the picture, in the picture's own pixels."""

    left: float
    top: float
    width: float
    height: float
    entries: tuple[Entry, ...]


def least_width(signs: Sequence[KeyEntry]) -> float:
    """The width below which some entry would not fit on a row; 0 without a key."""
    return max((_entry_width(sign) for sign in signs), default=-2 * (SIDE + PADDING)) + 2 * (SIDE + PADDING)


def picture_width(drawing: Drawing) -> float:
    """The width of the picture with its key."""
    return max(drawing.width, least_width(drawing.key))


def picture_height(drawing: Drawing) -> float:
    """The height of the picture with its key."""
    panel = key_panel(drawing)
    return panel.top + panel.height + SIDE if panel else drawing.height


def key_panel(drawing: Drawing) -> KeyPanel | None:
    """The key of a drawing laid out below it; None where it has no key."""
    if not drawing.key:
        return None
    width = picture_width(drawing) - 2 * SIDE
    first = Point(SIDE + PADDING, drawing.height + TITLE_ROW + ROW / 2)
    entries = flowed(drawing.key, first, SIDE + width - PADDING)
    bottom = entries[-1].at.y + ROW / 2 + PADDING / 2
    return KeyPanel(SIDE, drawing.height, width, bottom - drawing.height, entries)


def flowed(signs: Iterable[KeyEntry], first: Point, right: float) -> tuple[Entry, ...]:
    """The entries in rows from `first` (the left end of the first middle line) to the right edge, in pixels."""
    entries: list[Entry] = []
    x, y = first
    for sign in signs:
        width = _entry_width(sign)
        if x > first.x and x + width > right:
            x, y = first.x, y + ROW
        entries.append(Entry(sign, Point(x, y), _icon_width(sign)))
        x += width + ENTRY_GAP
    return tuple(entries)


def _entry_width(sign: KeyEntry) -> float:
    icon = _icon_width(sign)
    return icon + ICON_GAP * bool(icon) + text_width(sign.says, SIZE)


def _icon_width(sign: KeyEntry) -> float:
    return ICON.get(sign.kind, OTHER_ICON)
