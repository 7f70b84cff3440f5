"""A young person's own page before it becomes a link for them: exactly as they will see it."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from kith.apps.access.queries import day_of, require, require_to_publish
from kith.apps.agencies.projections import Actor
from kith.apps.ownpages.actions import READ
from kith.apps.ownpages.copies import CopiedPart, OwnPageCopy, as_text
from kith.apps.ownpages.projections import GivePreview, GiveWish
from kith.apps.ownpages.sight import around
from kith.apps.ownpages.vocabulary import ME, sections
from kith.apps.people.queries import family_to_copy, first_name_of, holds_what_is_sealed, named_in
from kith.kernel.days import day_words
from kith.kernel.errors import KithError

NOT_FOR_THEM = "We cannot make this page for this person. Talk with your manager before you go on."


class CannotGive(KithError):
    """There is no page that may be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """A page, and of whom it tells, so that a new seal on any of them ends its link."""

    copy: OwnPageCopy
    text: str
    told: frozenset[tuple[str, str]]

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def require_to_give(actor: Actor, child_ref: str, *, now: dt.datetime) -> None:
    """For the form, before anything is chosen."""
    require_to_publish(actor, child_ref, now=now)
    require(actor, READ, child_ref, now=now)


def give_preview(actor: Actor, wish: GiveWish, *, now: dt.datetime) -> GivePreview:
    made = made_page(actor, wish, now=now)
    return GivePreview(copy=made.copy, mark=made.mark)


def made_page(actor: Actor, wish: GiveWish, *, now: dt.datetime) -> MadePage:
    """For whoever may publish it: what they may read of the page, and nothing that others kept apart."""
    require_to_give(actor, wish.child_ref, now=now)
    family = family_to_copy(actor, wish.child_ref, now=now)
    rows = around(actor, wish.child_ref, now=now).standing
    if not rows:
        raise CannotGive("Nothing stands on the page yet. Write it down together first.")
    words = [row.text for row in rows]
    if holds_what_is_sealed(actor, words, [wish.child_ref], now=now):
        raise CannotGive(NOT_FOR_THEM)
    copy = OwnPageCopy(
        child=first_name_of(family.child, nobody="this child"),
        made_on=day_words(day_of(now)),
        parts=tuple(
            CopiedPart(title=sections()[row.section].title, text=row.text, is_for_me=row.readers == ME) for row in rows
        ),
    )
    named = named_in(actor, words, [person.id for person in family.network.persons], now=now)
    return MadePage(copy=copy, text=as_text(copy), told=named | {(wish.child_ref, "")})
