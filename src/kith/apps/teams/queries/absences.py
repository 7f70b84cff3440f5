"""One's own absences and, for whoever may enter them, those of colleagues; with what is not as it should be of each."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import Q, QuerySet

from kith.apps.access.queries import Cut, NothingHere, day_of, works_with_whom
from kith.apps.agencies.projections import Actor, WorkerCard
from kith.apps.agencies.queries import active_user_ids, find_workers, worker_by_ref, worker_cards
from kith.apps.people.queries import names_of
from kith.apps.teams.actions import KEEP
from kith.apps.teams.gathering import covers_of
from kith.apps.teams.models import Absence, CoverForOne
from kith.apps.teams.projections import AbsenceCard, AbsencesPage, AbsenceTold
from kith.apps.teams.sight import may, may_keep_absences, require_own_absences
from kith.apps.teams.wording import times

MOST_PAST = 20
MOST_COLLEAGUES = 60


def absences_page(actor: Actor, *, words: str = "", chosen: str = "", now: dt.datetime) -> AbsencesPage:
    require_own_absences(actor, now=now)
    today, rows = day_of(now), kept_by(actor)
    over = Q(until_on__lte=today) | Q(withdrawn_at__isnull=False)
    live = list(rows.exclude(over).order_by("since_on", "pk"))
    past = list(rows.filter(over).order_by("-since_on", "-pk")[:MOST_PAST])
    cards = _cards(actor, [*live, *past], now)
    colleagues = _colleagues(actor)
    return AbsencesPage(
        absences=tuple(cards[: len(live)]),
        past=tuple(cards[len(live) :]),
        covers=cover_choices(actor, words=words, chosen=chosen),
        colleagues=tuple((card.ref, f"{card.name}, {card.job_title}") for card in colleagues)
        if may_keep_absences(actor)
        else (),
        children=len(works_with_whom(actor, now=now)[0]),
    )


def kept_by(actor: Actor) -> QuerySet[Absence]:
    """One's own; and of the whole agency for whoever may enter them for colleagues."""
    mine = Q(user_id=actor.id)
    if may_keep_absences(actor):
        mine |= Q(user__organisation_id=actor.agency_id)
    return Absence.objects.filter(mine, place=None)


def absence_kept(actor: Actor, absence_ref: str, *, is_out: bool = False, now: dt.datetime) -> QuerySet[Absence]:
    """The one, for whoever may change it: one's own, a colleague's, or that of a place on a team which one keeps."""
    rows = Absence.objects.filter(ref=absence_ref, withdrawn_at__isnull=not is_out).select_related("place__subject")
    row = rows.first()
    if row is None or row.place is None:
        return kept_by(actor).filter(ref=absence_ref, withdrawn_at__isnull=not is_out)
    is_open = row.place.ref not in Cut(actor, KEEP, now=now).closed_records([row.place.ref])
    return rows if is_open and may(actor, KEEP, row.place.subject.ref, now=now) else rows.none()


def absences_on_team(
    actor: Actor, child_ref: str, seat_ref: str, *, now: dt.datetime
) -> tuple[tuple[str, int, str], ...]:
    """(ref, version, when) of what is entered for somebody without an account; for a caller that has decided."""
    live = Absence.objects.filter(Q(until_on=None) | Q(until_on__gt=day_of(now)), withdrawn_at=None)
    rows = live.filter(place__ref=seat_ref, place__subject__ref=child_ref).order_by("since_on", "pk")
    return tuple((row.ref, row.version, times(row.since_on, row.until_on)) for row in rows)


def _colleagues(actor: Actor) -> Sequence[WorkerCard]:
    cards = worker_cards(active_user_ids(agency_ids=[actor.agency_id]) - {actor.id}).values()
    return sorted(cards, key=lambda card: card.name)[:MOST_COLLEAGUES]


def cover_choices(actor: Actor, *, words: str = "", chosen: str = "") -> tuple[tuple[str, str], ...]:
    """Who could cover: colleagues of the own teams first, or whoever was searched for, beside one chosen before."""
    near = active_user_ids(team_ids=actor.team_ids) - {actor.id} if actor.team_ids else set()
    cards = {card.ref: card for card in sorted(worker_cards(near).values(), key=lambda card: card.name)}
    if words:
        cards |= {card.ref: card for card in find_workers(words) if card.ref != actor.ref}
    if chosen and chosen not in cards:
        cards |= {card.ref: card for card in _called(chosen)}
    return tuple((ref, f"{card.name}, {card.job_title}, {card.agency}") for ref, card in cards.items())


def _called(ref: str) -> Sequence[WorkerCard]:
    found = worker_by_ref(ref)
    return [found] if found else []


def absence_to_change(actor: Actor, absence_ref: str, *, now: dt.datetime) -> AbsenceCard:
    require_own_absences(actor, now=now)
    row = kept_by(actor).filter(ref=absence_ref, withdrawn_at=None).first()
    if row is None:
        raise NothingHere
    return _cards(actor, [row], now)[0]


def _cards(actor: Actor, rows: Sequence[Absence], now: dt.datetime) -> list[AbsenceCard]:
    chosen = _for_one(rows)
    ones = [one for some in chosen.values() for one in some]
    ids = covers_of([*rows, *ones]) | {row.user_id for row in rows if row.user_id}
    cards = worker_cards(ids)
    names = names_of(actor, {one.subject.ref for one in ones}, now=now) if ones else {}
    others = list(_standing_of(ids))
    return [
        AbsenceCard(
            ref=row.ref,
            version=row.version,
            worker=cards[row.user_id or 0].name if row.user_id in cards else "",
            is_own=row.user_id == actor.id,
            when=times(row.since_on, row.until_on),
            cover=_cover(row, cards),
            warnings=tuple(_warnings(row, others, cards)) if row.withdrawn_at is None else (),
            for_one=tuple(
                (names[one.subject.ref], _cover(one, cards)) for one in chosen[row.pk] if one.subject.ref in names
            ),
            told=told_of(row, cards),
            is_over=row.until_on is not None and row.until_on <= day_of(now),
            is_taken_out=row.withdrawn_at is not None,
        )
        for row in rows
    ]


def _for_one(rows: Sequence[Absence]) -> Mapping[int, list[CoverForOne]]:
    found: dict[int, list[CoverForOne]] = defaultdict(list)
    standing = CoverForOne.objects.filter(absence_id__in=[row.pk for row in rows], ended_at=None)
    for one in standing.select_related("subject").order_by("pk"):
        found[one.absence_id].append(one)
    return found


def _standing_of(user_ids: set[int]) -> QuerySet[Absence]:
    return Absence.objects.filter(user_id__in=user_ids, withdrawn_at=None).order_by("pk")


def told_of(row: Absence, cards: Mapping[int, WorkerCard]) -> AbsenceTold:
    return AbsenceTold(
        since=row.since_on,
        until=row.until_on,
        cover_ref=cards[row.cover_user_id or 0].ref if row.cover_user_id in cards else "",
        cover_name=row.cover_name,
        cover_reach=row.cover_reach,
        worker_ref=cards[row.user_id or 0].ref if row.user_id in cards else "",
    )


def _cover(row: Absence | CoverForOne, cards: Mapping[int, WorkerCard]) -> str:
    name = cards[row.cover_user_id or 0].at_agency if row.cover_user_id in cards else row.cover_name
    return ", ".join(part for part in (name, row.cover_reach) if part)


def _warnings(row: Absence, others: Sequence[Absence], cards: Mapping[int, WorkerCard]) -> list[str]:
    """What is allowed and has to be known all the same, each in one sentence."""
    found = []
    if row.until_on is None:
        found.append("Nobody has said until when. Say so as soon as it is known.")
    if any(other.pk != row.pk and other.user_id == row.user_id and _overlap(row, other) for other in others):
        found.append("Another absence falls into these days. Who was named last covers.")
    if row.cover_user_id and any(o.user_id == row.cover_user_id and _overlap(row, o) for o in others):
        found.append(f"{cards[row.cover_user_id].name} is away in some of these days too.")
    return found


def _overlap(one: Absence, other: Absence) -> bool:
    begins = other.until_on is None or one.since_on < other.until_on
    return begins and (one.until_on is None or other.since_on < one.until_on)
