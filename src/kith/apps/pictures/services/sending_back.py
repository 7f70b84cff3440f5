"""What was drawn on a tablet comes back, act by act: done once, and never over what somebody changed meanwhile."""

import datetime as dt
from dataclasses import replace
from typing import Any

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.queries import names_of
from kith.apps.pictures import events
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.models import LONGEST_NAME, CheckOut, Picture, Placed, SentAct
from kith.apps.pictures.projections import SentBack
from kith.apps.pictures.rules import WORKER, CannotDraw
from kith.apps.pictures.services.placing import change, place, take_off
from kith.apps.pictures.sight import PICTURE, drawn_on
from kith.apps.records.base import StaleVersion

PLACE, CHANGE, TAKE_OFF = "place", "change", "take_off"
TABLET, BOTH, HERE = "tablet", "both", "here"
NOT_SURE = "not_sure"
FROM_TABLET = "From the tablet"
NOT_KNOWN = "Kith does not know this kind of change."


class Clash(StaleVersion):
    """Somebody changed the same thing meanwhile, or it is not on the picture any more."""


def send_back(
    *, by: Actor, child_ref: str, picture_ref: str, check_out_ref: str, sent: SentBack, now: dt.datetime
) -> None:
    """Raises `Clash` where both views have to be looked at first; then it is sent again with a choice."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    if sent.what not in (PLACE, CHANGE, TAKE_OFF) or not 0 < len(sent.name) <= LONGEST_NAME:
        raise CannotDraw(NOT_KNOWN)
    with deed(events.SENT_BACK, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        row = CheckOut.objects.filter(picture=picture, ref=check_out_ref, taken_by_id=by.id, ended_at=None).first()
        if row is None:
            raise NothingHere
        act.notes(picture=picture.ref, check_out=row.ref, what=sent.what, choice=sent.choice)
        if not SentAct.objects.filter(check_out=row, name=sent.name).exists():
            key, version = _Sending(by, child_ref, picture, row, now).done(sent)
            SentAct(check_out=row, name=sent.name, key=key, left_version=version).save(force_insert=True)


def choices_of(picture_is_shared: bool, *, what: str, is_gone: bool) -> tuple[str, ...]:
    """After a clash. What a child or a relative drew is drawn over by nobody: both stand, and they look together."""
    if what == TAKE_OFF:
        return (TABLET, HERE) if picture_is_shared else (HERE,)
    if is_gone:
        return (BOTH, HERE)
    return (TABLET, BOTH, HERE) if picture_is_shared else (BOTH,)


class _Sending:
    """Inside the deed: one act of one check-out."""

    def __init__(self, by: Actor, child_ref: str, picture: Picture, row: CheckOut, now: dt.datetime) -> None:
        self.by, self.child_ref, self.picture, self.row, self.now = by, child_ref, picture, row, now

    def done(self, sent: SentBack) -> tuple[str, int]:
        """The key of what it was about, and the version in which it left it."""
        if sent.what == PLACE:
            return self._place(sent)
        key = self._key(sent.key)
        found = self._on_it(key)
        if found is None and sent.what == TAKE_OFF:
            return key, 0
        if sent.choice:
            return self._chosen(sent, key, found)
        if found is None or found.version != self._known(key, sent.version):
            raise Clash("Somebody changed this meanwhile.")
        return self._overwritten(sent, found, found.version)

    def _chosen(self, sent: SentBack, key: str, found: Placed | None) -> tuple[str, int]:
        is_shared = self.picture.whose == WORKER
        if sent.choice not in choices_of(is_shared, what=sent.what, is_gone=found is None):
            raise Clash("Look at both once more.")
        if sent.choice == HERE:
            return key, found.version if found else 0
        if sent.choice == BOTH:
            return self._beside(sent, key, found)
        if found is None or found.version != sent.version:
            raise Clash("Somebody changed this once more.")
        return self._overwritten(sent, found, sent.version)

    def _overwritten(self, sent: SentBack, found: Placed, version: int) -> tuple[str, int]:
        if sent.what == TAKE_OFF:
            take_off(**self._at, placed_ref=found.ref)
            return found.key, 0
        change(**self._at, placed_ref=found.ref, placing=sent.placing, expected_version=version)
        return found.key, self._version(found)

    def _beside(self, sent: SentBack, key: str, found: Placed | None) -> tuple[str, int]:
        """Another one, not sure, next to what stands; or what is gone once more, as who it was."""
        if found is not None:
            words = sent.placing.words if sent.placing.words != found.words else _told_apart(found.words)
            return self._place(replace(sent, placing=replace(sent.placing, person="", state=NOT_SURE, words=words)))
        was = Placed.objects.filter(picture=self.picture, key=key).select_related("person").order_by("-pk").first()
        person = was.person.ref if was and was.person else ""
        return self._place(replace(sent, placing=replace(sent.placing, person=person, at="")))

    def _place(self, sent: SentBack) -> tuple[str, int]:
        ref = place(**self._at, placing=replace(sent.placing, at=self._key(sent.placing.at)))
        row = Placed.objects.get(ref=ref)
        return row.key, row.version

    def _on_it(self, key: str) -> Placed | None:
        """Somebody whom the actor may not see is not on the picture."""
        rows = Placed.objects.filter(picture=self.picture, key=key, withdrawn_at=None).select_related("person")
        found: Placed | None = rows.first()
        if found and found.person and not names_of(self.by, [found.person.ref], now=self.now, shows=False):
            return None
        return found

    def _key(self, said: str) -> str:
        """What was placed on the tablet is called there by the act that placed it."""
        act = SentAct.objects.filter(check_out=self.row, name=said).first() if said else None
        return act.key if act else said

    def _known(self, key: str, version: int) -> int:
        """What the tablet last knew of it: what it left itself, or else what it was handed."""
        last = SentAct.objects.filter(check_out=self.row, key=key).order_by("-pk").first() if key else None
        return last.left_version if last else version

    @property
    def _at(self) -> dict[str, Any]:
        return {"by": self.by, "child_ref": self.child_ref, "picture_ref": self.picture.ref, "now": self.now}

    def _version(self, row: Placed) -> int:
        return Placed.objects.get(pk=row.pk).version


def _told_apart(words: str) -> str:
    """Two of one name and the same words would be taken for one that was placed twice."""
    return f"{words}. {FROM_TABLET}" if words else FROM_TABLET
