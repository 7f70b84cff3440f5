"""Editions by the names they are called, and their rows as they stood on their day; reads about them begin here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from string import ascii_lowercase

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.models import Edition, EditionRow, Entry, Telling
from kith.apps.chronologies.sight import entries_of
from kith.apps.chronologies.told import Beside, Reader, beside
from kith.apps.chronologies.vocabulary import for_own_agency


def edition_of(child_ref: str, edition_ref: str) -> Edition:
    """For a caller that has its decision about the child."""
    edition = Edition.objects.filter(subject__ref=child_ref, ref=edition_ref).first()
    if edition is None:
        raise NothingHere
    return edition


def next_number(subject_id: int) -> int:
    """Editions of this record are counted, those that a merge brought are not: parted again it shows no gap."""
    own = Edition.objects.filter(subject_id=subject_id, merge_ref="").order_by("-number").first()
    return own.number + 1 if own else 1


def called(editions: Iterable[Edition]) -> Mapping[int, str]:
    """What all editions of one child are called: by their number, with a letter for those of another record.

    A number that is on paper already stays as it was for the record that was kept; “1b” was the other record's first.
    """
    brought: Counter[int] = Counter()
    names = {}
    for one in sorted(editions, key=lambda row: (row.merge_ref != "", row.published_at, row.pk)):
        nth = brought[one.number] if one.merge_ref == "" else max(1, brought[one.number])
        names[one.pk] = f"{one.number}{_letter(nth)}"
        brought[one.number] = nth + 1
    return names


def _letter(nth: int) -> str:
    """
    >>> [_letter(nth) for nth in (0, 1, 25, 26)]
    ['', 'b', 'z', 'z26']
    """
    if nth == 0:
        return ""
    return ascii_lowercase[nth] if nth < len(ascii_lowercase) else f"z{nth}"


def rows_of_the_day(edition: Edition, reader: Reader) -> tuple[list[Entry], Beside]:
    """Rows that are open to the reader now and were then, with what each said on the day of the edition."""
    kept = {row.entry_id: row for row in EditionRow.objects.filter(edition=edition)}
    open_now = entries_of(reader.actor, reader.child_ref, now=reader.now)
    entries = [row for row in open_now if row.pk in kept and _was_open(row, kept[row.pk], reader.actor)]
    tellings = Telling.objects.in_bulk([kept[row.pk].telling_id for row in entries])
    then = {row.pk: tellings[kept[row.pk].telling_id] for row in entries}
    return entries, replace(beside(entries, reader), tellings=then)


def _was_open(row: Entry, then: EditionRow, actor: Actor) -> bool:
    return row.agency_id == actor.agency_id or then.restriction not in for_own_agency()
