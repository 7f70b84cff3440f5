"""Sets as they are kept: opened with their key, added to inside a deed, and ended by destroying it."""

import datetime as dt
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kith.apps.access.queries import NothingHere, target_of
from kith.apps.pseudonyms.choosing import LEFT, PERSON, WORD, Wanted, chosen, mark_of
from kith.apps.pseudonyms.models import StandIn, StandInSet
from kith.apps.pseudonyms.vocabulary import SHIFTED, listed_in
from kith.apps.records.base import next_ref, open_sealed, require_version, seal
from kith.kernel.errors import KithError
from kith.kernel.folding import folded

SEALED_FOR = "stand-ins"
KEY_BYTES = 32
FEWEST_WEEKS, MOST_WEEKS = 5, 155  # back in time, where no day lies ahead; whole weeks keep weekdays true
CODE_SIGNS = 8


class CannotMake(KithError):
    """A copy with stand-ins, or the set for one, cannot be made as it was asked for."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One stand-in, opened. `of` is what it is for, where that is no person; `person` their ref, where it is one."""

    kind: str
    mark: str
    word: str
    of: str
    person: str
    is_alias: bool


@dataclass(frozen=True)
class OpenSet:
    """A set whose key is there, with all its stand-ins in the order in which they were drawn."""

    row: StandInSet
    key: bytes
    moved_by: int
    kept: tuple[Kept, ...]

    @property
    def people(self) -> Mapping[str, str]:
        """By their ref; of two records that are one person now, the one that was kept has its own."""
        found: dict[str, str] = {}
        for one in sorted(self.kept, key=lambda one: one.is_alias):
            if one.person:
                found.setdefault(one.person, one.word)
        return found

    def word_for(self, kind: str, identity: str) -> str:
        mark = mark_of(self.key, kind, identity)
        return next((one.word for one in self.kept if one.mark == mark), "")

    def of_kind(self, kind: str) -> Mapping[str, str]:
        """Stand-ins by what they are for."""
        return {one.of: one.word for one in self.kept if one.kind == kind}


def new_code() -> str:
    """Eight signs that stand in every copy of a set and say nothing of anybody.

    >>> len(new_code())
    9
    """
    signs = next_ref()[-CODE_SIGNS:].upper()
    return f"{signs[:4]}-{signs[4:]}"


def sealed_key(row: StandInSet) -> str:
    """A new key for a new set, and by how many days its copies are moved."""
    weeks = FEWEST_WEEKS + secrets.randbelow(MOST_WEEKS - FEWEST_WEEKS + 1)
    moved_by = -7 * weeks if row.dates == SHIFTED else 0
    told = {"key": secrets.token_hex(KEY_BYTES), "moved_by": moved_by}
    return seal(json.dumps(told), purpose=SEALED_FOR, bound_to=row.ref)


def set_of(child_ref: str, set_ref: str) -> StandInSet:
    """For a caller that has decided about the child."""
    row: StandInSet | None = StandInSet.objects.filter(subject__ref=child_ref, ref=set_ref).first()
    if row is None:
        raise NothingHere
    return row


def held_set(child_ref: str, set_ref: str, *, version: int | None = None) -> OpenSet:
    """Inside a deed: nobody else draws from it meanwhile."""
    row = StandInSet.objects.select_for_update(of=("self",)).filter(subject__ref=child_ref, ref=set_ref).first()
    if row is None:
        raise NothingHere
    if version is not None:
        require_version(row, version)
    return opened(row)


def opened(row: StandInSet) -> OpenSet:
    """Raises CannotMake where its key is destroyed."""
    if not row.sealed:
        raise CannotMake("The list of this set is destroyed. Begin a new one; its stand-ins will be others.")
    told = json.loads(open_sealed(row.sealed, purpose=SEALED_FOR, bound_to=row.ref))
    rows = StandIn.objects.filter(of_set=row).select_related("subject").order_by("pk")
    return OpenSet(row, bytes.fromhex(told["key"]), int(told["moved_by"]), tuple(_kept(row, one) for one in rows))


def _kept(row: StandInSet, one: StandIn) -> Kept:
    told = json.loads(open_sealed(one.sealed, purpose=SEALED_FOR, bound_to=f"{row.ref}\n{one.mark}"))
    person = one.subject.ref if one.subject else ""
    return Kept(one.kind, one.mark, told["word"], told["of"], person, bool(one.merge_ref))


def draw_for(held: OpenSet, wanted: Mapping[Wanted, str], *, avoided: Iterable[str]) -> OpenSet:
    """Inside a deed: a stand-in for whoever has none yet; `wanted` with what each is for, in words."""
    people, marks = held.people, {one.mark for one in held.kept}
    missing = {one: of for one, of in wanted.items() if not _has(held, one, people, marks)}
    if not missing:
        return held
    taken, pool = [one.word for one in held.kept], listed_in("names", "pool")
    words = chosen(held.key, missing, taken=taken, pool=pool, avoided=frozenset(avoided))
    StandIn.objects.bulk_create(_rows(held, missing, words))
    return opened(held.row)


def _has(held: OpenSet, one: Wanted, people: Mapping[str, str], marks: set[str]) -> bool:
    if one.kind == PERSON and one.identity in people:
        return True
    return mark_of(held.key, one.kind, one.identity) in marks


def _rows(held: OpenSet, missing: Mapping[Wanted, str], words: Mapping[Wanted, str]) -> Iterator[StandIn]:
    for one, of in missing.items():
        mark = mark_of(held.key, one.kind, one.identity)
        is_person = one.kind == PERSON
        told = json.dumps({"word": words[one], "of": "" if is_person else of}, ensure_ascii=False)
        row = StandIn(of_set=held.row, kind=one.kind, mark=mark)
        row.subject_id = target_of(one.identity).id if is_person else None
        row.sealed = seal(told, purpose=SEALED_FOR, bound_to=f"{held.row.ref}\n{mark}")
        yield row


def say_of_words(held: OpenSet, kinds: Mapping[str, str]) -> None:
    """Inside a deed: whether each word is hidden or left, by the word; who has a stand-in keeps it either way."""
    for word, kind in kinds.items():
        mark = mark_of(held.key, WORD, folded(word))
        StandIn.objects.filter(of_set=held.row, mark=mark, kind__in=(WORD, LEFT)).update(kind=kind)


def destroy_key(row: StandInSet, *, now: dt.datetime) -> None:
    """Inside a deed or a load: from now on nobody can say whose stand-ins these were."""
    StandIn.objects.filter(of_set=row).delete()
    row.sealed, row.ended_at, row.version = "", now, row.version + 1
    row.save()
