"""Tables that somebody brings, as their bringer sees them; reads and deeds about them begin here."""

import datetime as dt

from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere, day_of, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agency_choices, agency_kinds, organisation_cards
from kith.apps.chronologies.brought_files import kept_tables
from kith.apps.chronologies.models import Bringing, Entry, HeadingChosen, Telling
from kith.apps.chronologies.projections.bringing import LEFT, TAKEN, UNDOING, BroughtCard, Plan, RowLeft
from kith.apps.chronologies.reading import CannotReadChronology, HeadingMap, Wanted, contribution_of
from kith.apps.chronologies.reading.knowledge import plain
from kith.apps.chronologies.sight import entries_of, others_to_write_about
from kith.apps.chronologies.taking_in import Bringer, plan_of
from kith.apps.chronologies.told import Reader, beside, row_cards
from kith.apps.files.projections import ReadTables
from kith.apps.records.base import require_version

NO_HEADINGS = "Choose which heading says when it was, and which says what happened. Without both, no row can be read."


def brought_of(actor: Actor, child_ref: str) -> QuerySet[Bringing]:
    """What the actor brought of a child and did not leave, for a caller that has its decision about the child."""
    own = Bringing.objects.filter(subject__ref=child_ref, brought_by_id=actor.id, agency_id=actor.agency_id)
    return own.exclude(state=LEFT)


def brought(actor: Actor, child_ref: str, ref: str) -> Bringing:
    row = brought_of(actor, child_ref).filter(ref=ref).first()
    if row is None:
        raise NothingHere
    return row


def held_bringing(by: Actor, child_ref: str, ref: str, *, version: int) -> Bringing:
    """Inside a deed; a version not its own is stale."""
    row = brought_of(by, child_ref).select_for_update(of=("self",)).filter(ref=ref).first()
    if row is None:
        raise NothingHere
    require_version(row, version)
    return row


def brought_card(actor: Actor, child_ref: str, row: Bringing, *, now: dt.datetime, name: str = "") -> BroughtCard:
    may_withdraw = may_put_back = 0
    if row.state in (TAKEN, UNDOING):
        may_withdraw, may_put_back = to_withdraw(row).count(), to_put_back(actor, child_ref, row, now=now).count()
    counts = {name: getattr(row, name) for name in ("to_do", "added", "corrected", "withdrawn", "why_undone")}
    return BroughtCard(
        ref=row.ref,
        version=row.version,
        name=name,
        brought_at=row.brought_at,
        state=row.state,
        may_withdraw=may_withdraw,
        may_put_back=may_put_back,
        **counts,
    )


def to_withdraw(row: Bringing) -> QuerySet[Entry]:
    """Rows that it added and that nobody has touched since."""
    return Entry.objects.filter(brought=row, withdrawn_at=None, version=1)


def to_put_back(actor: Actor, child_ref: str, row: Bringing, *, now: dt.datetime) -> QuerySet[Entry]:
    """Rows that it corrected and that say still what it said, of those that stand and are shown to its bringer."""
    its_words = Telling.objects.filter(brought=row, replaced_at=None).values("entry_id")
    return entries_of(actor, child_ref, now=now).filter(pk__in=its_words, withdrawn_at=None)


def left_as_they_are(
    actor: Actor, child_ref: str, row: Bringing, *, called: str, now: dt.datetime
) -> tuple[RowLeft, ...]:
    """Rows that it corrected, and somebody again since: undoing leaves those."""
    undone = Telling.objects.filter(undoes=row).values("entry_id")
    since = Telling.objects.filter(brought=row, replaced_at__isnull=False).exclude(entry__in=undone).values("entry_id")
    entries = list(entries_of(actor, child_ref, now=now).filter(pk__in=since, withdrawn_at=None).order_by("sorts_on"))
    reader = Reader(actor, child_ref, called, now)
    cards = row_cards(entries, beside(entries, reader), reader) if entries else ()
    return tuple(RowLeft(ref=card.ref, when=card.when) for card in cards)


def headings_of(actor: Actor, row: Bringing) -> HeadingMap:
    """What the bringer said of this file, else what was chosen in their agency before."""
    before = HeadingChosen.objects.filter(agency_id=actor.agency_id).values_list("heading", "field")
    return HeadingMap({**dict(before), **row.fields})


def plan(
    actor: Actor,
    child_ref: str,
    row: Bringing,
    read: ReadTables,
    *,
    names: tuple[str, ...],
    file: str,
    now: dt.datetime,
) -> Plan:
    """What taking it in would do now. Raises CannotReadChronology where no heading says when or what."""
    wanted = Wanted(
        agency=actor.agency_name, children=names[:1], headings=headings_of(actor, row), keeps_other_types=False
    )
    try:
        found = contribution_of(file, read, wanted)
    except CannotReadChronology:
        raise CannotReadChronology(NO_HEADINGS) from None
    own = list(entries_of(actor, child_ref, now=now).filter(agency_id=actor.agency_id))
    reader = Reader(actor, child_ref, names[-1], now)
    standing = tuple(row_cards(own, beside(own, reader), reader)) if own else ()
    return plan_of(found, standing, _bringer(actor, child_ref, names, now))


def _bringer(actor: Actor, child_ref: str, names: tuple[str, ...], now: dt.datetime) -> Bringer:
    kind = organisation_cards([actor.agency_id])[actor.agency_id].kind
    kinds = agency_kinds()
    others = {plain(name) for ref, name in agency_choices() if ref != actor.agency_ref}
    others |= {plain(word) for key, says in kinds.items() if key != kind for word in (key, says)}
    return Bringer(
        agency=actor.agency_name,
        agency_words=frozenset(plain(word) for word in (kind, kinds.get(kind, "")) if word),
        others=frozenset(others),
        names=names,
        also={one.ref: one.name for one in others_to_write_about(actor, child_ref, now=now)},
        bases=sharing_words("bases"),
        today=day_of(now),
    )


def opened(actor: Actor, child_ref: str, row: Bringing, *, now: dt.datetime) -> tuple[str, ReadTables]:
    """The name of the file and its tables, as long as it is kept."""
    if not row.file_ref:
        raise NothingHere
    return kept_tables(actor, child_ref, row, now=now)
