"""Which parts of a young person's own page one viewer may read. Every read and deed begins here.

Deciding about the child comes first; then what the young person chose for each part. Whoever wrote a part down at
their side goes on seeing it. An earlier version is as closed as the one that stands, and is gone once the young person
took the part off their page.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import decide, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.ownpages.models import NamedReader, Part, StillRight, Telling
from kith.apps.ownpages.vocabulary import EVERYBODY, NAMED, NAMING, sections
from kith.apps.people.queries import Says, sieve, sieve_to_take
from kith.apps.records.base import prepared


@dataclass(frozen=True)
class Around:
    """The parts of one page that one viewer may read, by section, and what stands beside them."""

    standing: tuple[Part, ...]
    earlier: Mapping[str, Sequence[Part]]  # by thread, the newest first
    named: Mapping[int, frozenset[str]]
    right: Mapping[int, Telling]  # by part, when they last said again that it is right

    @property
    def mark(self) -> str:
        """Of what the viewer was shown: another one means that somebody was first."""
        return mark_of(part.ref for part in self.standing)

    def keyed(self) -> Iterator[tuple[str, str, Part | None]]:
        """Every section with its key in a form, its name, and the part that stands there; a second part of one section
        has a number behind its key. Keys stay when a part is written anew, so no words are lost."""
        for section in sections():
            here = [row for row in self.standing if row.section == section]
            yield section, section, here[0] if here else None
            yield from ((f"{section}-{number}", section, row) for number, row in enumerate(here[1:], 2))


def mark_of(refs: Iterable[str]) -> str:
    said = ".".join(sorted(refs))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def may(actor: Actor, action: Action, child_ref: str, *, now: dt.datetime) -> bool:
    """Without a refusal, for what a page offers."""
    return role_may(actor, action) and decide(actor, action, child_ref, now=now).allowed


def around(actor: Actor, child_ref: str, *, is_copy: bool = False, now: dt.datetime) -> Around:
    """For a caller that has its decision about the child."""
    rows = list(_parts_of(child_ref=child_ref))
    named = _named_of([row.pk for row in rows if row.readers in NAMING])
    says = (sieve_to_take if is_copy else sieve)(actor, [child_ref], now=now) if rows else None
    open_ = [row for row in rows if says and _is_for(actor, row, named) and _is_whole(row, says)]
    standing = sorted((row for row in open_ if row.ended_by_id is None), key=_place)
    threads = {row.thread for row in standing}
    earlier: dict[str, list[Part]] = defaultdict(list)
    for row in open_:
        if row.ended_by_id is not None and row.thread in threads:
            earlier[row.thread].insert(0, row)
    return Around(tuple(standing), earlier, named, _right_of([row.pk for row in standing]))


@prepared
def _parts_of(*, child_ref: str) -> QuerySet[Part]:
    return Part.objects.filter(subject__ref=child_ref).select_related("telling").order_by("pk")


def _named_of(keys: Collection[int]) -> Mapping[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for row in _readers_named(parts=keys) if keys else ():
        found[row.part_id].add(row.worker_ref)
    return {key: frozenset(refs) for key, refs in found.items()}


@prepared
def _readers_named(*, parts: Collection[int]) -> QuerySet[NamedReader]:
    return NamedReader.objects.filter(part_id__in=parts)


def _is_for(actor: Actor, row: Part, named: Mapping[int, frozenset[str]]) -> bool:
    """Whoever is named: as the only readers of a part, or as those from whom it is kept."""
    if row.recorded_by_id == actor.id or row.readers == EVERYBODY:
        return True
    return row.readers in NAMING and (actor.ref in named.get(row.pk, ())) == (row.readers == NAMED)


def _is_whole(row: Part, says: Says) -> bool:
    """Words in which something stands that is sealed to the viewer are not there, as everywhere."""
    return says(row.text, by=row.recorded_by_id) == row.text


def _place(row: Part) -> tuple[int, int]:
    return list(sections()).index(row.section), row.pk


def _right_of(keys: Collection[int]) -> Mapping[int, Telling]:
    rows = _said_again(parts=keys) if keys else ()
    return {row.part_id: row.telling for row in sorted(rows, key=lambda row: row.telling.on_day)}


@prepared
def _said_again(*, parts: Collection[int]) -> QuerySet[StillRight]:
    return StillRight.objects.filter(part_id__in=parts).select_related("telling").order_by("pk")
