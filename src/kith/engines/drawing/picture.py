"""What a finished drawing is made of: placed symbols, labels, lines and marks, in pixels at 100 %.

Every output (SVG, PNG, layout file) is a translation of a `Drawing`; none of them decides anything.
The y axis points down; a `Box` is given by its centre.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Sheet(Protocol):
    """A symbol sheet, as far as a picture knows it."""

    @property
    def name(self) -> str: ...


class Point(NamedTuple):
    """A point in pixels."""

    x: float
    y: float


ORIGIN = Point(0, 0)


class Box(NamedTuple):
    """A rectangle by centre and size, in pixels."""

    x: float
    y: float
    w: float
    h: float


class Size(NamedTuple):
    """How much room something needs, in pixels."""

    w: float
    h: float


class Place(NamedTuple):
    """Where somebody stands: generation row (0 is the oldest) and x of the centre in pixels."""

    row: int
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """How many couples stand apart and how many lines between rows cross, and how few of each are possible at best.

    Couples apart are bounded by the partner graph alone; crossings by any order of the same rows in which every
    couple stands side by side, and by 0 where that was not worked out.
    """

    apart: int
    least_apart: int
    crossings: int
    least_crossings: int

    @property
    def is_best(self) -> bool:
        """Whether no drawing with these rows has fewer couples apart, or as few and fewer crossings."""
        return self.apart == self.least_apart and self.crossings == self.least_crossings

    def __add__(self, other: "Certificate") -> "Certificate":
        return Certificate(
            apart=self.apart + other.apart,
            least_apart=self.least_apart + other.least_apart,
            crossings=self.crossings + other.crossings,
            least_crossings=self.least_crossings + other.least_crossings,
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """Everybody's place, and for each union the x from which its children hang.

    `corridors` are the places, top down, where a line passes a row: keyed by union and child, or by union and the
    upper partner of a couple in different rows (then the first is beside that partner).
    """

    places: Mapping[str, Place]
    hangs: Mapping[str, float]
    corridors: Mapping[tuple[str, str], tuple[Place, ...]] = field(default_factory=dict)
    is_finished: bool = True  # False where a clock cut the search for a better layout short
    certificate: Certificate | None = None  # where it was asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of a label; the first is bold."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The words under a symbol."""

    box: Box
    lines: tuple[TextLine, ...]


class Culture(NamedTuple):
    """One culture that people come from: its letter in this picture, and its own words."""

    letter: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """One person's symbol: `shape` and `marks` are names in the symbol sheet, `inside` the age in years."""

    person: str
    box: Box
    shape: str
    marks: tuple[str, ...] = ()
    inside: str = ""
    cultures: tuple[Culture, ...] = ()
    label: Label | None = None
    described: str = ""  # "Emine Demir, 68, Mum's mother, alive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One drawn line (a couple line, a trunk, a bar or a drop), each stretch once. `kind` is a name in the sheet."""

    kind: str
    points: tuple[Point, ...]
    union: str = ""
    child: str = ""
    jumps: tuple[Point, ...] = ()  # where it hops over another line
    doubled: bool = False  # the line of a couple who have an ancestor in common


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A sign on a line: `kind` a sign of the sheet, letter or words; `text` the letter or the words ("m 1970").

    A question mark with a `union` stands between its twins of whom nobody has said whether they are identical.
    """

    kind: str
    at: Point
    text: str = ""
    union: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hull:
    """The closed curve around a home: `outlines` are right-angled loops, `name` the words at `at` (upper left)."""

    household: str
    kind: str  # a hull of the sheet: home, second_home, relatives_home, other_home
    outlines: tuple[tuple[Point, ...], ...]
    members: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    at: Point = ORIGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """One tie beside kinship, from `a` to `b`: its middle line as points close enough to be joined smoothly."""

    kind: str
    a: str
    b: str
    points: tuple[Point, ...]
    word: str = ""  # written on it, with its middle at `word_at`
    word_at: Point = ORIGIN
    described: str = ""  # "Noor and Emine are close."


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEntry:
    """One sign that this drawing uses, and what it says."""

    kind: str  # shape, mark, culture, line, feeling, hull or note
    name: str  # in the sheet; for a note, what it is about
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole picture, ready for any output."""

    title: str
    description: str
    width: float
    height: float
    margin: float = 0.0  # pixels on every side that hold nothing
    symbols: tuple[Symbol, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    hulls: tuple[Hull, ...] = ()
    curves: tuple[Curve, ...] = ()
    key: tuple[KeyEntry, ...] = ()
    hangs: Mapping[str, Point] = field(default_factory=dict)  # union id to where its children hang
    sentences: tuple[str, ...] = ()
    is_finished: bool = True  # False where a clock cut the search for a better layout short
    certificate: Certificate | None = None  # where it was asked for
    sheet: str | Sheet = "mcgoldrick"  # in which shapes, marks, lines, hulls and curves are named
