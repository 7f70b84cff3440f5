"""Placing somebody or something on a picture, moving or describing it anew, and taking it off."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from django.db.models import Q, QuerySet

from kith.apps.access.queries import NothingHere, members_among, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.queries import Texts, as_stands, names_of
from kith.apps.pictures import events
from kith.apps.pictures.acting import Acting
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.models import Line, Picture, Placed
from kith.apps.pictures.projections import Placing, PutIn
from kith.apps.pictures.rules import HOME, MOST_ON_ONE, PERSON, TEXTS, WORDS, CannotDraw, sound_line, sound_placing
from kith.apps.pictures.sight import PICTURE, drawn_on, seen_on
from kith.apps.records.base import next_ref, require_version

ALREADY = "They are on this picture already."
TWICE = "That is in the picture. Are there two? Add a few words, so that we can tell them apart."
FULL = f"A picture holds {MOST_ON_ONE} people and things at most. Begin another one beside it."


def place(*, by: Actor, child_ref: str, picture_ref: str, placing: Placing, now: dt.datetime) -> str:
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.PLACED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        sound = sound_placing(placing, picture.kind)
        person_id = _person_id(by, child_ref, sound.person, now)
        standing = Placed.objects.filter(picture=picture, withdrawn_at=None)
        _require_room(by, standing, person_id, sound.at, now)
        _require_once(standing, sound, by)
        _require_there(by, picture, sound, now)
        row = Placed(key=next_ref(), place=_next_place(picture), person_id=person_id, **_columns(sound))
        row.authors = dict.fromkeys(TEXTS, by.id)
        acting = Acting(by, picture, "placed", now=now)
        acting.adds(row)
        acting.keeps()
        act.changed(child_ref, after=_told(row))
        act.notes(picture=picture.ref)
    return str(row.ref)


def put_in(by: Actor, child_ref: str, picture: Picture, wanted: PutIn, *, now: dt.datetime) -> None:
    """Inside the deed that begins it: who stands on it from the start. Nobody undoes them one by one."""
    if len(wanted.placed) > MOST_ON_ONE:
        raise CannotDraw(FULL)
    keys = {"": ""}
    whole = {"picture_id": picture.pk, "recorded_by_id": by.id}
    for number, placing in enumerate(wanted.placed, 1):
        sound = sound_placing(placing, picture.kind)
        person_id = _person_id(by, child_ref, sound.person, now)
        row = Placed(key=next_ref(), place=number, person_id=person_id, **whole, **_columns(sound))
        row.authors = dict.fromkeys(TEXTS, by.id)
        row.save(force_insert=True)
        keys[sound.person or row.key] = row.key
    for said in wanted.lines:
        if {said.a, said.b} <= keys.keys():
            sound_one = sound_line(said, picture.kind)
            ends = {"a_key": keys[said.a], "b_key": keys[said.b]}
            Line(key=next_ref(), kinds=list(sound_one.kinds), **ends, **whole).save(force_insert=True)


def change(
    *,
    by: Actor,
    child_ref: str,
    picture_ref: str,
    placed_ref: str,
    placing: Placing,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """A text that is closed to the writer, and comes back as they were shown it, stays as it is."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    texts = Texts(by, [child_ref], now=now)
    with deed(events.CHANGED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        row = _standing(by, picture, placed_ref, now)
        require_version(row, expected_version)
        sent = {name: getattr(placing, name) for name in TEXTS}
        whole = Placing(**(asdict(placing) | as_stands(row, sent, texts) | {"kind": row.kind, "person": _ref_of(row)}))
        sound = sound_placing(whole, picture.kind)
        _require_there(by, picture, sound, now)
        before = _told(row)
        columns = _columns(sound)
        changed = [name for name in TEXTS if columns[name] != getattr(row, name)]
        acting = Acting(by, picture, "changed", now=now)
        acting.changes(row, **columns, authors={**row.authors, **dict.fromkeys(changed, by.id)})
        acting.keeps()
        act.changed(child_ref, before=before, after=_told(row))
        act.notes(picture=picture.ref)


def take_off(*, by: Actor, child_ref: str, picture_ref: str, placed_ref: str, now: dt.datetime) -> None:
    """With its lines; it stays on record, and can be put back by undoing."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.TAKEN_OFF, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        row = _standing(by, picture, placed_ref, now)
        before = _told(row)
        acting = Acting(by, picture, "taken_off", now=now)
        acting.takes_off(row)
        for line in Line.objects.filter(picture=picture, withdrawn_at=None).order_by("pk"):
            if row.key in (line.a_key, line.b_key):
                acting.takes_off(line)
        acting.keeps()
        act.changed(child_ref, before=before)
        act.notes(picture=picture.ref)


def put_on_again(*, by: Actor, child_ref: str, picture_ref: str, placed_ref: str, now: dt.datetime) -> None:
    """Somebody or something that was taken off stands as it stood, in the words of whoever wrote them."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.PLACED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        row = seen_on(by, picture, now=now, is_off=True, ref=placed_ref)
        if row is None:
            raise NothingHere
        standing = Placed.objects.filter(picture=picture, withdrawn_at=None)
        _require_room(by, standing, row.person_id, row.at_key, now)
        acting = Acting(by, picture, "placed", now=now)
        acting.puts_on(row, at_key=row.at_key if _is_there(by, picture, row.kind, row.at_key, now) else "")
        acting.keeps()
        act.changed(child_ref, after=_told(row))
        act.notes(picture=picture.ref)


def _standing(by: Actor, picture: Picture, placed_ref: str, now: dt.datetime) -> Placed:
    row = seen_on(by, picture, now=now, ref=placed_ref)
    if row is None:
        raise NothingHere
    return row


def _count_seen(by: Actor, standing: QuerySet[Placed], now: dt.datetime) -> int:
    """Without those whom the actor may not see: a picture that is full too early would tell of them."""
    people = set(standing.exclude(person=None).values_list("person__ref", flat=True))
    seen = names_of(by, people, now=now, shows=False) if people else {}
    return standing.filter(Q(person=None) | Q(person__ref__in=list(seen))).count()


def _person_id(by: Actor, child_ref: str, person_ref: str, now: dt.datetime) -> int | None:
    """Of somebody in this child's network, or the child, whom the actor may see."""
    if not person_ref:
        return None
    is_near = person_ref == child_ref or members_among([child_ref], [person_ref])
    if not is_near or not names_of(by, [person_ref], now=now, shows=False):
        raise NothingHere
    return target_of(person_ref).id


def _require_room(by: Actor, standing: QuerySet[Placed], person_id: int | None, at_key: str, now: dt.datetime) -> None:
    if _count_seen(by, standing, now) >= MOST_ON_ONE:
        raise CannotDraw(FULL)
    if person_id and standing.filter(person_id=person_id, at_key=at_key).exists():
        raise CannotDraw(ALREADY)


def _require_once(standing: QuerySet[Placed], sound: Placing, by: Actor) -> None:
    """One press too many places nothing twice. Only the actor's own count: others' may be hidden from them."""
    own = standing.filter(recorded_by_id=by.id, person_id=None, kind=sound.kind, at_key=sound.at)
    if sound.name and not sound.person and own.filter(name=sound.name, words=sound.words, state=sound.state).exists():
        raise CannotDraw(TWICE)


def _require_there(by: Actor, picture: Picture, sound: Placing, now: dt.datetime) -> None:
    if sound.at and not _is_there(by, picture, sound.kind, sound.at, now):
        raise NothingHere


def _is_there(by: Actor, picture: Picture, kind: str, at_key: str, now: dt.datetime) -> bool:
    """The home somebody was there in, or whoever says the words: on the picture, and somebody whom the actor sees."""
    of_kind = PERSON if kind == WORDS else HOME
    return bool(at_key) and seen_on(by, picture, now=now, kind=of_kind, key=at_key) is not None


def _next_place(picture: Picture) -> int:
    last = Placed.objects.filter(picture=picture).order_by("-place").first()
    return last.place + 1 if last else 1


def _columns(sound: Placing) -> dict[str, Any]:
    columns = asdict(sound)
    del columns["person"]
    columns["at_key"] = columns.pop("at")
    spot = columns.pop("spot")
    return columns | ({"spot_x": spot[0], "spot_y": spot[1]} if spot else {})


def _ref_of(row: Placed) -> str:
    return row.person.ref if row.person else ""


def _told(row: Placed) -> dict[str, object]:
    names = ("key", "kind", "part", "workers_part", "farness", "state", "again", *TEXTS)
    return {name: getattr(row, name) for name in names} | {"person": _ref_of(row)}
