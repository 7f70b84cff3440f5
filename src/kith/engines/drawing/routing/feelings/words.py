"""The words on a curve, as near to its middle as there is room for them."""

from collections.abc import Sequence

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.network import Relation
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.routing.feelings.obstacles import Obstacles
from kith.engines.drawing.symbols import SymbolSheet
from kith.engines.drawing.symbols.sheet import OTHER

WORD_SIZE = 13.0
_HIGH = 16.0
_DOUBTS = frozenset({"not_sure", "disputed"})
_STEPS = 14
_UP = (0.0, 16.0, 30.0)  # on the curve, or above one that is too short for its words


def word_of(tie: Relation, sheet: SymbolSheet) -> str:
    """What is written on the curve: for some kinds their name, and a question mark where nobody is sure."""
    style = sheet.feeling(tie.kind)
    word = sheet.feeling_says(tie.kind) if style.name == OTHER else style.word
    is_doubtful = tie.account is not None and tie.account.certainty in _DOUBTS
    return f"{word}?" if is_doubtful else word


def place_word(word: str, points: Sequence[Point], obstacles: Obstacles) -> Point:
    """The point on or above the curve, nearest to its middle, where the word lies on nobody; else the middle."""
    if not word:
        return Point(0, 0)
    width, half = text_width(word, WORD_SIZE, bold=True) + 6, len(points) / 2
    places = [points[int(half + side * half * step * 0.8 / _STEPS)] for step in range(_STEPS) for side in (1, -1)]
    boxes = [Box(at.x, at.y - up, width, _HIGH) for up in _UP for at in places]
    chosen = next((box for box in boxes if obstacles.is_free(box)), boxes[0])
    obstacles.keep_free(chosen)
    return Point(chosen.x, chosen.y)
