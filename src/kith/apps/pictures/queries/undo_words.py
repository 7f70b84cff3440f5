"""What undoing the last act on a picture would undo, and doing it again would do, in words for the button."""

from collections.abc import Mapping

from kith.apps.agencies.projections import Actor
from kith.apps.pictures.acting import Standing as Found
from kith.apps.pictures.acting import first_undone, last_done
from kith.apps.pictures.cards import name_of
from kith.apps.pictures.models import Act, Picture, Placed
from kith.apps.pictures.rules import TEXTS
from kith.apps.pictures.sight import Around
from kith.apps.pictures.vocabulary import picture_kinds

NOBODY = "somebody"
MOVES = ("turn", "at_key", "spot_x", "spot_y")
BY_HAND = {
    "line": "a line drawn",
    "line_off": "a line taken off",
    "stroke": "a drawing",
    "stroke_off": "a drawing rubbed out",
    "ring": "a ring drawn",
    "ring_off": "a ring rubbed out",
    "sticker": "a sticker put on",
    "sticker_moved": "a sticker moved",
    "sticker_off": "a sticker taken off",
}
PLACED = {
    "placed": "put on",
    "taken_off": "taken off",
    "recognised": "recognised",
    "forgotten": "a name alone again",
    "faced": "shown with a photograph",
    "face_cut": "shown otherwise on the photograph",
    "face_described": "said anew where the photograph may go",
    "face_off": "without a photograph",
}


def undo_words(row: Picture, actor: Actor, near: Around) -> str:
    """ "Dad moved to They know some of it"; nothing where there is nothing to undo."""
    return _words(row, last_done(row, actor), near)


def redo_words(row: Picture, actor: Actor, near: Around) -> str:
    return _words(row, first_undone(row, actor), near)


def _words(row: Picture, act: Act | None, near: Around) -> str:
    """Somebody whom the actor may no longer see has no name here."""
    if act is None:
        return ""
    if act.what in BY_HAND:
        return BY_HAND[act.what]
    placed = Placed.objects.filter(picture=row, key=act.key).select_related("person").first()
    name = (name_of(placed, near) if placed else "") or NOBODY
    return f"{name} {PLACED.get(act.what) or _moved(row, act)}"


def _moved(row: Picture, act: Act) -> str:
    before, after = act.rows[0]["before"], act.rows[0]["after"]
    titles = {part.id: part.title for part in picture_kinds()[row.kind].parts}
    if _differs(before, after, "part") and after["part"] in titles:
        return f"moved to {titles[after['part']]}"
    if any(_differs(before, after, name) for name in TEXTS):
        return "described"
    if _differs(before, after, "farness"):
        return "moved nearer" if after["farness"] < before["farness"] else "moved farther"
    return "moved" if any(_differs(before, after, name) for name in MOVES) else "changed"


def _differs(before: Found, after: Mapping[str, object], name: str) -> bool:
    return name in after and before.get(name) != after[name]
