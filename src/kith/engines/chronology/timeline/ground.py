"""What lies beneath the marks: bands of help and homes, birthdays, silences, and today."""

import datetime as dt
from collections.abc import Sequence

from kith.engines.chronology.timeline.lettering import GAP, Wish, in_a_row
from kith.engines.chronology.timeline.placed import Label, Notch, PlacedBand, PlacedSilence
from kith.engines.chronology.timeline.reach import Scale
from kith.engines.chronology.timeline.story import Band, Birthday, Measure, Silence, Window

LETTERS = 14.0
RIBBON = 22.0
FOOT = 28.0
_BESIDE, _BASELINE = 5.0, 16.0
_BETWEEN_PLATES = 20.0
_TODAY = "today"


def overlaps(first: dt.date, last: dt.date | None, window: Window) -> bool:
    """Whether some of these days are in the window.

    >>> overlaps(dt.date(2026, 1, 1), None, Window(dt.date(2025, 1, 1), dt.date(2025, 12, 31)))
    False
    """
    return first <= window.last and (last is None or last >= window.first)


def ribbons(bands: Sequence[Band], window: Window, top: float, scale: Scale, width_of: Measure) -> list[PlacedBand]:
    """Bands in ribbons from `top` down: a row's own side by side, what overlaps in a ribbon below."""
    found: list[PlacedBand] = []
    for row in sorted({band.row for band in bands}):
        tracks: list[list[Band]] = []
        for band in sorted((each for each in bands if each.row == row), key=lambda each: (each.first, each.title)):
            if overlaps(band.first, band.last, window):
                _track_for(band, tracks).append(band)
        for track in tracks:
            is_ground = row == bands[0].row and track is tracks[0]
            found += [_placed(band, top, is_ground, scale, width_of) for band in track]
            top += RIBBON
    return found


def _track_for(band: Band, tracks: list[list[Band]]) -> list[Band]:
    for track in tracks:
        if track[-1].last is not None and track[-1].last < band.first:
            return track
    tracks.append([])
    return tracks[-1]


def _placed(band: Band, top: float, is_ground: bool, scale: Scale, width_of: Measure) -> PlacedBand:
    left = scale.edge_left(band.first.toordinal())
    right = scale.edge_right((band.last or dt.date.max).toordinal(), _whole(scale))
    width = width_of(band.title, LETTERS, True)
    label = Label(band.title, round(left + _BESIDE, 1), top + _BASELINE, width)
    fits = left + 2 * _BESIDE + width <= right
    return PlacedBand(band.title, band.tone, is_ground, left, right, top, label if fits else None)


def _whole(scale: Scale) -> float:
    """The room on both sides of the days is the same."""
    return scale.left + scale.right


def birthdays_along(
    birthdays: Sequence[Birthday], window: Window, scale: Scale, y: float, width_of: Measure
) -> tuple[Notch, ...]:
    """A notch for every birthday in the window, in words where there is room; the first says whose they are."""
    seen = sorted(one for one in birthdays if overlaps(one.day, one.day, window))
    words = [one.at_first or one.words if number == 0 else one.words for number, one in enumerate(seen)]
    spots = [scale.middle(one.day.toordinal()) for one in seen]
    wishes = []
    for said, x in zip(words, spots, strict=True):
        width = width_of(said, LETTERS, True)
        begin = min(max(x - _BESIDE, 0.0), _whole(scale) - width)
        wishes.append(Wish(said, begin, 0.0, begin))
    labels = in_a_row(wishes, y, width_of, size=LETTERS, bold=True)
    return tuple(Notch(round(x, 1), label) for x, label in zip(spots, labels, strict=True))


def silences_along(
    silences: Sequence[Silence], window: Window, scale: Scale, top: float, width_of: Measure
) -> tuple[list[PlacedSilence], float]:
    """Stretches in which nobody saw the child; their words stand below them in two rows. How far down these reach."""
    seen = sorted(one for one in silences if overlaps(one.first, one.last, window))
    spots = [
        (scale.edge_left(one.first.toordinal()), scale.edge_right(one.last.toordinal(), _whole(scale))) for one in seen
    ]
    said = [one.again or one.words if number else one.words for number, one in enumerate(seen)]
    wishes = [_below(words, spot, scale, width_of) for words, spot in zip(said, spots, strict=True)]
    first = in_a_row(wishes, top + _BASELINE + 4, width_of, size=LETTERS, bold=True, gap=_BETWEEN_PLATES)
    left_over = [wish if label is None else wish._replace(words="") for wish, label in zip(wishes, first, strict=True)]
    below = top + FOOT + _BASELINE + 4
    second = in_a_row(left_over, below, width_of, size=LETTERS, bold=True, gap=_BETWEEN_PLATES)
    labels = [one or other for one, other in zip(first, second, strict=True)]
    rows = int(any(first)) + int(any(second))
    placed = [PlacedSilence(one.words, *spot, label) for one, spot, label in zip(seen, spots, labels, strict=True)]
    return placed, rows * FOOT


def _below(words: str, spot: tuple[float, float], scale: Scale, width_of: Measure) -> Wish:
    """Words in the middle of their stretch, moved as long as some of them still stands below it."""
    left, right = spot
    width = width_of(words, LETTERS, True)
    most = _whole(scale) - width - GAP
    x = min(max((left + right - width) / 2, GAP), most)
    return Wish(words, x, GAP, min(max(right - GAP, x), most))


def today_along(today: dt.date | None, window: Window, scale: Scale, y: float, width_of: Measure) -> Notch | None:
    """Today's line with its word at the foot; None where the window does not hold it."""
    if today is None or not overlaps(today, today, window):
        return None
    x = scale.middle(today.toordinal())
    width = width_of(_TODAY, LETTERS, False)
    return Notch(round(x, 1), Label(_TODAY, round(min(max(x - width / 2, 0.0), _whole(scale) - width), 1), y, width))
