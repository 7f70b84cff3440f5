"""What may stand on a picture, in words that say what to do about it."""

from collections.abc import Collection
from dataclasses import replace

from kith.apps.pictures.projections import LineSaid, PictureStart, Placing
from kith.apps.pictures.vocabulary import PictureKind, picture_kinds
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

STATES = ("sure", "not_sure", "not_met", "has_died", "blank")
AGAIN = ("", "might", "yes", "thinking", "no")
TOWARDS = ("", "a", "b", "both")
CHILD, RELATIVE, WORKER = "child", "relative", "worker"
VIEWS = (CHILD, RELATIVE, WORKER)
FARTHEST, ROUND, WHOLE = 100, 360, 1000
HOME, PERSON, WORDS = "home", "person", "words"
GENOGRAM = "genogram"
TEXTS = ("name", "words", "why", "workers_why")
MOST_ON_ONE = 120


class CannotDraw(KithError):
    """Something cannot be drawn as it was asked."""


def kind_called(name: str) -> PictureKind:
    found = picture_kinds().get(name)
    if found is None:
        raise CannotDraw("Choose one of the pictures in the list.")
    return found


def sound_start(start: PictureStart) -> PictureStart:
    kind = kind_called(start.kind)
    if start.whose not in VIEWS or (start.whose == RELATIVE) != bool(start.view_of):
        raise CannotDraw("Say whose view this is: the child’s, a relative’s, or yours.")
    looks = [look.id for look in kind.looks]
    look = start.look or "".join(looks[:1])
    if look and look not in looks:
        raise CannotDraw("Choose one of the looks in the list.")
    return replace(start, look=look, present=cleaned(start.present, limit=LIMITS["line"]))


def sound_placing(placing: Placing, kind_name: str) -> Placing:
    """Where it stands is one of the picture's parts; a name alone is enough, and so is somebody of the network."""
    kind = kind_called(kind_name)
    if kind.scene == GENOGRAM and placing.kind != WORDS:
        placing = replace(placing, part="", at="")
    parts = [part.id for part in kind.parts] if placing.kind == WORDS or kind.scene != GENOGRAM else []
    _require(placing.kind in kind.items, "This picture has no place for that.")
    _require(placing.part in (parts or [""]), "Say where it goes.")
    _require(placing.workers_part in ("", *parts), "Say where the workers put it.")
    _require(placing.state in STATES and placing.again in AGAIN, "Choose one of the words in the list.")
    _require(0 <= placing.farness <= FARTHEST, "Near and far go from 0 to 100.")
    _require(all(0 <= way <= WHOLE for way in placing.spot or ()), "Point at a place on the photograph.")
    _require(placing.turn is None or 0 <= placing.turn < ROUND, "Say a direction from 0 to 359 degrees.")
    sound = replace(
        placing,
        name=cleaned(placing.name, limit=LIMITS["name"]),
        words=cleaned(placing.words, limit=LIMITS["line"]),
        why=cleaned(placing.why, limit=LIMITS["line"]),
        workers_why=cleaned(placing.workers_why, limit=LIMITS["line"]),
        period=cleaned(placing.period, limit=LIMITS["date"]),
    )
    _require(bool(sound.name or sound.person or sound.state == "blank"), "Say what to call it.")
    return sound


def sound_line(line: LineSaid, kind_name: str) -> LineSaid:
    _require(kind_called(kind_name).uses_lines, "This picture has no lines.")
    _require(bool(line.b) and line.a != line.b, "A line needs two ends.")
    _require(bool(line.kinds) and _are_all(line.kinds, kind_called(kind_name).lines), "Choose what kind of line it is.")
    _require(line.towards in TOWARDS, "Say to whom the help goes.")
    return replace(line, kinds=tuple(dict.fromkeys(line.kinds)))


def _are_all(names: Collection[str], known: Collection[str]) -> bool:
    return all(name in known for name in names)


def _require(is_sound: bool, otherwise: str) -> None:
    if not is_sound:
        raise CannotDraw(otherwise)
