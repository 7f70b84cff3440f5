"""One act on a picture: the rows it changes, and what is kept of them so that it can be undone and done again."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor
from kith.apps.pictures.models import Act, Face, HandMade, Line, OnPicture, Picture, Placed

OF_PLACED = (
    *("kind", "person_id", "name", "words", "why", "workers_why", "authors"),
    *("part", "workers_part", "farness", "turn", "state", "at_key", "period", "again", "place"),
    *("spot_x", "spot_y"),
)
OF_MADE = ("kind", "what", "width", "points", "around", "place")
OF_FACE = ("basis", "words", "authors", "file_ref", "whole_ref", "width", "height", "across", "down", "size")
OF_LINE = ("a_key", "b_key", "kinds", "towards")
IS_ON = "is_on"
TABLES: Mapping[str, tuple[type[OnPicture], Sequence[str]]] = {
    "placed": (Placed, OF_PLACED),
    "line": (Line, OF_LINE),
    "made": (HandMade, OF_MADE),
    "face": (Face, OF_FACE),
}
Standing = dict[str, Any]


class Acting:
    """Inside a deed: changes rows of one picture, then keeps the act as the last that can be undone."""

    def __init__(self, by: Actor, picture: Picture, what: str, *, now: dt.datetime) -> None:
        self.by, self.picture, self.what, self.now = by, picture, what, now
        self._rows: list[dict[str, Any]] = []
        self._key = ""

    def adds(self, row: OnPicture) -> None:
        row.picture_id, row.recorded_by_id = self.picture.pk, self.by.id
        row.save(force_insert=True)
        self._remembers(row, before=standing_of(row) | {IS_ON: False})

    def changes(self, row: OnPicture, **columns: Any) -> None:
        before = standing_of(row)
        _set(row, columns)
        self._saves(row, before)

    def takes_off(self, row: OnPicture) -> None:
        before = standing_of(row)
        row.withdrawn_at = self.now
        self._saves(row, before)

    def puts_on(self, row: OnPicture, **columns: Any) -> None:
        before = standing_of(row)
        row.withdrawn_at = None
        _set(row, columns)
        self._saves(row, before)

    def keeps(self) -> None:
        """What the actor undid before can no longer be done again: their picture went another way."""
        if not self._rows:
            return
        acts_of(self.picture, self.by).exclude(undone_at=None).delete()
        last = Act.objects.filter(picture=self.picture).order_by("-number").first()
        Act(
            picture=self.picture,
            number=last.number + 1 if last else 1,
            what=self.what,
            key=self._key,
            rows=self._rows,
            done_by_id=self.by.id,
            done_at=self.now,
        ).save(force_insert=True)
        touched(self.picture)

    def _saves(self, row: OnPicture, before: Standing) -> None:
        row.version += 1
        row.save()
        self._remembers(row, before=before)

    def _remembers(self, row: OnPicture, *, before: Standing) -> None:
        table = next(name for name, (model, _) in TABLES.items() if isinstance(row, model))
        self._key = self._key or row.key
        self._rows.append({"table": table, "ref": row.ref, "before": before, "after": standing_of(row)})


def standing_of(row: OnPicture) -> Standing:
    """What can be undone of a row, by column."""
    columns = next(columns for model, columns in TABLES.values() if isinstance(row, model))
    return {name: getattr(row, name) for name in columns} | {IS_ON: row.withdrawn_at is None}


def _set(row: OnPicture, columns: Mapping[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, value)


def put_to(row: OnPicture, standing: Standing, *, now: dt.datetime) -> None:
    """A row as an act found it or left it."""
    for name, value in standing.items():
        if name == IS_ON:
            row.withdrawn_at = None if value else now
        else:
            setattr(row, name, value)
    row.version += 1
    row.save()


def acts_of(picture: Picture, actor: Actor) -> QuerySet[Act]:
    return Act.objects.filter(picture=picture, done_by_id=actor.id)


def last_done(picture: Picture, actor: Actor) -> Act | None:
    return acts_of(picture, actor).filter(undone_at=None).order_by("-number").first()


def first_undone(picture: Picture, actor: Actor) -> Act | None:
    return acts_of(picture, actor).exclude(undone_at=None).order_by("number").first()


def touched(picture: Picture) -> None:
    picture.version += 1
    picture.save()
