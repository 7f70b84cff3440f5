"""What one entry of a symbol sheet says: a size, a shape, a mark, a line, a feeling or the edge of a home."""

from dataclasses import dataclass

DRAWN_MARKS = {"cross", "strike", "ring", "arrow", "brackets"}
LINE_SIGNS = {"": 0, "slash": 1, "double_slash": 2, "triple_slash": 3, "crossed_slash": 2}
WAVES = ("", "zigzag", "wave")
HEADS = ("", "open", "filled", "heavy")
MIDDLES = ("", "cut", "repaired", "circle")
MOST_STRANDS = 3
WAVE_HEIGHT, WAVE_LENGTH = 8.0, 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Pixels at 100 %; `line_height` in type sizes."""

    symbol: float
    ring: float
    name: float
    fact: float
    inside: float
    line_height: float
    label_width: float
    label_gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An outline in half symbols from the middle: a circle (`radius`) or a polygon (`corners`).

    `middle` moves a small circle up to the line that comes down to it; `fill` is a colour of the palette.
    """

    name: str
    says: str
    radius: float = 0
    corners: tuple[tuple[float, float], ...] = ()
    middle: float = 0
    inside_shift: float = 0
    inside: str = ""
    fill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkStyle:
    """What is added to a symbol; colours and strokes are the palette's names."""

    name: str
    says: str
    draws: tuple[str, ...] = ()
    fill: str = ""
    outline: str = ""
    inside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStyle:
    """How one kind of line is stroked; a line that `says` nothing needs no place in the key."""

    name: str
    stroke: str
    says: str = ""
    sign: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingStyle:
    """How a tie beside kinship is drawn: so many strands and perhaps a wave, a head at its end, a sign midway.

    `group` is the switch it belongs to (feelings, harm, support, social, work); `word` is written on the line.
    """

    name: str
    says: str
    stroke: str
    group: str
    strands: int = 1
    wave: str = ""
    head: str = ""
    middle: str = ""
    word: str = ""

    @property
    def strand_offsets(self) -> tuple[float, ...]:
        """How far each plain strand lies to the side of the middle; a wave runs in the middle by itself."""
        if self.wave:
            return ((), (-7.0, 7.0), (-9.0, 0.0, 9.0))[self.strands - 1]
        return ((0.0,), (-3.0, 3.0), (-6.0, 0.0, 6.0))[self.strands - 1]

    @property
    def width(self) -> float:
        """How wide the line is drawn, in pixels."""
        return 2 * max([abs(offset) for offset in self.strand_offsets] + [WAVE_HEIGHT / 2 if self.wave else 1.0])


@dataclass(frozen=True, slots=True, kw_only=True)
class HullStyle:
    """The closed curve around those who live together; `ink` is the colour of its words."""

    name: str
    says: str
    stroke: str
    fill: str
    ink: str
