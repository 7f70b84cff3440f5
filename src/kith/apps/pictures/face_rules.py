"""What a round picture of somebody may be, where it may go, and which part of a photograph is shown. No queries."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from kith.apps.pictures.projections import FaceCut, FaceSaid
from kith.apps.pictures.rules import PERSON, WHOLE, CannotDraw
from kith.apps.pictures.vocabulary import PictureKind
from kith.kernel.data_files import toml_of
from kith.kernel.text import LIMITS, cleaned

FACED = (PERSON, "pet")
TREE_OF_LIFE = "tree_of_life"  # where people are leaves, which hold their names and nothing else
SMALLEST = 100  # of a cut, in thousandths of the shorter side
CHOOSE = "Choose what it is, and where it may go."
OUTSIDE = "Choose a part of the photograph."
NEARER, STEP = 0.8, 0.12
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
ZOOMS = {"nearer": NEARER, "farther": 1 / NEARER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One answer to what a face is and where it may go."""

    what: str
    says: str
    leaves: bool


@cache
def bases() -> Mapping[str, Basis]:
    """By code, in the order in which they are offered."""
    return {code: Basis(**one) for code, one in toml_of("kith.apps.pictures", "data/faces.toml")["bases"].items()}


def holds_faces(kind: PictureKind) -> bool:
    return kind.scene != TREE_OF_LIFE


def sound_face(said: FaceSaid) -> FaceSaid:
    if said.basis not in bases():
        raise CannotDraw(CHOOSE)
    return replace(said, words=cleaned(said.words, limit=LIMITS["line"]))


def sound_cut(cut: FaceCut, whole: tuple[int, int]) -> FaceCut:
    """Within a photograph of so many points across and down.

    >>> sound_cut(FaceCut(across=0, down=500, size=500), (400, 200))
    FaceCut(across=125, down=500, size=500)
    """
    if not (0 <= cut.across <= WHOLE and 0 <= cut.down <= WHOLE and SMALLEST <= cut.size <= WHOLE):
        raise CannotDraw(OUTSIDE)
    side = min(whole) * cut.size / WHOLE
    across, down = (_within(at, side / length) for at, length in zip((cut.across, cut.down), whole, strict=True))
    return FaceCut(across=across, down=down, size=cut.size)


def _within(at: int, share: float) -> int:
    """The middle of a window that takes this share of a side."""
    half = round(share * WHOLE / 2)
    return min(max(at, half), WHOLE - half)


def shifted(cut: FaceCut, way: str) -> FaceCut:
    """A little to one side, nearer or farther; another word changes nothing.

    >>> shifted(FaceCut(across=500, down=500, size=1000), "nearer")
    FaceCut(across=500, down=500, size=800)
    >>> shifted(FaceCut(across=500, down=500, size=500), "left").across
    440
    """
    right, below = WAYS.get(way, (0, 0))
    step = round(cut.size * STEP)
    return FaceCut(
        across=min(max(cut.across + right * step, 0), WHOLE),
        down=min(max(cut.down + below * step, 0), WHOLE),
        size=min(max(round(cut.size * ZOOMS.get(way, 1)), SMALLEST), WHOLE),
    )
