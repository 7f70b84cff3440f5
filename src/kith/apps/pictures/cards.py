"""What stands on a picture as one viewer may see it: the cards of its list, and the scene that is drawn of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from kith.apps.agencies.projections import Actor, WorkerCard
from kith.apps.agencies.queries import worker_cards
from kith.apps.people.queries import short_name
from kith.apps.pictures.models import Line, Picture, Placed
from kith.apps.pictures.projections import LineCard, LineSaid, PictureCard, PlacedCard, Placing
from kith.apps.pictures.rules import CHILD, GENOGRAM, HOME, WORKER
from kith.apps.pictures.sight import Around, may_draw_on
from kith.apps.pictures.vocabulary import PictureKind, line_kinds, picture_kinds
from kith.engines.drawing.scenes import scene as plain
from kith.engines.drawing.scenes import shape_for

WITH_HINTS = ("supporters", "community")
"""Pictures that have room for what helps to fill a part in."""


@dataclass(frozen=True)
class Standing:
    """What stands on one picture, cut for a viewer: nobody they may not see, no line to them, and no gap."""

    placed: tuple[PlacedCard, ...]
    lines: tuple[LineCard, ...]


@dataclass(frozen=True)
class Showing:
    """For whom cards of pictures are made, and what is known round the child."""

    actor: Actor
    around: Around
    may_write: bool

    def cards(self, rows: Sequence[Picture]) -> tuple[PictureCard, ...]:
        """The newest first."""
        workers = worker_cards({row.recorded_by_id for row in rows})
        newest = sorted(rows, key=lambda row: (row.drawn_on, row.recorded_at, row.pk), reverse=True)
        return tuple(_picture_card(row, workers[row.recorded_by_id], self) for row in newest)


def _picture_card(row: Picture, drew: WorkerCard, to: Showing) -> PictureCard:
    is_open = row.finished_at is None and row.withdrawn_at is None
    return PictureCard(
        ref=row.ref,
        version=row.version,
        kind=row.kind,
        title=picture_kinds()[row.kind].title,
        title_for_child=title_of(row, picture_kinds()[row.kind]),
        whose=whose_words(row, drew, to.around),
        whose_code=row.whose,
        drawn_on=row.drawn_on,
        present=to.around.texts(row, "present"),
        by=drew.at_agency,
        is_finished=row.finished_at is not None,
        is_taken_out=row.withdrawn_at is not None,
        may_draw=to.may_write and is_open and may_draw_on(to.actor, row),
        who_may_see=to.around.texts(row, "who_may_see"),
        seen_by=viewer_of(row, drew, to.around),
    )


def whose_words(row: Picture, drew: WorkerCard, around: Around) -> str:
    """ "As Noor sees it", "As Comfort sees it", "As Rowan Achterberg sees it, a worker"."""
    words = f"As {viewer_of(row, drew, around)} sees it"
    return f"{words}, a worker" if row.whose == WORKER else words


def viewer_of(row: Picture, drew: WorkerCard, around: Around) -> str:
    if row.whose == CHILD:
        return first_name(around)
    return around.names[row.view_of.ref] if row.view_of is not None else drew.name


def title_of(row: Picture, kind: PictureKind) -> str:
    """ "My island", by the look that was chosen."""
    return next((look.title for look in kind.looks if look.id == row.look), kind.title_for_child)


def first_name(around: Around) -> str:
    return short_name(around.view.child).split()[0]


def standing_on(row: Picture, placed: Iterable[Placed], lines: Iterable[Line], around: Around) -> Standing:
    kind = picture_kinds()[row.kind]
    cards = [card for one in placed if (card := _placed_card(one, kind, around)) is not None]
    seen = {card.key for card in cards}
    cards = [card for card in cards if not card.placing.at or card.placing.at in seen]
    names = {card.key: card.name for card in cards} | {"": first_name(around)}
    return Standing(tuple(cards), tuple(_line_card(one, names) for one in lines if _is_between(one, names)))


def _is_between(line: Line, names: Collection[str]) -> bool:
    return line.a_key in names and line.b_key in names


def _placed_card(row: Placed, kind: PictureKind, around: Around) -> PlacedCard | None:
    """Nothing where the person may not be seen, or where only a name stands and it holds something sealed."""
    name = name_of(row, around)
    if name is None:
        return None
    person = around.people.get(row.person.ref) if row.person else None
    placing = Placing(
        kind=row.kind,
        person=person.id if person else "",
        name=around.texts(row, "name"),
        words=around.texts(row, "words"),
        why=around.texts(row, "why"),
        workers_why=around.texts(row, "workers_why"),
        part=row.part,
        workers_part=row.workers_part,
        farness=row.farness,
        turn=row.turn,
        state=_state_of(row, is_dead=bool(person and person.has_died)),
        at=row.at_key,
        period=row.period,
        again=row.again,
    )
    titles = {part.id: part.title for part in kind.parts}
    return PlacedCard(
        ref=row.ref,
        key=row.key,
        version=row.version,
        kind=row.kind,
        person=placing.person,
        name=name,
        says=_says(name, placing, titles),
        placing=placing,
        part_title=titles.get(row.part, ""),
        is_provisional=bool(person and person.provisional),
    )


def name_of(row: Placed, around: Around) -> str | None:
    """What it is called; empty for a blank, and None for whoever or whatever this viewer may not see."""
    person = around.people.get(row.person.ref) if row.person else None
    own = around.texts(row, "name")
    if (row.person and person is None) or (row.name and not own and person is None):
        return None
    return own or (short_name(person) if person else "")


def _state_of(row: Placed, *, is_dead: bool) -> str:
    return "has_died" if is_dead and row.state == "sure" else row.state


def _says(name: str, placing: Placing, titles: Mapping[str, str]) -> str:
    return ". ".join(filter(None, (name, titles.get(placing.part, ""), placing.period, placing.words)))


def _line_card(row: Line, names: Mapping[str, str]) -> LineCard:
    words = " and ".join(line_kinds()[kind].title.lower() for kind in row.kinds if kind in line_kinds())
    a, b = names[row.a_key], names[row.b_key]
    return LineCard(
        ref=row.ref,
        key=row.key,
        version=row.version,
        says=f"{a} and {b}: {words}{_direction(row.towards, a, b)}",
        line=LineSaid(a=row.a_key, b=row.b_key, kinds=tuple(row.kinds), towards=row.towards),
    )


def _direction(towards: str, a: str, b: str) -> str:
    helped = {"a": f"{b} helps {a}", "b": f"{a} helps {b}", "both": "they help each other"}.get(towards, "")
    return f". {helped[0].upper()}{helped[1:]}" if helped else ""


def scene_of(row: Picture, standing: Standing, around: Around, made: tuple[plain.Made, ...] = ()) -> plain.Scene:
    """Only what the cards hold goes into the drawing, so nothing that was cut can leave a trace in it."""
    kind = picture_kinds()[row.kind]
    homes = [card.key for card in standing.placed if card.kind == HOME]
    shapes = {ref: shape_for(person) for ref, person in around.people.items()} if kind.scene == GENOGRAM else {}
    return plain.Scene(
        kind=kind.scene,
        title=title_of(row, kind),
        centre=first_name(around),
        look=row.look,
        parts=tuple(
            plain.Part(id=part.id, title=part.title, hint=part.hint if kind.scene in WITH_HINTS else "")
            for part in kind.parts
        ),
        line_titles={name: one.for_child for name, one in line_kinds().items()},
        items=tuple(_item(card, is_now=card.key in homes[-1:], shapes=shapes) for card in standing.placed),
        lines=tuple(_line(one) for one in standing.lines),
        shape=shapes.get(around.view.child.id, ""),
        made=made,
    )


def _item(card: PlacedCard, *, is_now: bool, shapes: Mapping[str, str]) -> plain.Item:
    """Homes stand in the order in which they were lived in, so the child is in the last."""
    placing = card.placing
    state = "not_sure" if shapes and card.is_provisional and placing.state == "sure" else placing.state
    return plain.Item(
        id=card.key,
        kind=card.kind,
        name=card.name,
        words=placing.words,
        part=placing.part,
        farness=placing.farness,
        turn=placing.turn,
        state=cast(plain.State, state),
        at=placing.at,
        ghost_part=placing.workers_part if placing.workers_part != placing.part else "",
        period=placing.period,
        might_again=placing.again in ("might", "yes", "thinking"),
        is_now=is_now,
        shape=shapes.get(card.person, ""),
        face=plain.Face(card.face.image, card.face.what) if card.face else None,
    )


def _line(card: LineCard) -> plain.Line:
    line = card.line
    return plain.Line(id=card.ref, a=line.a, b=line.b, kinds=line.kinds, towards=cast(plain.Towards, line.towards))
