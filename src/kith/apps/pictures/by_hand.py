"""What was drawn by hand on a picture, and stickers: what may be made, and who is shown it."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from kith.apps.agencies.projections import Actor
from kith.apps.people.queries import Texts
from kith.apps.pictures.cards import Standing
from kith.apps.pictures.models import HandMade, Picture, Placed
from kith.apps.pictures.photographs import BLANK, is_whole
from kith.apps.pictures.projections import MadeCard, MadeSaid
from kith.apps.pictures.rules import WHOLE, CannotDraw
from kith.engines.drawing.scenes import Made, hand_tools, made_says, ring_words

STROKE, RING, STICKER = "stroke", "ring", "sticker"
MOST_POINTS = {STROKE: 400, RING: 0, STICKER: 1}
MOST_BY_ONE = 300
TOO_LONG = "That line is too long to keep in one. Lift the pen, and go on."
FULL = f"You have drawn {MOST_BY_ONE} lines and stickers here, and more has no room. Rub some out first."
OUTSIDE = "Draw on the picture, not beside it."
UNKNOWN = "Choose a pen or a sticker from the list."
NOBODY = "Say whom the ring goes around."


def sound_made(made: MadeSaid) -> MadeSaid:
    """Of known pens and stickers, and within the picture."""
    tools = hand_tools()
    penned = (tools["pens"], tools["widths"])
    known = {STROKE: penned, RING: penned, STICKER: (tools["stickers"], ("",))}.get(made.kind)
    if known is None or made.what not in known[0] or made.width not in known[1]:
        raise CannotDraw(UNKNOWN)
    count, is_odd = divmod(len(made.points), 2)
    if count > MOST_POINTS[made.kind]:
        raise CannotDraw(TOO_LONG)
    if is_odd or bool(count) == (made.kind == RING) or not all(0 <= way <= WHOLE for way in made.points):
        raise CannotDraw(OUTSIDE)
    if bool(made.around) != (made.kind == RING):
        raise CannotDraw(NOBODY)
    return made


def made_on(
    picture: Picture, people: Container[str], texts: Texts, *, standing: Standing, by: Actor | None = None
) -> Sequence[HandMade]:
    """What of it is shown; a ring goes around those alone who stand there for this viewer, or it is not there."""
    rows = made_rows(picture, people, texts, by=by)
    return list(_rings_cut(rows, {card.key for card in standing.placed} | {""}))


def made_rows(picture: Picture, people: Container[str], texts: Texts, *, by: Actor | None = None) -> list[HandMade]:
    """In the order in which it was made, without what came after somebody was placed whom this viewer may not see: it
    may show them. Of a ring it is known whom it goes around, so they are cut from it one by one.

    Whoever drew something goes on seeing it; a copy, for which nobody is named, holds nothing more.
    """
    rows = list(HandMade.objects.filter(picture=picture, withdrawn_at=None).order_by("pk"))
    ever = Placed.objects.filter(picture=picture).select_related("person") if rows else ()
    before = min((one.place for one in ever if not is_whole(one, people, texts)), default=None)
    own = by.id if by else None
    return [
        row for row in rows if row.kind == RING or before is None or row.place < before or row.recorded_by_id == own
    ]


def _rings_cut(rows: Iterable[HandMade], seen: Container[str]) -> Iterator[HandMade]:
    for row in rows:
        row.around = [key for key in row.around if key in seen]
        if row.around or row.kind != RING:
            yield row


def made_cards(rows: Iterable[HandMade], seen_by: str, names: Mapping[str, str]) -> tuple[MadeCard, ...]:
    """`names` are those of whoever stands there, by key, and of the one in the middle."""
    return tuple(
        MadeCard(ref=row.ref, key=row.key, version=row.version, says=_says(row, seen_by, names), made=_said(row))
        for row in rows
    )


def _said(row: HandMade) -> MadeSaid:
    return MadeSaid(kind=row.kind, what=row.what, points=tuple(row.points), width=row.width, around=tuple(row.around))


def _says(row: HandMade, seen_by: str, names: Mapping[str, str]) -> str:
    if row.kind == RING:
        return ring_words([name or BLANK for key, name in names.items() if key in row.around])
    words = made_says(drawn_of(row))
    return f"{words}, by {seen_by}" if row.kind == STROKE else words


def drawn_of(row: HandMade) -> Made:
    return Made(row.key, row.kind, row.what, tuple(row.points), row.width, tuple(row.around))
