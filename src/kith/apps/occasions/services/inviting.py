"""The list of those who are to be invited to an occasion: made, answered for, and sent once everybody has an answer.

Kith sends nothing by itself. That the list goes out means that the people on it may be asked, and stands in the ledger.
"""

import datetime as dt
from collections.abc import Collection

from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.occasions import events
from kith.apps.occasions.cards import ROW_FACTS, ROW_TEXTS, columns_of
from kith.apps.occasions.inviting import not_yet, row_of, sound_invitation, waiting
from kith.apps.occasions.kinds import SAFE, UNSAFE, reasons_why_not
from kith.apps.occasions.models import Invitation, LedgerRow, Occasion
from kith.apps.occasions.projections import InvitationCard, InvitationSaid, RowSaid
from kith.apps.occasions.queries.inviting import child_said, invitation_cards
from kith.apps.occasions.saying import CannotKeep
from kith.apps.occasions.services.rows import Writing, held_row, write_row
from kith.apps.occasions.sight import Family, require_to_keep
from kith.apps.occasions.standing import Standing, require_standing
from kith.apps.people.queries import Texts, family_of, write_texts
from kith.apps.records.base import require_version

OF_PATH = "Who is invited to this meeting is kept on the path of help. Say it there."
OVER = "That day is over. Choose something that is still to come."
ALL_ON_IT = "Everybody whom you chose is on the list already."
MOST = 60


def list_invitations(
    *, by: Actor, child_ref: str, occasion_ref: str, person_refs: Collection[str], now: dt.datetime
) -> None:
    """Nobody is asked anything by being on it."""
    decision = require_to_keep(by, child_ref, now=now)
    family = Family(family_of(by, child_ref, now=now))
    with deed(events.INVITATIONS_LISTED, by=by, now=now, decision=decision) as act:
        occasion = _to_come(by, child_ref, occasion_ref, now)
        if not set(person_refs) <= set(family.names) - {child_ref}:
            raise NothingHere
        there = set(_on_list(child_ref, occasion.ref).values_list("person__ref", flat=True))
        new = [ref for ref in dict.fromkeys(person_refs) if ref not in there]
        if not new or len(new) > MOST:
            raise CannotKeep(ALL_ON_IT if not new else f"Choose {MOST} people at most.")
        for ref in new:
            row = Invitation(occasion_ref=occasion.ref, recorded_by_id=by.id, recorded_at=now)
            row.subject_id, row.person_id = target_of(child_ref).id, target_of(ref).id
            row.save(force_insert=True)
            act.changed(ref, after={"to_invite": occasion.ref})
        act.touches(child_ref)
        act.notes(occasion=occasion.ref, people=len(new))


def answer_invitation(
    *,
    by: Actor,
    child_ref: str,
    occasion_ref: str,
    invitation_ref: str,
    said: InvitationSaid,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """Whether it is safe, and who could be hurt."""
    decision, texts = require_to_keep(by, child_ref, now=now), Texts(by, [child_ref], now=now)
    family = Family(family_of(by, child_ref, now=now))
    with deed(events.INVITATION_ANSWERED, by=by, now=now, decision=decision) as act:
        occasion = require_standing(by, child_ref, occasion_ref, now=now)
        card = _card(invitation_cards(child_ref, occasion.ref, family, texts, now=now), invitation_ref)
        sound = sound_invitation(said, waits=card.waits)
        row = _held(child_ref, occasion.ref, invitation_ref, expected_version, family)
        before = {"safety": row.safety}
        row.safety = sound.safety
        before |= write_texts(row, {"hurt": said.hurt}, {"hurt": sound.hurt}, texts)
        row.recorded_by_id, row.recorded_at = by.id, now
        row.save()
        act.changed(card.person_ref, before=before, after={"safety": row.safety, "hurt": row.hurt})
        act.touches(child_ref)
        act.notes(occasion=occasion.ref)


def take_off_list(
    *, by: Actor, child_ref: str, occasion_ref: str, invitation_ref: str, expected_version: int, now: dt.datetime
) -> None:
    """The version to undo it with is one more."""
    _set_off(by, child_ref, occasion_ref, invitation_ref, expected_version, now, is_off=True)


def put_back_on_list(
    *, by: Actor, child_ref: str, occasion_ref: str, invitation_ref: str, expected_version: int, now: dt.datetime
) -> None:
    _set_off(by, child_ref, occasion_ref, invitation_ref, expected_version, now, is_off=False)


def send_invitations(*, by: Actor, child_ref: str, occasion_ref: str, invited_by: str, now: dt.datetime) -> int:
    """Everybody on the list whom it is safe to invite is invited, the others are not, and why; how many are invited."""
    decision, today = require_to_keep(by, child_ref, now=now), day_of(now)
    texts, family = Texts(by, [child_ref], now=now), Family(family_of(by, child_ref, now=now))
    with deed(events.INVITED, by=by, now=now, decision=decision) as act:
        occasion = _to_come(by, child_ref, occasion_ref, now)
        list(_on_list(child_ref, occasion.ref).select_for_update(of=("self",)).values_list("pk"))
        cards = invitation_cards(child_ref, occasion.ref, family, texts, now=now)
        refusal = not_yet(cards, child_said(child_ref, occasion.ref), family.first_name)
        if refusal:
            raise CannotKeep(refusal)
        going = waiting(cards)
        for card in going:
            row = _ledger_row(child_ref, occasion, card.person_ref)
            stands = RowSaid(
                **{name: getattr(row, name) for name in columns_of(row, ROW_FACTS)}, **texts.shown(row, ROW_TEXTS)
            )
            said = row_of(stands, card, on=today, by=invited_by, reason=UNSAFE)
            writing = Writing(texts, reasons_why_not(), row.version if row.pk else 0, now)
            before, after = write_row(row, said, occasion, writing)
            act.changed(card.person_ref, before=before, after=after)
        _on_list(child_ref, occasion.ref).filter(ref__in=[card.ref for card in going]).update(sent_at=now)
        act.touches(child_ref)
        act.notes(occasion=occasion.ref, people=len(going))
    return sum(card.said.safety == SAFE for card in going)


def _to_come(by: Actor, child_ref: str, occasion_ref: str, now: dt.datetime) -> Standing:
    occasion = require_standing(by, child_ref, occasion_ref, now=now)
    if not Occasion.objects.filter(ref=occasion.ref).exists():
        raise CannotKeep(OF_PATH)
    if occasion.on < day_of(now):
        raise CannotKeep(OVER)
    return occasion


def _set_off(
    by: Actor, child_ref: str, occasion_ref: str, ref: str, version: int, now: dt.datetime, *, is_off: bool
) -> None:
    decision = require_to_keep(by, child_ref, now=now)
    family = Family(family_of(by, child_ref, now=now))
    event = events.INVITATION_TAKEN_OFF if is_off else events.INVITATION_PUT_BACK
    with deed(event, by=by, now=now, decision=decision) as act:
        row = _held(child_ref, occasion_ref, ref, version, family, is_off=not is_off)
        row.withdrawn_at = now if is_off else None
        row.save()
        act.changed(row.person.ref, before={"to_invite": is_off}, after={"to_invite": not is_off})
        act.touches(child_ref)
        act.notes(occasion=occasion_ref)


def _on_list(child_ref: str, occasion_ref: str) -> QuerySet[Invitation]:
    return Invitation.objects.filter(subject__ref=child_ref, occasion_ref=occasion_ref, withdrawn_at=None)


def _held(
    child_ref: str, occasion_ref: str, ref: str, version: int, family: Family, *, is_off: bool = False
) -> Invitation:
    """Of somebody who may be named; what went out stays as it was."""
    rows = Invitation.objects.filter(subject__ref=child_ref, occasion_ref=occasion_ref, ref=ref, sent_at=None)
    row: Invitation | None = (
        rows.filter(withdrawn_at__isnull=not is_off).select_related("person").select_for_update(of=("self",)).first()
    )
    if row is None or row.person.ref not in family.names:
        raise NothingHere
    require_version(row, version)
    row.version += 1
    return row


def _card(cards: Collection[InvitationCard], ref: str) -> InvitationCard:
    card = next((one for one in cards if one.ref == ref), None)
    if card is None:
        raise NothingHere
    return card


def _ledger_row(child_ref: str, occasion: Standing, person_ref: str) -> LedgerRow:
    row = held_row(LedgerRow, occasion, person__ref=person_ref)
    if row is None:
        row = LedgerRow(occasion_ref=occasion.ref)
        row.subject_id, row.person_id = target_of(child_ref).id, target_of(person_ref).id
    return row
