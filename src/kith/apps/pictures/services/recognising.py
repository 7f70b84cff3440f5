"""A name on a picture becomes somebody of the network, and is a name alone again. What was drawn stays as it is."""

import datetime as dt
from collections.abc import Iterable

from kith.apps.access.queries import NothingHere, members_among, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.queries import Texts, names_of
from kith.apps.pictures import events
from kith.apps.pictures.acting import Acting
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.models import Act, Picture, Placed
from kith.apps.pictures.rules import PERSON, CannotDraw
from kith.apps.pictures.sight import PICTURE, drawn_on, standing
from kith.apps.records.base import require_version

ALREADY = "They stand on this picture already. Look at both, and take one of them off if they are the same."
FOUND = "recognised"
NOT_SOMEBODY = "Only a person is somebody of the network."


def recognise(
    *,
    by: Actor,
    child_ref: str,
    picture_ref: str,
    placed_ref: str,
    person_ref: str,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """Also on a finished picture, and on all its versions: from now on the name is as closed as the person."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    if not members_among([child_ref], [person_ref]) or not names_of(by, [person_ref], now=now, shows=False):
        raise NothingHere
    with deed(events.RECOGNISED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = _held(by, child_ref, picture_ref, placed_ref, now)
        if row.person_id or not Texts(by, [child_ref], now=now)(row, "name"):
            raise NothingHere
        if row.kind != PERSON:
            raise CannotDraw(NOT_SOMEBODY)
        require_version(row, expected_version)
        person_id = target_of(person_ref).id
        if _stands_on(row.picture, person_id, row.at_key):
            raise CannotDraw(ALREADY)
        same = _in_all_versions(child_ref, row, person_id=None)
        _say_who(by, (one for one in same if not _stands_on(one.picture, person_id, one.at_key)), person_id, now)
        act.changed(child_ref, before={"name": row.name}, after={"person": person_ref, "key": row.key})
        act.touches(person_ref)
        act.notes(picture=row.picture.ref)


def forget(
    *, by: Actor, child_ref: str, picture_ref: str, placed_ref: str, expected_version: int, now: dt.datetime
) -> None:
    """It was somebody else, or nobody knows: the name stands alone again, where it stood before anybody was found."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.FORGOTTEN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = _held(by, child_ref, picture_ref, placed_ref, now)
        person = row.person
        if person is None or not _was_a_name(row) or not names_of(by, [person.ref], now=now, shows=False):
            raise NothingHere
        require_version(row, expected_version)
        _say_who(by, _in_all_versions(child_ref, row, person_id=person.pk), None, now)
        act.changed(child_ref, before={"person": person.ref, "key": row.key}, after={"name": row.name})
        act.touches(person.ref)
        act.notes(picture=row.picture.ref)


def _held(by: Actor, child_ref: str, picture_ref: str, placed_ref: str, now: dt.datetime) -> Placed:
    """While a colleague draws it with them it is theirs; once it is finished anybody who draws may say who it is."""
    picture = standing(by, child_ref, picture_ref, now=now)
    if picture.finished_at is None:
        drawn_on(by, child_ref, picture_ref, now=now)
    rows = Placed.objects.filter(picture=picture, ref=placed_ref, withdrawn_at=None)
    row: Placed | None = rows.select_related("person", "picture").first()
    if row is None:
        raise NothingHere
    return row


def _was_a_name(row: Placed) -> bool:
    """Whoever was placed as somebody of the network was never a name alone, and does not become one."""
    return Act.objects.filter(picture=row.picture, key=row.key, what=FOUND).exists()


def _in_all_versions(child_ref: str, row: Placed, *, person_id: int | None) -> list[Placed]:
    """It keeps its key from version to version; one that somebody called otherwise may be somebody else."""
    same = Placed.objects.filter(picture__subject__ref=child_ref, key=row.key, name=row.name, person_id=person_id)
    return list(same.filter(withdrawn_at=None).select_related("picture").order_by("pk"))


def _stands_on(picture: Picture, person_id: int, at_key: str) -> bool:
    return Placed.objects.filter(picture=picture, person_id=person_id, at_key=at_key, withdrawn_at=None).exists()


def _say_who(by: Actor, rows: Iterable[Placed], person_id: int | None, now: dt.datetime) -> None:
    for row in rows:
        acting = Acting(by, row.picture, FOUND if person_id else "forgotten", now=now)
        acting.changes(row, person_id=person_id)
        acting.keeps()
