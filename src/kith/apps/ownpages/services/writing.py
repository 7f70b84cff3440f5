"""Writing a young person's own page down with them, and that it is still right. No earlier words are ever lost."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kith.apps.access.queries import day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.ownpages import events
from kith.apps.ownpages.actions import WRITE
from kith.apps.ownpages.models import NamedReader, Part, StillRight, Telling
from kith.apps.ownpages.projections import PageSaid, PartSaid
from kith.apps.ownpages.rules import CannotWrite, section_of, sound_page
from kith.apps.ownpages.sight import Around, around
from kith.apps.ownpages.vocabulary import NAMING
from kith.apps.records.base import StaleVersion
from kith.apps.teams.queries import workers_on_team

NOTHING_SAID = "Write at least one part, in their own words."
NOT_ON_TEAM = "Tick people who are on the team."
STALE = "Somebody else changed this while you were writing. Your words are kept below."


def write_page(*, by: Actor, child_ref: str, said: PageSaid, now: dt.datetime) -> None:
    """A part that comes back as the writer was shown it stays as it is, and is from now on as right as today; one that
    is not for the writer is not touched."""
    decision = require(by, WRITE, child_ref, now=now)
    sound = sound_page(said, day_of(now))
    with deed(events.WRITTEN, by=by, now=now, decision=decision) as act:
        page = _locked(by, child_ref, sound.seen, now)
        _require_something(page.near, sound)
        telling = _telling(by, child_ref, sound.on, now)
        telling.way, telling.heard_by = sound.way, sound.heard_by
        telling.chose, telling.chose_words = sound.chose, sound.chose_words
        telling.save(force_insert=True)
        rows = {key: row for key, _, row in page.near.keyed()}
        for part in sound.parts:
            _write(part, rows.get(part.key), telling, page, act)
        act.notes(telling=telling.ref)


def say_still_right(*, by: Actor, child_ref: str, seen: str, now: dt.datetime) -> None:
    """All that the worker read out; of what is not for them nothing is said."""
    decision = require(by, WRITE, child_ref, now=now)
    with deed(events.STILL_RIGHT, by=by, now=now, decision=decision) as act:
        page = _locked(by, child_ref, seen, now)
        if not page.near.standing:
            raise CannotWrite(NOTHING_SAID)
        telling = _telling(by, child_ref, day_of(now), now)
        telling.save(force_insert=True)
        for row in page.near.standing:
            StillRight(part=row, telling=telling).save(force_insert=True)
        act.touches(child_ref)
        act.notes(telling=telling.ref)


@dataclass(frozen=True)
class _Page:
    """What the writer was shown, and whom they may name."""

    near: Around
    team: Collection[str]

    def named(self, row: Part) -> frozenset[str]:
        """Of the readers of a part, those whom the writer sees on the team."""
        return self.near.named.get(row.pk, frozenset()) & set(self.team)

    def unseen(self, row: Part | None, readers: str) -> frozenset[str]:
        """The others stay named, as what they were: whoever does not see them cannot have been asked about them."""
        if row is None or row.readers != readers:
            return frozenset()
        return self.near.named.get(row.pk, frozenset()) - set(self.team)


def _locked(by: Actor, child_ref: str, seen: str, now: dt.datetime) -> _Page:
    list(Part.objects.filter(subject__ref=child_ref, ended_by=None).select_for_update(of=("self",)))
    near = around(by, child_ref, now=now)
    if near.mark != seen:
        raise StaleVersion(STALE)
    return _Page(near, workers_on_team(by, child_ref, now=now))


def _telling(by: Actor, child_ref: str, on: dt.date, now: dt.datetime) -> Telling:
    row = Telling(on_day=on, recorded_by_id=by.id, recorded_at=now)
    row.subject_id = target_of(child_ref).id
    return row


def _require_something(near: Around, said: PageSaid) -> None:
    if not near.standing and not any(part.text for part in said.parts):
        raise CannotWrite(NOTHING_SAID)


def _write(part: PartSaid, row: Part | None, telling: Telling, page: _Page, act: Deed) -> None:
    if part.named - set(page.team):
        raise CannotWrite(NOT_ON_TEAM)
    if row is not None and _is_as_shown(part, row, page):
        StillRight(part=row, telling=telling).save(force_insert=True)
        return
    if row is not None:
        row.ended_by = telling
        row.save(update_fields=["ended_by"])
    if part.text:
        named = part.named | page.unseen(row, part.readers) if part.readers in NAMING else frozenset[str]()
        _begin(part, named, row, telling)
    if part.text or row is not None:
        child_ref = telling.subject.ref
        act.changed(
            child_ref, before=_told(part.key, row), after={part.key: part.text, f"{part.key} for": part.readers}
        )


def _is_as_shown(part: PartSaid, row: Part, page: _Page) -> bool:
    if (part.text, part.readers) != (row.text, row.readers):
        return False
    return row.readers not in NAMING or part.named == page.named(row)


def _begin(part: PartSaid, named: Collection[str], row: Part | None, telling: Telling) -> None:
    new = Part(telling=telling, section=section_of(part.key), text=part.text, readers=part.readers)
    new.subject_id, new.recorded_by_id, new.recorded_at = (
        telling.subject_id,
        telling.recorded_by_id,
        telling.recorded_at,
    )
    new.thread = row.thread if row else new.ref
    new.save(force_insert=True)
    for ref in sorted(named):
        NamedReader(part=new, worker_ref=ref).save(force_insert=True)


def _told(key: str, row: Part | None) -> Mapping[str, str]:
    return {key: row.text, f"{key} for": row.readers} if row else {}
