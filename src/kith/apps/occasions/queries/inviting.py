"""Who is to be invited to an occasion, and whether that is safe, as far as the viewer sees them."""

import datetime as dt
from collections.abc import Iterable

from kith.apps.access.queries import day_of, decide
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.occasions.actions import READ
from kith.apps.occasions.inviting import not_yet
from kith.apps.occasions.kinds import invitation_answers
from kith.apps.occasions.models import ChildAnswer, Invitation
from kith.apps.occasions.projections import InvitationCard, InvitationSaid, InvitationsPage, LoopPage
from kith.apps.occasions.queries.ledger import Ledger, loop_page, may_keep
from kith.apps.occasions.queries.parents import kept_parents, not_known_to_be_safe
from kith.apps.occasions.sight import OCCASION, Family, family_round
from kith.apps.people.queries import Texts


def invitations_page(actor: Actor, child_ref: str, occasion_ref: str, *, now: dt.datetime) -> InvitationsPage:
    _, family = family_round(actor, child_ref, READ, now=now)
    ledger = Ledger(actor, child_ref, family, now=now)
    cards = invitation_cards(child_ref, occasion_ref, family, ledger.texts, now=now)
    return InvitationsPage(
        card=ledger.card(occasion_ref),
        invitations=cards,
        not_yet=not_yet(cards, child_said(child_ref, occasion_ref), family.first_name),
        may_keep=may_keep(actor, child_ref, now=now),
    )


def in_the_loop(actor: Actor, child_ref: str, *, now: dt.datetime) -> LoopPage | None:
    """For a page that the viewer reads already; nothing where the ledger is not theirs to see."""
    if not decide(actor, READ, child_ref, now=now, kind=OCCASION).allowed:
        return None
    return loop_page(actor, child_ref, now=now)


def invitation_cards(
    child_ref: str, occasion_ref: str, family: Family, texts: Texts, *, now: dt.datetime
) -> tuple[InvitationCard, ...]:
    """Of those who may be named; an answer whose words are closed to the viewer is none to them."""
    found = Invitation.objects.filter(subject__ref=child_ref, occasion_ref=occasion_ref, withdrawn_at=None)
    rows = [row for row in found.select_related("person").order_by("pk") if row.person.ref in family.names]
    unsure = not_known_to_be_safe(family, kept_parents(child_ref, family), texts, day_of(now))
    return tuple(_cards(rows, family, unsure, texts))


def _cards(rows: Iterable[Invitation], family: Family, unsure: Iterable[str], texts: Texts) -> Iterable[InvitationCard]:
    workers = worker_cards({row.recorded_by_id for row in rows})
    for row in rows:
        hurt = texts(row, "hurt")
        safety = row.safety if hurt else ""
        yield InvitationCard(
            ref=row.ref,
            version=row.version,
            person_ref=row.person.ref,
            name=family.names[row.person.ref],
            said=InvitationSaid(safety=safety, hurt=hurt),
            says=invitation_answers().get(safety, ""),
            waits=row.person.ref in unsure,
            is_sent=row.sent_at is not None,
            recorded_by=workers[row.recorded_by_id].at_agency,
        )


def child_said(child_ref: str, occasion_ref: str) -> str:
    """The last answer of the child to the family being told of it."""
    rows = ChildAnswer.objects.filter(subject__ref=child_ref, occasion_ref=occasion_ref)
    return str(rows.order_by("-asked_on", "-pk").values_list("answer", flat=True).first() or "")
