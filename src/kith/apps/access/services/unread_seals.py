"""Seals that nobody on their list can read: found once a day, and opened to a reader whom two people name.

Both see what kind of seal it is, why, and who set it, and never what is sealed; neither may be the reader.
"""

import datetime as dt

from kith.apps.access import events
from kith.apps.access.models import Proposal, Seal, SealReader
from kith.apps.access.moments import active_seal
from kith.apps.access.queries.on_list import require_second
from kith.apps.access.seal_readers import able_to_read, readers_on
from kith.apps.access.seconds import NAME_READER
from kith.apps.access.services.proposals import CannotPropose, Wish, propose
from kith.apps.access.services.seals import locked
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import ids_of_workers
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import Deed, load


def note_unread_seals(*, by: Doer, now: dt.datetime) -> int:
    """How many there are; each keeps since when, for whoever may help."""
    active = list(Seal.objects.filter(active_seal(now)).select_related("subject").order_by("pk"))
    unread = {seal.pk for seal in active if _is_unread(seal, now)}
    new = [seal.pk for seal in active if seal.pk in unread and seal.unread_since is None]
    over = [seal.pk for seal in active if seal.pk not in unread and seal.unread_since is not None]
    if new or over:
        with load(events.SEALS_UNREAD, by=by, now=now, payload={"new": len(new), "over": len(over)}):
            Seal.objects.filter(pk__in=new).update(unread_since=now)
            Seal.objects.filter(pk__in=over).update(unread_since=None)
    return len(unread)


def _is_unread(seal: Seal, now: dt.datetime) -> bool:
    return not able_to_read(seal, readers_on(seal, now=now), now=now)


def propose_reader(*, by: Actor, seal_ref: str, user_ref: str, why: str, now: dt.datetime) -> str:
    """Propose somebody else for the list; the proposal's ref."""
    seal, decision = require_second(by, seal_ref, now=now)
    _require_unread(seal, now)
    if user_ref == by.ref:
        raise CannotPropose("Nobody puts themselves on a list. Choose somebody who works with them.")
    _key_of(user_ref)
    wish = Wish(deed=NAME_READER, about=seal.ref, wish=user_ref, why=why, subject=seal.subject)
    return propose(wish, by=by, decision=decision, now=now)


def name_reader(proposal: Proposal, act: Deed, now: dt.datetime) -> None:
    """From their next request on, as far as all other rules open it to them."""
    row = locked(proposal.about)
    _require_unread(row, now)
    SealReader(seal=row, user_id=_key_of(proposal.wish), since_at=now).save(force_insert=True)
    row.unread_since = None
    row.save(update_fields=["unread_since"])
    act.changed(row.subject.ref, after={"reader": proposal.wish})
    act.notes(seal=row.ref, kind=row.kind)


def _require_unread(seal: Seal, now: dt.datetime) -> None:
    if seal.lifted_at is not None:
        raise CannotPropose("The seal has been lifted. There is no list any more.")
    if not _is_unread(seal, now):
        raise CannotPropose("Somebody on its list can read it. They put others on the list.")


def _key_of(user_ref: str) -> int:
    found = ids_of_workers([user_ref]).get(user_ref)
    if found is None:
        raise CannotPropose("They do not work here any more. Choose somebody else.")
    return found
