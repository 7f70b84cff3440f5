"""The texts of voices and waitings: read as one viewer may see them, and written anew without losing any."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor
from kith.apps.people.queries import Says
from kith.apps.records.base import prepared
from kith.apps.voices.hearers import HEARER, Hearers
from kith.apps.voices.models import About, Passage
from kith.apps.voices.sight import sieve_of

CLOSED_WORDS = ("what", "on")  # a choice of a list and a day: kept as they were like every text, and nobody's to seal
FIRST_CHANGE = 2  # the version of a row that was changed once


@dataclass(frozen=True)
class Texts:
    """Passages by the ref of their row: what stands, by part, and what stood before, the newest first."""

    standing: Mapping[str, Mapping[str, Passage]]
    earlier: Mapping[str, list[Passage]]
    says: Says
    hearers: Hearers

    def of(self, row: About, part: str) -> str:
        """As the viewer may see it: whole, or nothing."""
        found = self.standing.get(row.ref, {}).get(part)
        if found is None:
            return ""
        if part == HEARER:
            return self.hearers.shown(found.text, by=found.recorded_by_id)
        return found.text if part in CLOSED_WORDS else self.says(found.text, by=found.recorded_by_id)

    def last(self, row: About) -> Passage | None:
        """What was begun last of what the viewer sees."""
        seen = [one for part, one in self.standing.get(row.ref, {}).items() if self.of(row, part)]
        return max(seen, key=lambda one: one.pk, default=None)

    @property
    def writers(self) -> set[int]:
        standing = (one for parts in self.standing.values() for one in parts.values())
        return {one.recorded_by_id for one in (*standing, *(one for rows in self.earlier.values() for one in rows))}


def read_texts(
    actor: Actor, child_ref: str, rows: Collection[About], *, now: dt.datetime, is_copy: bool = False
) -> Texts:
    standing: dict[str, dict[str, Passage]] = defaultdict(dict)
    earlier: dict[str, list[Passage]] = defaultdict(list)
    for one in _passages_of(refs=[row.ref for row in rows]):
        if one.replaced_at is None:
            standing[one.of_ref][one.part] = one
        else:
            earlier[one.of_ref].append(one)
    says = sieve_of(actor, child_ref, now=now, is_copy=is_copy)
    return Texts(standing, earlier, says, Hearers(actor, child_ref, now, is_copy))


@prepared
def _passages_of(*, refs: Collection[str]) -> QuerySet[Passage]:
    return Passage.objects.filter(of_ref__in=refs).order_by("-pk")


def write_texts(by: Actor, row: About, said: Mapping[str, str], texts: Texts | None, *, now: dt.datetime) -> None:
    """Inside a deed, in the version that the row has now. A part that comes back as the writer was shown it stays as it
    is, with whoever wrote it; so does one that is closed to the writer and that they left empty."""
    for part, text in said.items():
        if texts is not None and text == texts.of(row, part):
            continue
        _standing(row).filter(part=part).update(replaced_at=now, until_version=row.version)
        if text:
            one = Passage(of_ref=row.ref, part=part, text=text, recorded_by_id=by.id, recorded_at=now)
            one.subject_id, one.since_version = row.subject_id, row.version
            one.save(force_insert=True)


def undo_texts(row: About, *, now: dt.datetime) -> bool:
    """Inside a deed: what the version before this one ended stands again, and what it began stands below as undone;
    whether there was any of that. What was undone counts as ended where it began, so nothing is undone twice."""
    changed = row.version - 1
    if changed < FIRST_CHANGE:
        return False
    begun = _standing(row).filter(since_version=changed)
    ended = Passage.objects.filter(of_ref=row.ref, until_version=changed, since_version__lt=changed)
    count = begun.update(replaced_at=now, until_version=changed) + ended.update(replaced_at=None, until_version=None)
    return count > 0


def standing_text(row: About, part: str) -> str:
    """What stands in one part, whoever asks: for a deed that keeps a column in step with it."""
    found = _standing(row).filter(part=part).first()
    return found.text if found else ""


def _standing(row: About) -> QuerySet[Passage]:
    return Passage.objects.filter(of_ref=row.ref, replaced_at=None)


def is_there_already(rows: Collection[About], said: Mapping[str, str]) -> bool:
    """Whether one of these rows, all of them the writer's own, says just this."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one in Passage.objects.filter(of_ref__in=[row.ref for row in rows], replaced_at=None):
        found[one.of_ref][one.part] = one.text
    filled = {part: text for part, text in said.items() if text}
    return any(texts == filled for texts in found.values())
