"""Which contacts somebody may read, for each of the four who read them. Every read and deed begins here."""

import datetime as dt

from django.db.models import Q, QuerySet

from kith.apps.access.queries import require_by_role, role_may, visible
from kith.apps.agencies.projections import Actor
from kith.apps.cases.actions import KEEP_ALLEGATIONS, KEEP_RULES, READ, SEE_RULES, SEND, TRIAGE
from kith.apps.cases.models import Contact, ContactPerson, KeptFrom, LetIn
from kith.apps.cases.rules import ALLEGATION
from kith.kernel.decisions import Decision

CONTACT = "contact"
PURPOSE = "front_door"


def may_triage(actor: Actor) -> bool:
    return role_may(actor, TRIAGE)


def require_front_door(actor: Actor, *, now: dt.datetime) -> Decision:
    return require_by_role(actor, TRIAGE, now=now)


def at_front_door(actor: Actor, *, now: dt.datetime) -> QuerySet[Contact]:
    """Contacts of the front door, without those about somebody who is closed to the actor: sealed, or close to them."""
    return readable(actor, now=now, purpose=PURPOSE)


def readable(actor: Actor, *, now: dt.datetime, purpose: str | None = None) -> QuerySet[Contact]:
    """Contacts that are linked to nobody closed to the actor. For what is linked to nobody at all, ask the role too."""
    linked = ContactPerson.objects.filter(ended_at=None)
    open_to_actor = visible(actor, READ, linked, now=now, purpose=purpose, kind=CONTACT)
    closed = linked.exclude(pk__in=open_to_actor.values("pk"))
    return Contact.objects.exclude(kind=ALLEGATION).exclude(pk__in=closed.values("contact_id"))


def may_keep_allegations(actor: Actor) -> bool:
    return role_may(actor, KEEP_ALLEGATIONS)


def require_designated_officer(actor: Actor, *, now: dt.datetime) -> Decision:
    return require_by_role(actor, KEEP_ALLEGATIONS, now=now)


def allegations(actor: Actor) -> QuerySet[Contact]:
    """The closed queue, without what is kept from this officer: about them, their team or their employer.

    Where that was wrong, another officer has let them in.
    """
    theirs = Q(user_id=actor.id) | Q(organisation_id=actor.agency_id) | Q(team_id__in=actor.team_ids)
    kept = KeptFrom.objects.filter(theirs)
    let_in = LetIn.objects.filter(user_id=actor.id, ended_at=None)
    is_open = ~Q(pk__in=kept.values("contact_id")) | Q(pk__in=let_in.values("contact_id"))
    return Contact.objects.filter(is_open, kind=ALLEGATION)


def may_send(actor: Actor) -> bool:
    return role_may(actor, SEND)


def require_sender(actor: Actor, *, now: dt.datetime) -> Decision:
    return require_by_role(actor, SEND, now=now)


def sent_by(actor: Actor) -> QuerySet[Contact]:
    return Contact.objects.filter(sent_by_id=actor.id)


def may_see_rules(actor: Actor) -> bool:
    return role_may(actor, SEE_RULES)


def require_to_see_rules(actor: Actor, *, now: dt.datetime) -> Decision:
    return require_by_role(actor, SEE_RULES, now=now)


def may_keep_rules(actor: Actor) -> bool:
    return role_may(actor, KEEP_RULES)


def require_to_keep_rules(actor: Actor, *, now: dt.datetime) -> Decision:
    return require_by_role(actor, KEEP_RULES, now=now)
