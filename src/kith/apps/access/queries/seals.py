"""Reads of seals for somebody on their lists, and what is needed to set one. To everybody else there is no seal."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db.models import Q, QuerySet

from kith.apps.access.actions import KEEP_ANY_LIST
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.gathering import Gathered, subject_for
from kith.apps.access.models import Proposal, Seal, SealExclusion, SealReader, SealScope
from kith.apps.access.moments import active_seal, covers, current_at
from kith.apps.access.projections import LapsedPlace, ReaderCard, SealKindCard, SealMark, SealView
from kith.apps.access.seal_readers import able_to_read, lapsed_places, readers_on
from kith.apps.access.sealed_work import workers_sealed_to
from kith.apps.access.seconds import LIFT_SEAL, confirm_by, confirmers_in
from kith.apps.access.vocabulary import seal_kind, seal_kinds, sharing_words
from kith.apps.agencies.projections import Actor, WorkerCard
from kith.apps.agencies.queries import active_user_ids, worker_cards
from kith.apps.records.base import prepared

WHOLE = ""
Marks = dict[str, SealMark]


def kinds_to_choose() -> tuple[SealKindCard, ...]:
    return tuple(SealKindCard(kind.name, kind.says, kind.means, kind.outsiders) for kind in seal_kinds().values())


def seal_marks(actor: Actor, subject_ref: str, *, records: Collection[str] = (), now: dt.datetime) -> Marks:
    """By the ref of the record, or empty for the whole subject: the seal the actor is on the list of.

    `records` are others on the same page: the address of a home is sealed on the page of one who lives there.
    """
    named = [ref for ref in records if ref]
    found = _scopes_on_page(user_id=actor.id, subject_ref=subject_ref, records=named, now=now)
    sizes = _list_sizes({scope.seal_id for scope in found}, now) if found else {}
    return {scope.record_ref: _mark(scope.seal, sizes) for scope in found}


def _mark(seal: Seal, sizes: dict[int, int]) -> SealMark:
    return SealMark(
        seal_ref=seal.ref,
        says=seal_kind(seal.kind).says,
        others=sizes[seal.pk] - 1,
        is_confirmed=seal.confirmed_at is not None,
    )


@prepared
def _scopes_on_page(
    *, user_id: int, subject_ref: str, records: Collection[str], now: dt.datetime
) -> QuerySet[SealScope]:
    scopes = _scopes_seen(user_id, now).filter(Q(subject__ref=subject_ref) | Q(record_ref__in=records))
    return scopes.select_related("seal").order_by("-seal_id", "pk")


def _scopes_seen(user_id: int, now: dt.datetime) -> QuerySet[SealScope]:
    mine = SealReader.objects.filter(current_at(now), user_id=user_id).values("seal_id")
    return SealScope.objects.filter(covers(now), active_seal(now, "seal__"), seal__in=mine)


def _list_sizes(seal_ids: Collection[int], now: dt.datetime) -> dict[int, int]:
    sizes = dict.fromkeys(seal_ids, 0)
    for key in SealReader.objects.filter(current_at(now), seal_id__in=seal_ids).values_list("seal_id", flat=True):
        sizes[key] += 1
    return sizes


def seal_view(actor: Actor, seal: Seal, *, now: dt.datetime) -> SealView:
    """For a caller that has found the actor on the list."""
    readers, lapsed = readers_on(seal, now=now), dict(lapsed_places(seal, now=now))
    able = able_to_read(seal, readers, now=now)
    cards = worker_cards({*readers, *lapsed, *filter(None, (seal.set_by_id, seal.confirmed_by_id))})
    is_setter = seal.set_by_id == actor.id
    may_change = is_setter or decide_by_role(actor, KEEP_ANY_LIST).allowed
    kind = seal_kind(seal.kind)
    return SealView(
        ref=seal.ref,
        subject_ref=seal.subject.ref,
        says=kind.says,
        means=kind.means,
        why=seal.why,
        covers=covered_words(seal),
        records=_records(seal),
        outsiders=seal.outsiders,
        set_by=cards[seal.set_by_id].at_agency,
        set_at=seal.set_at,
        confirmed_by=cards[seal.confirmed_by_id].at_agency if seal.confirmed_by_id else "",
        due_at=confirm_by(seal.set_at),
        is_overdue=seal.confirmed_at is None and confirm_by(seal.set_at) <= now,
        readers=tuple(replace(_reader(cards[key], key, seal, actor), is_able=key in able) for key in readers),
        lapsed=tuple(LapsedPlace(name=cards[key].at_agency, since=at) for key, at in lapsed.items()),
        excluded=excluded_from(seal),
        may_change_list=may_change,
        is_lift_proposed=Proposal.objects.filter(deed=LIFT_SEAL, about=seal.ref, outcome="").exists(),
    )


def _records(seal: Seal) -> tuple[tuple[str, str], ...]:
    rows = SealScope.objects.filter(seal=seal, until_at=None, merge=None).exclude(record_ref=WHOLE).order_by("pk")
    return tuple(rows.values_list("record_kind", "record_ref"))


def _reader(card: WorkerCard, key: int, seal: Seal, actor: Actor) -> ReaderCard:
    return ReaderCard(
        ref=card.ref,
        name=card.name,
        job_title=card.job_title,
        agency=card.agency,
        is_you=key == actor.id,
        may_end=key != seal.set_by_id,
    )


def covered_words(seal: Seal) -> str:
    """The whole person, or kinds of record; never which."""
    kinds = SealScope.objects.filter(seal=seal, until_at=None).order_by("pk").values_list("record_kind", flat=True)
    words = sharing_words("kinds")
    said = dict.fromkeys(words.get(kind, kind) if kind else "Everything about one person" for kind in kinds)
    return ". ".join(said)


def excluded_from(seal: Seal) -> tuple[str, ...]:
    """Refs of those whom it must never reach, without the copies of a merge."""
    rows = SealExclusion.objects.filter(seal=seal, until_at=None, merge=None).order_by("pk")
    return tuple(rows.values_list("subject__ref", flat=True))


def is_kept_from(subject_ref: str, reader_ref: str, *, now: dt.datetime) -> bool:
    """Whether something sealed about a subject must never reach this person: asked before a link, letter or file."""
    seals = SealScope.objects.filter(covers(now), active_seal(now, "seal__"), subject__ref=subject_ref).values(
        "seal_id"
    )
    return SealExclusion.objects.filter(seal_id__in=seals, until_at=None, subject__ref=reader_ref).exists()


def readers_to_choose(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[ReaderCard, ...]:
    """Whoever works with a subject now, themselves or in a team, for a caller that has decided it may be sealed."""
    subject = subject_for(subject_ref)
    if subject is None:
        return ()
    rows = Gathered(subject, now).involvements
    named = {row.user_id for row in rows if row.user_id}
    teams = {row.team_id for row in rows if row.team_id}
    ids = named | (active_user_ids(team_ids=teams) if teams else set())
    cards = worker_cards(ids - {actor.id} - workers_sealed_to(actor.id, rows, now=now))
    refs = {card.ref for key, card in cards.items() if key in named}
    return as_readers(cards.values(), named=refs)


def as_readers(cards: Iterable[WorkerCard], *, named: Collection[str] = ()) -> tuple[ReaderCard, ...]:
    found = [
        ReaderCard(ref=c.ref, name=c.name, job_title=c.job_title, agency=c.agency, is_named=c.ref in named)
        for c in cards
    ]
    return tuple(sorted(found, key=lambda reader: (reader.name, reader.ref)))


def who_confirms(actor: Actor) -> tuple[str, ...]:
    """Who of the actor's agency could be the second person; nobody where somebody stands in from elsewhere."""
    cards = worker_cards(confirmers_in(actor.agency_id, actor.id))
    return tuple(sorted(card.name for card in cards.values()))
