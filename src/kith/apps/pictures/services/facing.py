"""Giving somebody on a picture a round photograph or drawing of them, cutting it otherwise, and taking it off."""

import datetime as dt
from typing import Any

from django.db.models import Q

from kith.apps.access.queries import Cut, NothingHere, decide, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.files.projections import BarePicture, NewFile
from kith.apps.files.queries import open_files
from kith.apps.files.services import destroy_files, read_face, read_picture, store_file
from kith.apps.people.queries import Texts, as_stands
from kith.apps.pictures import events
from kith.apps.pictures.acting import Acting
from kith.apps.pictures.actions import READ, WRITE
from kith.apps.pictures.face_rules import FACED, holds_faces, sound_cut, sound_face
from kith.apps.pictures.models import Act, Face, Picture, Placed
from kith.apps.pictures.projections import FaceCut, FaceSaid, NewFace
from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.sight import PICTURE, drawn_on, seen_on
from kith.apps.pictures.vocabulary import picture_kinds
from kith.apps.records.base import require_version
from kith.kernel.decisions import Decision

AT_FIRST = FaceCut(across=500, down=500, size=1000)
NO_ROOM = "This picture has no place for a photograph of them."
GONE = "What was around it is kept no longer. Choose the photograph again."
TEXTS_OF_FACE = ("words",)


def give_face(*, by: Actor, child_ref: str, picture_ref: str, placed_ref: str, face: NewFace, now: dt.datetime) -> None:
    """What is no picture is refused by the reader, in one sentence, before anything is kept."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    sound = sound_face(face.said)
    whole = read_picture(face.data)
    cut = _cut_out(whole.data, AT_FIRST)
    with deed(events.FACED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture, placed = _on(by, child_ref, picture_ref, placed_ref, now)
        if placed.kind not in FACED or not holds_faces(picture_kinds()[picture.kind]):
            raise CannotDraw(NO_ROOM)
        columns: dict[str, Any] = _columns(AT_FIRST) | {"basis": sound.basis, "words": sound.words}
        columns |= {"width": whole.width, "height": whole.height}
        columns["whole_ref"] = _stored(by, child_ref, whole, face.name, now)
        columns["file_ref"] = _stored(by, child_ref, cut, "", now)
        columns["authors"] = dict.fromkeys(TEXTS_OF_FACE, by.id)
        acting = Acting(by, picture, "faced", now=now)
        if row := _standing(by, picture, placed, now):
            acting.changes(row, **columns)
        else:
            row = Face(key=placed.key, **columns)
            acting.adds(row)
        acting.keeps()
        act.changed(child_ref, after={"face": row.ref, "basis": sound.basis, "words": sound.words})
        act.notes(picture=picture.ref, placed=placed.ref)


def cut_face(
    *,
    by: Actor,
    child_ref: str,
    picture_ref: str,
    placed_ref: str,
    cut: FaceCut,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """Another part of the same photograph, as long as what is around it is kept. It is cut before the deed begins."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    held = _required(by, *_on(by, child_ref, picture_ref, placed_ref, now), now)
    require_version(held, expected_version)
    sound = sound_cut(cut, (held.width, held.height))
    fresh = _cut_out(_whole(by, child_ref, held, now), sound)
    with deed(events.FACE_CUT, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture, placed = _on(by, child_ref, picture_ref, placed_ref, now)
        row = _required(by, picture, placed, now)
        if row.ref != held.ref:
            raise NothingHere
        require_version(row, expected_version)
        acting = Acting(by, picture, "face_cut", now=now)
        acting.changes(row, **_columns(sound), file_ref=_stored(by, child_ref, fresh, "", now))
        acting.keeps()
        act.notes(picture=picture.ref, placed=placed.ref, face=row.ref)


def describe_face(
    *,
    by: Actor,
    child_ref: str,
    picture_ref: str,
    placed_ref: str,
    said: FaceSaid,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """What it is, where it may go, and who said so. Words that are closed to the writer stay as they are."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    texts = Texts(by, [child_ref], now=now)
    with deed(events.FACE_DESCRIBED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture, placed = _on(by, child_ref, picture_ref, placed_ref, now)
        row = _required(by, picture, placed, now)
        require_version(row, expected_version)
        sound = sound_face(FaceSaid(basis=said.basis, **as_stands(row, {"words": said.words}, texts)))
        before = {"basis": row.basis, "words": row.words}
        authors = row.authors if sound.words == row.words else dict.fromkeys(TEXTS_OF_FACE, by.id)
        acting = Acting(by, picture, "face_described", now=now)
        acting.changes(row, basis=sound.basis, words=sound.words, authors=authors)
        acting.keeps()
        act.changed(child_ref, before=before, after={"basis": row.basis, "words": row.words})
        act.notes(picture=picture.ref, placed=placed.ref, face=row.ref)


def take_face_off(*, by: Actor, child_ref: str, picture_ref: str, placed_ref: str, now: dt.datetime) -> None:
    """It can be put back by undoing, until the picture is finished."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.FACE_OFF, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture, placed = _on(by, child_ref, picture_ref, placed_ref, now)
        row = _required(by, picture, placed, now)
        acting = Acting(by, picture, "face_off", now=now)
        acting.takes_off(row)
        acting.keeps()
        act.notes(picture=picture.ref, placed=placed.ref, face=row.ref)


def let_go_around(picture: Picture) -> None:
    """Inside the deed that finishes it: nothing stays of a photograph but the round part that is shown."""
    rows = list(Face.objects.filter(picture=picture))
    kept = {row.file_ref for row in rows if row.withdrawn_at is None}
    gone = {ref for row in rows for ref in (row.whole_ref, row.file_ref)} - kept - {""}
    gone |= _earlier_cuts(picture) - kept
    elsewhere = Face.objects.exclude(picture=picture).filter(Q(file_ref__in=gone) | Q(whole_ref__in=gone))
    used = {ref for one in elsewhere.values_list("file_ref", "whole_ref") for ref in one}
    Face.objects.filter(picture=picture).exclude(withdrawn_at=None).delete()
    Face.objects.filter(picture=picture).update(whole_ref="")
    destroy_files(gone - used)


def _earlier_cuts(picture: Picture) -> set[str]:
    """Files that only an act that can be undone still knows of."""
    acts = Act.objects.filter(picture=picture, what__in=("faced", "face_cut")).values_list("rows", flat=True)
    sides = [row[side] for rows in acts for row in rows for side in ("before", "after")]
    return {side.get(name, "") for side in sides for name in ("file_ref", "whole_ref")} - {""}


def _on(by: Actor, child_ref: str, picture_ref: str, placed_ref: str, now: dt.datetime) -> tuple[Picture, Placed]:
    picture = drawn_on(by, child_ref, picture_ref, now=now)
    placed = seen_on(by, picture, now=now, ref=placed_ref)
    if placed is None:
        raise NothingHere
    return picture, placed


def _standing(by: Actor, picture: Picture, placed: Placed, now: dt.datetime) -> Face | None:
    """One that is sealed to the actor is not there: theirs stands beside it."""
    rows = Face.objects.filter(picture=picture, key=placed.key, withdrawn_at=None).order_by("-pk")
    row: Face | None = Cut(by, READ, now=now).open_rows(rows).first()
    return row


def _required(by: Actor, picture: Picture, placed: Placed, now: dt.datetime) -> Face:
    row = _standing(by, picture, placed, now)
    if row is None:
        raise NothingHere
    return row


def _whole(by: Actor, child_ref: str, row: Face, now: dt.datetime) -> bytes:
    def decided(_: str) -> Decision:
        return decide(by, READ, child_ref, now=now, kind=PICTURE)

    files = open_files(by, [row.whole_ref], decide=decided, now=now)
    if row.whole_ref not in files:
        raise CannotDraw(GONE)
    return files[row.whole_ref].data


def _cut_out(whole: bytes, cut: FaceCut) -> BarePicture:
    return read_face(whole, across=cut.across, down=cut.down, size=cut.size)


def _stored(by: Actor, child_ref: str, picture: BarePicture, name: str, now: dt.datetime) -> str:
    def decided(ref: str) -> Decision:
        return decide(by, WRITE, ref, now=now, kind=PICTURE)

    about = frozenset((child_ref,))
    file = NewFile(kind=picture.content_type, data=picture.data, subjects=about, original_name=name)
    return store_file(by=by, file=file, decide=decided, now=now)


def _columns(cut: FaceCut) -> dict[str, Any]:
    return {"across": cut.across, "down": cut.down, "size": cut.size}
