"""When a list of people may be invited, and the sentence that says why not yet. No queries."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kith.apps.occasions.kinds import SAFE, invitation_answers
from kith.apps.occasions.projections import InvitationCard, InvitationSaid, RowSaid
from kith.apps.occasions.saying import CannotKeep
from kith.kernel.text import LIMITS, cleaned

NOBODY_SAID = "Nobody has said yet whether it is safe that they have this page. Answer that first."
NOBODY = "Nobody on the list waits to be invited."
SAID_NO = "said no to the family being told, and can decide this. Ask again before anybody is invited."
CHILD_SAID_NO = "said_no"


def sound_invitation(said: InvitationSaid, *, waits: bool) -> InvitationSaid:
    """Nobody is safe to invite while it is open whether contact with them is safe at all."""
    sound = sound_answer(said)
    if waits and sound.safety == SAFE:
        raise CannotKeep("It is open whether contact with this parent is safe. Answer that on their own page first.")
    return sound


def sound_answer(said: InvitationSaid) -> InvitationSaid:
    hurt = cleaned(said.hurt, limit=LIMITS["line"])
    if said.safety not in invitation_answers():
        raise CannotKeep("Choose one of the answers that are offered.")
    if not hurt:
        raise CannotKeep("Say who could be hurt. “Nobody that we know of” is an answer, once somebody has asked.")
    return replace(said, hurt=hurt)


def waiting(cards: Iterable[InvitationCard]) -> tuple[InvitationCard, ...]:
    return tuple(card for card in cards if not card.is_sent)


def not_yet(cards: Sequence[InvitationCard], child_said: str, called: str) -> str:
    """Why the list does not go out; nothing where it may."""
    to_go = waiting(cards)
    unanswered = [card.name for card in to_go if not card.is_answered]
    if child_said == CHILD_SAID_NO:
        return f"{called} {SAID_NO}"
    if unanswered:
        return f"Nothing goes out yet. Nobody has answered whether it is safe to invite {', '.join(unanswered)}."
    if held_back := [card.name for card in to_go if card.waits and card.said.safety == SAFE]:
        return f"Nothing goes out yet. It is open whether contact with {', '.join(held_back)} is safe."
    return "" if to_go else NOBODY


def row_of(said: RowSaid, card: InvitationCard, *, on: dt.date, by: str, reason: str) -> RowSaid:
    """What stands in the ledger of somebody on the list that went out: invited; or that it is not safe, and why."""
    if card.said.safety == SAFE:
        return replace(said, invited_on=on, invited_by=by)
    return replace(said, why_not=reason, why_words=card.said.hurt)
