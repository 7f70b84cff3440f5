"""What a professional told, and what became of it: for them alone, and without anything they did not know."""

import datetime as dt

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import front_door_phone
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.cases.cards import about_of, challenge_cards, contact_clock, decision_cards, first_decisions
from kith.apps.cases.models import Challenge, Contact
from kith.apps.cases.projections import SentLine, SentPage
from kith.apps.cases.rules import ALLEGATION
from kith.apps.cases.sight import require_sender, sent_by

MOST_SENT = 50
RECEIVED, DECIDED, AGAIN = "The front door has it", "Decided", "A second look is taken"
TO_OFFICER = "With the designated officer, who gets in touch"
ABOUT_ADULT = "An adult who works with children"


def require_to_send(actor: Actor, *, now: dt.datetime) -> None:
    require_sender(actor, now=now)


def sent_list(actor: Actor, *, now: dt.datetime) -> tuple[SentLine, ...]:
    """The newest first."""
    require_sender(actor, now=now)
    rows = list(sent_by(actor).order_by("-received_at", "-pk")[:MOST_SENT])
    decided = first_decisions(rows)
    note_listed(row.ref for row in rows)
    return tuple(_line(row, row.pk in decided) for row in rows)


def sent_page(actor: Actor, contact_ref: str, *, now: dt.datetime) -> SentPage:
    """Of what went to the designated officer there is no such page: nobody may read it over somebody's shoulder."""
    decision = require_sender(actor, now=now)
    row = sent_by(actor).exclude(kind=ALLEGATION).filter(ref=contact_ref).first()
    if row is None:
        raise NothingHere
    note_opened(row.ref, decision=decision)
    first = first_decisions([row]).get(row.pk)
    return SentPage(
        line=_line(row, first is not None),
        version=row.version,
        words=row.words,
        clock=contact_clock(row, first, now=now),
        decisions=decision_cards(row.pk),
        may_challenge=not row.waits and not Challenge.objects.filter(contact=row).exists(),
        challenges=challenge_cards(row.pk),
        front_door=front_door_phone(),
    )


def _line(row: Contact, is_decided: bool) -> SentLine:
    is_closed = row.kind == ALLEGATION
    return SentLine(
        ref=row.ref,
        reference=row.reference,
        about=ABOUT_ADULT if is_closed else about_of(row),
        sent_at=row.received_at,
        state=TO_OFFICER if is_closed else _state(row, is_decided),
        opens=not is_closed,
    )


def _state(row: Contact, is_decided: bool) -> str:
    if not is_decided:
        return RECEIVED
    return AGAIN if row.waits else DECIDED
