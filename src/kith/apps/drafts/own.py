"""Whose a draft is, and how its words are sealed: for nobody but whoever wrote them."""

from typing import Any

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor
from kith.apps.drafts.models import Draft
from kith.apps.records.base import open_sealed, seal


def own_drafts(actor: Actor, child_ref: str, form: str) -> QuerySet[Draft]:
    """Without a child's ref, of a form that is about none."""
    about: dict[str, Any] = {"subject__ref": child_ref} if child_ref else {"subject": None}
    rows: QuerySet[Draft] = Draft.objects.filter(owner_id=actor.id, form=form, **about)
    return rows


def sealed_for(row: Draft, words: str, actor: Actor) -> str:
    return seal(words, **_bond(row, actor))


def words_in(row: Draft, actor: Actor) -> str:
    """Raises CannotOpen for anybody else's."""
    return open_sealed(row.sealed, **_bond(row, actor))


def _bond(row: Draft, actor: Actor) -> dict[str, Any]:
    return {"purpose": f"drafts of {actor.ref}", "bound_to": f"{row.ref}\n{row.form}"}
