"""Who is on a seal's list, and whom it must never reach. Only somebody on the list can find the seal at all."""

import datetime as dt

from kith.apps.access import events
from kith.apps.access.actions import KEEP_ANY_LIST
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.models import Seal, SealExclusion, SealReader
from kith.apps.access.moments import current_at
from kith.apps.access.queries.on_list import require_on_list
from kith.apps.access.services.seals import exclude, locked, subjects_to_exclude
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import ids_of_workers
from kith.apps.audit.services import deed
from kith.kernel.decisions import Decision
from kith.kernel.errors import KithError


class CannotChangeList(KithError):
    """The list of a seal cannot be changed in this way."""


def add_reader(*, by: Actor, seal_ref: str, user_ref: str, now: dt.datetime) -> None:
    """Put somebody who works here on the list."""
    decision = require_keeper(by, seal_ref, now=now)
    user_id = ids_of_workers([user_ref]).get(user_ref)
    if user_id is None:
        raise CannotChangeList("They do not work here any more. Choose somebody else.")
    with deed(events.SEAL_READER_ADDED, by=by, now=now, decision=decision) as act:
        row = _confirmed(seal_ref)
        if SealReader.objects.filter(current_at(now), seal=row, user_id=user_id).exists():
            raise CannotChangeList("They are on the list already.")
        SealReader(seal=row, user_id=user_id, since_at=now).save(force_insert=True)
        act.changed(row.subject.ref, after={"reader": user_ref})
        act.notes(seal=row.ref)


def end_reader(*, by: Actor, seal_ref: str, user_ref: str, now: dt.datetime) -> None:
    """Take somebody off the list; their next request does not open it any more."""
    decision = require_keeper(by, seal_ref, now=now)
    with deed(events.SEAL_READER_ENDED, by=by, now=now, decision=decision) as act:
        row = _confirmed(seal_ref)
        if row.set_by.ref == user_ref:
            raise CannotChangeList("Whoever set the seal stays on its list.")
        ended = SealReader.objects.filter(current_at(now), seal=row, user__ref=user_ref).update(until_at=now)
        if not ended:
            raise CannotChangeList("They are not on the list.")
        act.changed(row.subject.ref, before={"reader": user_ref})
        act.notes(seal=row.ref)


def exclude_person(*, by: Actor, seal_ref: str, person_ref: str, now: dt.datetime) -> None:
    """Name one more person whom it must never reach. That only closes, so it does not wait for anybody."""
    decision = require_keeper(by, seal_ref, now=now)
    about = Seal.objects.select_related("subject").get(ref=seal_ref).subject.ref
    ids = subjects_to_exclude(by, about, [person_ref], now=now)
    with deed(events.SEAL_EXCLUDED, by=by, now=now, decision=decision) as act:
        row = locked(seal_ref)
        if SealExclusion.objects.filter(seal=row, subject_id__in=ids, until_at=None).exists():
            raise CannotChangeList("It is kept from them already.")
        exclude(row, ids, now=now)
        act.changed(about, after={"excluded": person_ref})
        act.notes(seal=row.ref)


def require_keeper(actor: Actor, seal_ref: str, *, now: dt.datetime) -> Decision:
    """The decision, for whoever set the seal and for a manager on its list."""
    row, decision = require_on_list(actor, seal_ref, now=now)
    if row.set_by_id != actor.id and not decide_by_role(actor, KEEP_ANY_LIST).allowed:
        raise CannotChangeList("Only whoever set the seal, or a manager on its list, changes the list.")
    return decision


def _confirmed(seal_ref: str) -> Seal:
    row = locked(seal_ref)
    if row.lifted_at is not None:
        raise CannotChangeList("The seal has been lifted. There is no list any more.")
    if row.confirmed_at is None:
        raise CannotChangeList("Nobody has confirmed the seal yet. Until then its list stays as it was set.")
    return row
