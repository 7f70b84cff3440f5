"""Lifting a seal, by two people: somebody on its list proposes, a second person who could confirm it decides."""

import datetime as dt

from kith.apps.access.models import Proposal
from kith.apps.access.queries.on_list import require_on_list
from kith.apps.access.seal_hooks import tell_of_change
from kith.apps.access.seconds import LIFT_SEAL
from kith.apps.access.services.proposals import CannotPropose, Wish, propose
from kith.apps.access.services.seals import locked, scopes_of, scopes_told
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed


def propose_lift(*, by: Actor, seal_ref: str, why: str, now: dt.datetime) -> str:
    """Propose that a confirmed seal is lifted; the proposal's ref."""
    seal, decision = require_on_list(by, seal_ref, now=now)
    if seal.confirmed_at is None:
        raise CannotPropose("Nobody has confirmed the seal yet. It cannot be lifted before that.")
    wish = Wish(deed=LIFT_SEAL, about=seal.ref, why=why, subject=seal.subject)
    return propose(wish, by=by, decision=decision, now=now)


def lift(proposal: Proposal, act: Deed, now: dt.datetime) -> None:
    """What the seal covered is open again to whoever the other rules let in, from this moment on."""
    row = locked(proposal.about)
    if row.lifted_at is not None:
        raise CannotPropose("The seal has been lifted already.")
    row.lifted_at = now
    row.save(update_fields=["lifted_at"])
    scopes = scopes_of(row)
    tell_of_change(scopes_told(scopes), now=now)
    act.touches(*(scope.subject.ref for scope in scopes))
    act.notes(seal=row.ref, kind=row.kind)
