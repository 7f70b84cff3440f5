"""The texts of voices and waitings: read as one viewer may see them, and written anew without losing any."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor
from kith.apps.people.queries import Says
from kith.apps.records.base import prepared
from kith.apps.voices.models import About, Passage
from kith.apps.voices.sight import sieve_of


@dataclass(frozen=True)
class Texts:
    """Passages by the ref of their row: what stands, by part, and what stood before, the newest first."""

    standing: Mapping[str, Mapping[str, Passage]]
    earlier: Mapping[str, list[Passage]]
    says: Says

    def of(self, row: About, part: str) -> str:
        """As the viewer may see it: whole, or nothing."""
        found = self.standing.get(row.ref, {}).get(part)
        return self.says(found.text, by=found.recorded_by_id) if found else ""

    def last(self, row: About) -> Passage | None:
        """What was written last of what the viewer sees."""
        seen = [one for part, one in self.standing.get(row.ref, {}).items() if self.of(row, part)]
        return max(seen, key=lambda one: one.pk, default=None)

    @property
    def writers(self) -> set[int]:
        standing = (one for parts in self.standing.values() for one in parts.values())
        return {one.recorded_by_id for one in (*standing, *(one for rows in self.earlier.values() for one in rows))}


def read_texts(actor: Actor, child_ref: str, rows: Collection[About], *, now: dt.datetime) -> Texts:
    standing: dict[str, dict[str, Passage]] = defaultdict(dict)
    earlier: dict[str, list[Passage]] = defaultdict(list)
    for one in _passages_of(refs=[row.ref for row in rows]):
        if one.replaced_at is None:
            standing[one.of_ref][one.part] = one
        else:
            earlier[one.of_ref].append(one)
    return Texts(standing, earlier, sieve_of(actor, child_ref, now=now))


@prepared
def _passages_of(*, refs: Collection[str]) -> QuerySet[Passage]:
    return Passage.objects.filter(of_ref__in=refs).order_by("-pk")


def write_texts(by: Actor, row: About, said: Mapping[str, str], texts: Texts | None, *, now: dt.datetime) -> None:
    """Inside a deed. A part that comes back as the writer was shown it stays as it is, with whoever wrote it; so does
    one that is closed to the writer and that they left empty."""
    for part, text in said.items():
        if texts is not None and text == texts.of(row, part):
            continue
        Passage.objects.filter(of_ref=row.ref, part=part, replaced_at=None).update(replaced_at=now)
        if text:
            one = Passage(of_ref=row.ref, part=part, text=text, recorded_by_id=by.id, recorded_at=now)
            one.subject_id = row.subject_id
            one.save(force_insert=True)


def is_there_already(rows: Collection[About], said: Mapping[str, str]) -> bool:
    """Whether one of these rows, all of them the writer's own, says just this."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one in Passage.objects.filter(of_ref__in=[row.ref for row in rows], replaced_at=None):
        found[one.of_ref][one.part] = one.text
    filled = {part: text for part, text in said.items() if text}
    return any(texts == filled for texts in found.values())
