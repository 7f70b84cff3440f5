"""Which rows of a child's chronology one viewer may see. Every read and deed begins here."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import NamedTuple

from django.db.models import Q, QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import Cut, NothingHere, decide, role_may, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.actions import READ, WRITE
from kith.apps.chronologies.models import Entry, EntryChild
from kith.apps.chronologies.rules import brothers_and_sisters
from kith.apps.chronologies.vocabulary import HAPPENED, for_own_agency
from kith.apps.people.queries import children_at_home, family_of, first_name_of, names_of
from kith.apps.records.base import remembered, require_version

EVENT = "event"


class OtherChild(NamedTuple):
    """A child about whom the same row may be written."""

    ref: str
    first_name: str
    name: str


class RoleInRow(NamedTuple):
    """A child in a row, and what it was for them."""

    entry_id: int
    ref: str
    subject_id: int
    role: str


def may_read(actor: Actor, child_ref: str, *, now: dt.datetime) -> bool:
    """Without a refusal, for what a page offers."""
    return role_may(actor, READ) and decide(actor, READ, child_ref, now=now, kind=EVENT).allowed


def may_read_with(actor: Actor, action: Action, child_ref: str, *, now: dt.datetime) -> bool:
    """Whether a page offers something further to whoever reads the chronology."""
    return may_read(actor, child_ref, now=now) and decide(actor, action, child_ref, now=now, kind=EVENT).allowed


def may_write(actor: Actor, child_ref: str, *, now: dt.datetime) -> bool:
    """Whether a page offers to write a row down."""
    return may_do(actor, WRITE, child_ref, now=now)


def may_begin(actor: Actor) -> bool:
    """Whether the actor's role writes rows at all, for what a page offers beside their own children."""
    return role_may(actor, WRITE)


def may_do(actor: Actor, action: Action, child_ref: str, *, now: dt.datetime) -> bool:
    """The same for what no share opens."""
    return role_may(actor, action) and decide(actor, action, child_ref, now=now).allowed


def entries_of(actor: Actor, child_ref: str, *, now: dt.datetime) -> QuerySet[Entry]:
    """Rows that stand in a child's chronology, withdrawn ones too, for a caller that has its decision about the child.

    Not those under a seal on whose list the actor is not, those kept for another agency, or those that are about a
    further child who is not there for the actor: such a row tells of them, whatever it says.
    """
    # By key: that a child has thousands of rows a database knows of the key alone, and plans for it.
    of_child = EntryChild.objects.filter(subject_id=target_of(child_ref).id, stands_in=True).values("entry_id")
    rows = Entry.objects.filter(pk__in=of_child)
    rows = rows.filter(~Q(restriction__in=for_own_agency()) | Q(agency_id=actor.agency_id))
    if unseen := _unseen_beside(actor, child_ref, now):
        rows = rows.exclude(pk__in=EntryChild.objects.filter(subject_id__in=unseen).values("entry_id"))
    return Cut(actor, READ, now=now).open_rows(rows)


def roles_in_rows(child_ref: str) -> Sequence[RoleInRow]:
    """Whoever else rows are about in which this child is, and what was something else for the child than that it
    happened to them; for a caller that has its decision about the child."""
    return remembered((RoleInRow, child_ref), lambda: _roles_in_rows(target_of(child_ref).id))


def _roles_in_rows(child_id: int) -> Sequence[RoleInRow]:
    of_child = EntryChild.objects.filter(subject_id=child_id).values("entry_id")
    told = EntryChild.objects.filter(entry_id__in=of_child).exclude(subject_id=child_id, role=HAPPENED).order_by("pk")
    return [RoleInRow(*row) for row in told.values_list("entry_id", "subject__ref", "subject_id", "role")]


def _unseen_beside(actor: Actor, child_ref: str, now: dt.datetime) -> Collection[int]:
    """Of the other children in rows of this child, those whom the actor may not read."""
    beside = {one.ref: one.subject_id for one in roles_in_rows(child_ref) if one.ref != child_ref}
    seen = names_of(actor, list(beside), now=now, shows=False) if beside else {}
    return [key for ref, key in beside.items() if ref not in seen]


def others_to_write_about(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[OtherChild, ...]:
    """Brothers, sisters and children of the same homes, as far as the actor may write about them too."""
    network = family_of(actor, child_ref, now=now).network
    people = {one.id: OtherChild(one.id, first_name_of(one), one.full_name) for one in network.persons}
    found = {ref: people[ref] for ref in brothers_and_sisters(network, child_ref)}
    at_home = children_at_home(actor, [child_ref], now=now)
    found |= {child.ref: OtherChild(child.ref, child.first_name, child.name) for child in at_home}
    return tuple(one for one in found.values() if may_do(actor, WRITE, one.ref, now=now))


def held(by: Actor, child_ref: str, row_ref: str, *, version: int, now: dt.datetime, is_out: bool = False) -> Entry:
    """Inside a deed: a row of the actor's own agency, that stands or was withdrawn; a version not its own is stale."""
    rows = entries_of(by, child_ref, now=now).filter(agency_id=by.agency_id, ref=row_ref)
    row: Entry | None = rows.filter(withdrawn_at__isnull=not is_out).select_for_update(of=("self",)).first()
    if row is None:
        raise NothingHere
    require_version(row, version)
    return row
