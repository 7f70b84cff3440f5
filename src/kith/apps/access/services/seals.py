"""Setting and confirming a seal. It works from the moment one person sets it; a second confirms it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kith.apps.access import events
from kith.apps.access.actions import KEEP_LIST, SEAL
from kith.apps.access.cutting import Cut
from kith.apps.access.models import Seal, SealExclusion, SealReader, SealScope, Subject
from kith.apps.access.queries.on_list import require_second
from kith.apps.access.requiring import require
from kith.apps.access.seal_hooks import SealedScope, is_about, tell_of_change
from kith.apps.access.services.ended_links import end_links_of, end_links_over
from kith.apps.access.vocabulary import OUTSIDERS, seal_kind, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import ids_of_workers, worker_cards
from kith.apps.audit.services import deed
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

MOST_READERS = 40


class CannotSeal(KithError):
    """What was asked for would not be a sound seal."""


class CannotConfirmSeal(KithError):
    """A seal is confirmed once, by somebody else than whoever set it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSeal:
    """A seal to set: of what kind, why, over what, and who may read and whom it must never reach."""

    kind: str
    why: str
    records: tuple[tuple[str, str], ...] = ()  # kind and ref of each; none for the whole subject
    outsiders: str = ""  # nothing or pointer; empty as usual for the kind
    readers: tuple[str, ...] = ()  # refs of users, beside whoever sets it
    excluded: tuple[str, ...] = ()  # refs of subjects


def set_seal(*, by: Actor, subject_ref: str, seal: NewSeal, now: dt.datetime) -> str:
    """Close a subject, or single records about them, to everybody who is not on the list; the seal's ref."""
    decision = require(by, SEAL, subject_ref, now=now)
    kind, why = seal_kind(seal.kind), said(seal.why)
    _require_records(by, subject_ref, seal.records, now=now)
    readers = {by.ref: by.id, **_readers(seal.readers)}
    excluded = subjects_to_exclude(by, subject_ref, seal.excluded, now=now)
    with deed(events.SEAL_SET, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        row = Seal(
            subject=Subject.objects.get(ref=subject_ref),
            kind=kind.name,
            outsiders=_outsiders(seal, kind.outsiders),
            why=why,
            set_by_id=by.id,
            set_at=now,
        )
        row.save(force_insert=True)
        _cover(row, seal.records, now=now)
        SealReader.objects.bulk_create(SealReader(seal=row, user_id=key, since_at=now) for key in readers.values())
        exclude(row, excluded, now=now)
        act.notes(seal=row.ref, kind=kind.name, readers=len(readers))
        act.changed(subject_ref, after={"why": why, "readers": sorted(readers), "excluded": sorted(seal.excluded)})
    return str(row.ref)


def said(why: str) -> str:
    text = cleaned(why, limit=LIMITS["line"])
    if not text:
        raise CannotSeal("Say in a sentence why. The second person reads it.")
    return text


def _outsiders(seal: NewSeal, usual: str) -> str:
    """A sealed record is never pointed at: what is not to be seen is not there."""
    if seal.outsiders and seal.outsiders not in OUTSIDERS:
        raise CannotSeal("Say whether others may learn that somebody here knows them, or nothing at all.")
    return "nothing" if seal.records else seal.outsiders or usual


def _require_records(actor: Actor, subject_ref: str, records: Sequence[tuple[str, str]], *, now: dt.datetime) -> None:
    """Each is about this subject, and the actor sees it; one sealed to them is told of as one that is not there."""
    closed = Cut(actor, SEAL, now=now).closed_records(ref for _, ref in records)
    for kind, ref in records:
        if kind not in sharing_words("kinds") or ref in closed or not is_about(subject_ref, kind, ref):
            raise CannotSeal("That record is not there any more. Look again, then seal it.")


def _readers(refs: Collection[str]) -> dict[str, int]:
    if len(set(refs)) > MOST_READERS:
        raise CannotSeal(f"A list has at most {MOST_READERS} people. Choose those who truly need it.")
    found = ids_of_workers(refs)
    if missing := set(refs) - set(found):
        raise CannotSeal(f"{len(missing)} of the people you chose do not work here any more. Choose again.")
    return found


def subjects_to_exclude(actor: Actor, subject_ref: str, refs: Collection[str], *, now: dt.datetime) -> list[int]:
    """Keys of the people whom it must never reach: whom the actor may see, and not whom it is about."""
    if subject_ref in refs:
        raise CannotSeal("It is about them, so it cannot be kept from them here. Choose somebody else.")
    for ref in refs:
        require(actor, KEEP_LIST, ref, now=now)
    return list(Subject.objects.filter(ref__in=list(refs)).values_list("pk", flat=True))


def _cover(seal: Seal, records: Sequence[tuple[str, str]], *, now: dt.datetime) -> None:
    wanted = records or [("", "")]
    scopes = [SealScope(seal=seal, subject=seal.subject, record_kind=kind, record_ref=ref) for kind, ref in wanted]
    SealScope.objects.bulk_create(scopes)
    end_links_over(scopes, now=now)
    tell_of_change(scopes_told(scopes), now=now)


def exclude(seal: Seal, subject_ids: Collection[int], *, now: dt.datetime) -> None:
    """Inside a deed: the sealed thing reaches these people no more, from their next request on."""
    SealExclusion.objects.bulk_create(SealExclusion(seal=seal, subject_id=key) for key in subject_ids)
    end_links_of(subject_ids, [scope.subject_id for scope in scopes_of(seal)], now=now)


def scopes_told(scopes: Sequence[SealScope]) -> list[SealedScope]:
    return [SealedScope(scope.subject.ref, scope.record_kind, scope.record_ref) for scope in scopes]


def scopes_of(seal: Seal) -> list[SealScope]:
    """What a seal covers now, taken over from a merge or not."""
    return list(SealScope.objects.filter(seal=seal, until_at=None).select_related("subject").order_by("pk"))


def confirm_seal(*, by: Actor, seal_ref: str, now: dt.datetime) -> None:
    """A second person says that the seal is right; it opens nothing to them."""
    _, decision = require_second(by, seal_ref, now=now)
    with deed(events.SEAL_CONFIRMED, by=by, now=now, decision=decision) as act:
        row = locked(seal_ref)
        if row.set_by_id == by.id:
            raise CannotConfirmSeal("Somebody else confirms what you have sealed.")
        if row.lifted_at is not None or row.confirmed_by_id is not None:
            raise CannotConfirmSeal(f"{_name(row.confirmed_by_id)} has confirmed it already.")
        row.confirmed_by_id, row.confirmed_at = by.id, now
        row.save(update_fields=["confirmed_by", "confirmed_at"])
        act.touches(row.subject.ref)
        act.notes(seal=row.ref, kind=row.kind)


def locked(seal_ref: str) -> Seal:
    """The seal, which nobody else changes until the deed ends."""
    return Seal.objects.select_for_update(of=("self",)).select_related("subject", "set_by").get(ref=seal_ref)


def _name(user_id: int | None) -> str:
    cards = worker_cards([user_id]) if user_id else {}
    return cards[user_id].name if user_id in cards else "Somebody"
