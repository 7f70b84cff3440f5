"""Deeds on sets of stand-ins: begun, drawn from, kept longer, ended; and what merging and destroying do to them.

Turning a copy back is in `turning_back`; this module is the front door of both.
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

from kith.apps.access.queries import NothingHere, day_of, require, target_of
from kith.apps.access.services import Destroying, Joining
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import Deed, deed, load
from kith.apps.exports.projections import ExportedFile
from kith.apps.pseudonyms import events
from kith.apps.pseudonyms.actions import MAKE
from kith.apps.pseudonyms.choosing import LEFT, WORD, Wanted
from kith.apps.pseudonyms.copying import FAMILY, Copying, chronology_file, family_file, picture_file, report_file
from kith.apps.pseudonyms.keeping import (
    CannotMake,
    OpenSet,
    destroy_key,
    draw_for,
    held_set,
    new_code,
    say_of_words,
    sealed_key,
)
from kith.apps.pseudonyms.material import CHRONOLOGY, Material, material_of, wanted_of
from kith.apps.pseudonyms.models import StandIn, StandInSet
from kith.apps.pseudonyms.projections import SetSaid
from kith.apps.pseudonyms.queries import unsure_words
from kith.apps.pseudonyms.rules import sound_end, sound_purpose
from kith.apps.pseudonyms.turning_back import look_up_file, look_up_word, place_comments
from kith.apps.pseudonyms.vocabulary import words_of
from kith.apps.pseudonyms.warning import warnings_of
from kith.kernel.folding import folded

__all__ = [
    "CannotMake",
    "begin_set",
    "choose_words",
    "end_set",
    "end_sets_of_today",
    "keep_longer",
    "look_up_file",
    "look_up_word",
    "make_copy",
    "make_picture",
    "on_destroy",
    "on_merge",
    "place_comments",
]

REPORT = "report"
LOOK_FIRST = "Look at everything that may still lead to somebody, and tick each. Then the copy is made."
WORDS_FIRST = "Words came since that may be names. Say of each whether it is hidden, then make the copy."


def begin_set(*, by: Actor, child_ref: str, said: SetSaid, now: dt.datetime) -> str:
    """The ref of a set without a stand-in: they are drawn when the first copy is made."""
    decision = require(by, MAKE, child_ref, now=now, kind=CHRONOLOGY)
    told, last = sound_purpose(said), sound_end(said.ends_on, day_of(now))
    with deed(events.BEGUN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = StandInSet(code=new_code(), purpose=said.purpose, what_for=told, people=said.people, dates=said.dates)
        row.subject_id, row.made_by_id, row.made_at, row.ends_on = target_of(child_ref).id, by.id, now, last
        row.sealed = sealed_key(row)
        row.save(force_insert=True)
        act.changed(child_ref, after={"set": row.ref, "purpose": said.purpose, "ends_on": last.isoformat()})
    return str(row.ref)


def choose_words(
    *, by: Actor, child_ref: str, set_ref: str, seen: Collection[str], left: Collection[str], now: dt.datetime
) -> None:
    """Of the words that were `seen` those that are `left` stay in copies; each other has a stand-in from now on."""
    decision = require(by, MAKE, child_ref, now=now, kind=CHRONOLOGY)
    near = material_of(by, child_ref, now=now)
    with deed(events.CHOSEN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        held = held_set(child_ref, set_ref)
        offered = [one.word for one in unsure_words(held, near) if one.word in seen]
        label = words_of("labels")["word"]
        wanted = {Wanted(WORD, folded(word), label): word for word in offered}
        held = draw_for(held, wanted, avoided=near.avoided)
        say_of_words(held, {word: LEFT if word in left else WORD for word in offered})
        act.notes(set=set_ref, words=len(offered))


def make_copy(
    *, by: Actor, child_ref: str, set_ref: str, form: str, looked_at: Collection[str], now: dt.datetime, what: str = ""
) -> ExportedFile:
    """The chronology as xlsx, csv, docx or pdf; with `what` "report" what it adds up to, as xlsx or csv. Raises
    CannotMake, and CannotMakePdf."""
    copy = _drawn(by, child_ref, set_ref, looked_at, now, f"{what or 'chronology'}.{form}")
    if what == REPORT:
        return report_file(copy, form, on=day_of(now))
    return chronology_file(copy, form)


def make_picture(
    *,
    by: Actor,
    child_ref: str,
    set_ref: str,
    picture_ref: str,
    form: str,
    looked_at: Collection[str],
    now: dt.datetime,
) -> ExportedFile:
    """The picture of the network, or one that somebody placed things on, as svg, png or pdf."""
    copy = _drawn(by, child_ref, set_ref, looked_at, now, f"picture.{form}")
    if picture_ref == FAMILY:
        return family_file(copy, form, on=day_of(now))
    picture = next((one for one in copy.near.pictures if one.ref == picture_ref), None)
    if picture is None:
        raise NothingHere
    return picture_file(copy, picture, form)


def _drawn(by: Actor, child_ref: str, set_ref: str, looked_at: Collection[str], now: dt.datetime, what: str) -> Copying:
    """What is copied, when everybody in it has a stand-in and its maker has looked at everything."""
    decision = require(by, MAKE, child_ref, now=now, kind=CHRONOLOGY)
    near = material_of(by, child_ref, now=now)
    with deed(events.MADE, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        held = held_set(child_ref, set_ref)
        _require_looked(held, near, looked_at)
        held = draw_for(held, wanted_of(near, style=held.row.people), avoided=near.avoided)
        act.notes(set=set_ref, copy=what, rows=len(near.rows))
    return Copying(held, near)


def _require_looked(held: OpenSet, near: Material, looked_at: Collection[str]) -> None:
    if any(one.is_new for one in unsure_words(held, near)):
        raise CannotMake(WORDS_FIRST)
    if {one.code for one in warnings_of(near, dates=held.row.dates)} - set(looked_at):
        raise CannotMake(LOOK_FIRST)


def keep_longer(
    *, by: Actor, child_ref: str, set_ref: str, ends_on: dt.date, expected_version: int, now: dt.datetime
) -> None:
    """Until another day: earlier or later."""
    decision = require(by, MAKE, child_ref, now=now, kind=CHRONOLOGY)
    last = sound_end(ends_on, day_of(now))
    with deed(events.KEPT_LONGER, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = held_set(child_ref, set_ref, version=expected_version).row
        before, row.ends_on, row.version = row.ends_on, last, row.version + 1
        row.save()
        day = {"ends_on": last.isoformat(), "set": set_ref}
        act.changed(child_ref, before={"ends_on": before.isoformat()}, after=day)


def end_set(*, by: Actor, child_ref: str, set_ref: str, expected_version: int, now: dt.datetime) -> None:
    """Its list is destroyed before its day."""
    decision = require(by, MAKE, child_ref, now=now, kind=CHRONOLOGY)
    with deed(events.ENDED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        destroy_key(held_set(child_ref, set_ref, version=expected_version).row, now=now)
        act.notes(set=set_ref)


def end_sets_of_today(*, by: Doer, now: dt.datetime) -> int:
    """How many came to their day: their lists are destroyed."""
    refs = list(StandInSet.objects.filter(ended_at=None, ends_on__lte=day_of(now)).values_list("ref", flat=True))
    for ref in refs:
        with load(events.RAN_OUT, by=by, now=now, payload={"set": ref}):
            row = StandInSet.objects.select_for_update(of=("self",)).get(ref=ref)
            destroy_key(row, now=now)
    return len(refs)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """Sets about the other, and stand-ins of the other in any set, follow the kept one and go back when they part.

    What was drawn for the other still leads back, and is in no new copy where the kept one has a stand-in of its own.
    """
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    for rows in (StandInSet.objects.all(), StandIn.objects.all()):
        if change.is_joined:
            rows.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
        else:
            rows.filter(subject_id=kept, merge_ref=change.merge_ref).update(subject_id=merged, merge_ref="")


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """The sets of a child go with the record, and with anybody else's what stood for them."""
    of_child: dict[str, Any] = {"of_set__subject_id": change.subject_id}
    StandIn.objects.filter(**of_child).delete()
    StandInSet.objects.filter(subject_id=change.subject_id).delete()
    StandIn.objects.filter(subject_id=change.subject_id).delete()
