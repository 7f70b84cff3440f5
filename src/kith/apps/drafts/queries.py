"""Reads of drafts: one's own alone."""

from kith.apps.agencies.projections import Actor
from kith.apps.drafts.own import own_drafts, words_in
from kith.apps.drafts.projections import DraftCard
from kith.apps.records.base import CannotOpen


def draft_of(actor: Actor, child_ref: str, form: str) -> DraftCard | None:
    """For a caller that has decided that the actor may write this form about this child, or about none, and has noted
    the child."""
    row = own_drafts(actor, child_ref, form).order_by("-saved_at", "-pk").first()
    if row is None:
        return None
    try:
        return DraftCard(words_in(row, actor), row.saved_at)
    except CannotOpen:
        return None  # the key is gone, and with it the words
