"""Beginning a picture, finishing it, and taking a version out or putting it back."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere, day_of, members_among, require, target_of
from kith.apps.access.services import seal_alike
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.queries import names_of
from kith.apps.pictures import events
from kith.apps.pictures.acting import OF_FACE, OF_LINE, OF_MADE, OF_PLACED
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.models import Face, HandMade, Line, OnPicture, Picture, Placed
from kith.apps.pictures.projections import PictureStart
from kith.apps.pictures.rules import CannotDraw, sound_start
from kith.apps.pictures.services.facing import let_go_around
from kith.apps.pictures.services.placing import put_in
from kith.apps.pictures.sight import PICTURE, drawn_on, standing
from kith.apps.records.base import require_version
from kith.kernel.text import LIMITS, cleaned

NOT_YET = "That day has not come yet."
NOT_FINISHED = "That one is still being drawn. Finish it first, or open it and go on."


def begin_picture(
    *, by: Actor, child_ref: str, start: PictureStart, now: dt.datetime, drawn_on: dt.date | None = None
) -> str:
    """A blank picture; or one that holds what the version before it held, which stays as it was.

    It is of today, or of an earlier day on which it was drawn on paper.
    """
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    sound = sound_start(start)
    day = drawn_on or day_of(now)
    if day > day_of(now):
        raise CannotDraw(NOT_YET)
    with deed(events.BEGUN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = Picture(
            kind=sound.kind,
            look=sound.look,
            whose=sound.whose,
            drawn_on=day,
            present=sound.present,
            authors={"present": by.id},
            recorded_by_id=by.id,
            recorded_at=now,
        )
        picture.subject_id = target_of(child_ref).id
        picture.view_of_id = _view_of(by, child_ref, sound.view_of, now)
        earlier = _followed(by, child_ref, sound, now)
        picture.follows = earlier
        picture.save(force_insert=True)
        if earlier is None and sound.put_in is not None:
            put_in(by, child_ref, picture, sound.put_in, now=now)
        if earlier is not None:
            _copy(earlier, picture, by)
            _copy_faces(earlier, picture, by, child_ref, now)
            seal_alike(child_ref, picture.ref, earlier.ref, now=now)
        act.changed(child_ref, after={"picture": picture.ref, "whose": sound.whose, "present": sound.present})
        act.notes(picture=picture.ref, kind=sound.kind)
    return str(picture.ref)


def finish_picture(*, by: Actor, child_ref: str, picture_ref: str, who_may_see: str = "", now: dt.datetime) -> None:
    """From now on it stays as it is; whoever goes on begins the next version.

    Who may see it is said in the words of whoever drew it, and kept as words: it opens and closes nothing by itself.
    """
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    sound = cleaned(who_may_see, limit=LIMITS["line"])
    with deed(events.FINISHED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        picture.finished_at = now
        picture.who_may_see, picture.authors = sound, {**picture.authors, "who_may_see": by.id}
        picture.version += 1
        picture.save()
        let_go_around(picture)
        act.changed(child_ref, after={"who_may_see": sound})
        act.notes(picture=picture.ref)


def take_picture_out(*, by: Actor, child_ref: str, picture_ref: str, expected_version: int, now: dt.datetime) -> int:
    """It was wrong, or of somebody else. It stays on record, struck through; the version to undo it with."""
    return _set_withdrawn(by, child_ref, picture_ref, expected_version, now, is_out=True)


def put_picture_back(*, by: Actor, child_ref: str, picture_ref: str, expected_version: int, now: dt.datetime) -> int:
    return _set_withdrawn(by, child_ref, picture_ref, expected_version, now, is_out=False)


def _set_withdrawn(by: Actor, child_ref: str, picture_ref: str, version: int, now: dt.datetime, *, is_out: bool) -> int:
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    event = events.TAKEN_OUT if is_out else events.PUT_BACK
    with deed(event, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = standing(by, child_ref, picture_ref, now=now, is_out=not is_out)
        require_version(picture, version)
        picture.withdrawn_at, picture.withdrawn_by_id = (now, by.id) if is_out else (None, None)
        picture.version += 1
        picture.save()
        act.changed(child_ref, before={"taken_out": not is_out}, after={"taken_out": is_out})
        act.notes(picture=picture.ref)
    return int(picture.version)


def _view_of(by: Actor, child_ref: str, person_ref: str, now: dt.datetime) -> int | None:
    if not person_ref:
        return None
    if not members_among([child_ref], [person_ref]) or not names_of(by, [person_ref], now=now, shows=False):
        raise NothingHere
    return target_of(person_ref).id


def _followed(by: Actor, child_ref: str, start: PictureStart, now: dt.datetime) -> Picture | None:
    """The version to go on from: finished, of the same kind. Of somebody else's view it is a copy beside theirs."""
    if not start.follows:
        return None
    earlier = standing(by, child_ref, start.follows, now=now)
    if earlier.kind != start.kind:
        raise NothingHere
    if earlier.finished_at is None:
        raise CannotDraw(NOT_FINISHED)
    return earlier


def _copy(earlier: Picture, picture: Picture, by: Actor) -> None:
    """Each thing keeps its key, so that two versions can be laid side by side, and each text whoever wrote it."""
    placed: QuerySet[Placed] = Placed.objects.filter(picture=earlier, withdrawn_at=None).order_by("pk")
    lines: QuerySet[Line] = Line.objects.filter(picture=earlier, withdrawn_at=None).order_by("pk")
    made: QuerySet[HandMade] = HandMade.objects.filter(picture=earlier, withdrawn_at=None).order_by("pk")
    for drawn in made:
        copy = HandMade(key=drawn.key, picture_id=picture.pk, **_columns(drawn, OF_MADE))
        copy.recorded_by_id = drawn.recorded_by_id  # whoever drew it goes on seeing it, and nobody else by copying
        copy.save(force_insert=True)
    for row in placed:
        _insert(Placed(**_columns(row, OF_PLACED)), row, picture, by)
    for line in lines:
        _insert(Line(**_columns(line, OF_LINE)), line, picture, by)


def _copy_faces(earlier: Picture, picture: Picture, by: Actor, child_ref: str, now: dt.datetime) -> None:
    """The same bytes; each as closed as the one it was copied from."""
    for row in Face.objects.filter(picture=earlier, withdrawn_at=None).order_by("pk"):
        face = Face(**_columns(row, OF_FACE))
        _insert(face, row, picture, by)
        seal_alike(child_ref, face.ref, row.ref, now=now)


def _insert(new: OnPicture, old: OnPicture, picture: Picture, by: Actor) -> None:
    new.key, new.picture_id, new.recorded_by_id = old.key, picture.pk, by.id
    new.save(force_insert=True)


def _columns(row: OnPicture, names: Sequence[str]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names}
