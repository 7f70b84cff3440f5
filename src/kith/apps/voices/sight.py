"""Which rows of a child's voice, labels and waiting one viewer may see. Every read and deed begins here."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from django.db.models import QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import Cut, NothingHere, OpenToAll, decide, role_may, uncovered
from kith.apps.agencies.projections import Actor
from kith.apps.people.queries import Says, sieve, sieve_to_take
from kith.apps.records.base import Written, prepared, remembered, require_version
from kith.apps.voices.actions import READ
from kith.apps.voices.models import About

VOICE, LABEL, ANY = "voice", "label", "person"
Stored = TypeVar("Stored", bound=About)


def may_read(actor: Actor, child_ref: str, kind: str, *, now: dt.datetime) -> bool:
    """Without a refusal, for what a page offers.

    Only shares tell kinds of record apart. Where the actor's agency has none the question about the child is the same
    one, and the child's page has asked it already.
    """
    if not role_may(actor, READ):
        return False
    asked = kind if Cut(actor, READ, now=now).tells_kinds_apart else ANY
    return decide(actor, READ, child_ref, now=now, kind=asked).allowed


def may_write(actor: Actor, action: Action, child_ref: str, *, now: dt.datetime) -> bool:
    """The same for writing, which no share opens, and so no kind."""
    return role_may(actor, action) and decide(actor, action, child_ref, now=now).allowed


def sieve_of(actor: Actor, child_ref: str, *, now: dt.datetime, is_copy: bool = False) -> Says:
    """For all texts about a child that one page shows, or that stand in a copy of it."""
    make = sieve_to_take if is_copy else sieve
    return remembered(("voices of", actor, child_ref, now, is_copy), lambda: make(actor, [child_ref], now=now))


def sealed_among(actor: Actor, refs: Iterable[str], *, now: dt.datetime) -> Collection[str]:
    """Of these rows those under any seal, whether or not the actor is on its list: no copy holds them."""
    return OpenToAll(actor, READ, now=now).closed_records(refs)


def open_rows(actor: Actor, model: type[Stored], child_ref: str, *, now: dt.datetime) -> list[Stored]:
    """Rows about a child, also what was taken out, without those under a seal on whose list the actor is not.

    For a caller that has its decision about the child and the kind.
    """
    return _open_rows(model=model, child_ref=child_ref, closed=Cut(actor, READ, now=now).closed_refs)


@prepared
def _open_rows(*, model: type[Any], child_ref: str, closed: Written) -> QuerySet[Any]:
    return uncovered(model.objects.filter(subject__ref=child_ref), closed).order_by("pk")


def held(
    by: Actor, model: type[Stored], child_ref: str, ref: str, *, version: int | None = None, now: dt.datetime
) -> Stored:
    """Inside a deed: the row that stands, if it is open to the actor; a version that is not its own is stale."""
    standing = model.objects.filter(subject__ref=child_ref, ref=ref, withdrawn_at=None)
    row = Cut(by, READ, now=now).open_rows(standing).select_for_update(of=("self",)).first()
    if row is None:
        raise NothingHere
    if version is not None:
        require_version(row, version)
    found: Stored = row
    return found
