"""Whether a page may be given to somebody at all: a page is contact, and what stands of that in the ledger holds."""

import datetime as dt
from collections.abc import Iterator

from kith.apps.access.queries import day_of, decide
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.occasions.actions import READ
from kith.apps.occasions.inviting import NOBODY_SAID, sound_answer
from kith.apps.occasions.kinds import SAFE, UNSAFE
from kith.apps.occasions.models import Invitation, LedgerRow
from kith.apps.occasions.projections import InvitationSaid
from kith.apps.occasions.queries.parents import kept_parents, not_known_to_be_safe
from kith.apps.occasions.saying import CannotKeep
from kith.apps.occasions.sight import OCCASION, Family
from kith.apps.people.queries import Texts, family_of

NOT_YOURS = "Whether contact with this person is safe is not yours to see. Ask somebody who works with the child."
PARENT_UNSAFE = "It is on record that contact with this person is not safe. No page is made for them."
PARENT_OPEN = "A page is contact. Say first whether contact with this person is safe, then make it."
UNSAFE_BEFORE = "Somebody said that it is not safe to tell or invite this person. Look at that before a page is made."
OPEN_BEFORE = "It is open whether it is safe to invite this person. Answer that on the list first, then make the page."
SAID_UNSAFE = "It would not be safe, so no page is made for them."
SAID_OPEN = "It is not sure yet whether it is safe. Find that out first, then make the page."


def why_no_page(actor: Actor, child_ref: str, reader_ref: str, said: InvitationSaid, *, now: dt.datetime) -> str:
    """In words for the worker, and never for the reader; nothing where it is on record and said now that it is safe.

    The child's own page asks nothing of this.
    """
    if reader_ref == child_ref:
        return ""
    decision = decide(actor, READ, child_ref, now=now, kind=OCCASION)
    if not decision.allowed:
        return NOT_YOURS
    note_opened(child_ref, decision=decision)
    on_record = _on_record(actor, child_ref, reader_ref, now)
    return on_record or _said_now(said)


def _on_record(actor: Actor, child_ref: str, reader_ref: str, now: dt.datetime) -> str:
    """What a viewer may not read of an answer is no answer to them, so it is open."""
    family, texts = Family(family_of(actor, child_ref, now=now)), Texts(actor, [child_ref], now=now)
    parents = kept_parents(child_ref, family)
    if reader_ref in not_known_to_be_safe(family, parents, texts, day_of(now)):
        row = parents.get(reader_ref)
        return PARENT_UNSAFE if row is not None and row.safety == UNSAFE else PARENT_OPEN
    answers = sorted(_answers(child_ref, reader_ref, texts))
    answered = [safety for _, safety in answers if safety]
    if answered and answered[-1] == UNSAFE:
        return UNSAFE_BEFORE
    is_open = bool(answers) and (not answered or answered[-1] != SAFE)
    return OPEN_BEFORE if is_open else ""


def _answers(child_ref: str, reader_ref: str, texts: Texts) -> Iterator[tuple[dt.datetime, str]]:
    """When, and what was answered; nothing where it waits for an answer."""
    about = {"subject__ref": child_ref, "person__ref": reader_ref}
    for row in Invitation.objects.filter(**about, withdrawn_at=None):
        yield row.recorded_at, row.safety if texts(row, "hurt") else ""
    for told in LedgerRow.objects.filter(**about):
        if told.why_not == UNSAFE:
            yield told.recorded_at, UNSAFE
        elif told.invited_on:
            yield told.recorded_at, SAFE


def _said_now(said: InvitationSaid) -> str:
    """ "Nobody that we know of" is an answer; nothing is none."""
    try:
        sound = sound_answer(said)
    except CannotKeep as problem:
        return problem.message if said.safety else NOBODY_SAID
    return {SAFE: "", UNSAFE: SAID_UNSAFE}.get(sound.safety, SAID_OPEN)
