"""Places on the teams of some children and what is known of absences, read in sets and cut for one viewer.

Whoever is sealed to the viewer, works with an adult whom the viewer may not read, or is called something the viewer may
not read, is not on the team for them: no row, no number, no gap.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kith.apps.access.projections import Work
from kith.apps.access.queries import Asked, Cut, day_of, opened_among, sharing_words, uncovered, work_round
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import teams_of_workers, worker_cards
from kith.apps.people.actions import READ as READ_PERSON
from kith.apps.people.queries import Says, names_of, sieve
from kith.apps.records.base import Written, prepared
from kith.apps.teams.actions import READ
from kith.apps.teams.models import Absence, CoverForOne, TeamPlace
from kith.apps.teams.projections import Away, Cover, Seat

LEAD = "lead"
WITHOUT_ACCOUNT = "place "
MOST_ROUNDS = 5  # of covers who are away themselves, and whose covers are
Seats = dict[str, tuple[Seat, ...]]


def seats_round(
    actor: Actor,
    child_refs: Sequence[str],
    *,
    since: dt.date,
    now: dt.datetime,
    names: Mapping[str, str] | None = None,
) -> Seats:
    """By child, everybody whose place had not ended before a day; for a caller that has decided they may be read.

    `names` are those of adults whom the viewer reads on the same page, by ref; without them an adult is not named, and
    nobody is shown.
    """
    works = work_round(actor, child_refs, since=since, now=now)
    rows = _open_places(child_refs=child_refs, closed=Cut(actor, READ, now=now).closed_refs)
    known = _Known(actor, rows, child_refs, names, now)
    told: dict[str, list[TeamPlace]] = defaultdict(list)
    for row in rows:
        told[row.subject.ref].append(row)
    return {ref: tuple(_seats(works[ref], told[ref], known, since)) for ref in child_refs}


@prepared
def _open_places(*, child_refs: Collection[str], closed: Written) -> QuerySet[TeamPlace]:
    rows = TeamPlace.objects.filter(subject__ref__in=child_refs)
    return uncovered(rows, closed).select_related("subject", "user", "with_subject").order_by("pk")


def adults_named(actor: Actor, child_ref: str, *, now: dt.datetime) -> dict[str, str]:
    """The adults because of whom somebody is on a child's team, as far as the viewer may read them."""
    rows = TeamPlace.objects.filter(subject__ref=child_ref).exclude(with_subject=None)
    refs = set(rows.values_list("with_subject__ref", flat=True))
    return names_of(actor, refs, now=now) if refs else {}


class _Known:
    """The adults whom the viewer may read, and words as the viewer may see them."""

    def __init__(
        self,
        actor: Actor,
        rows: Sequence[TeamPlace],
        child_refs: Sequence[str],
        names: Mapping[str, str] | None,
        now: dt.datetime,
    ) -> None:
        refs = {row.with_subject.pk: row.with_subject.ref for row in rows if row.with_subject}
        self.adults = names if names is not None else _opened(actor, refs, now)
        self.says = sieve(actor, [*child_refs, *refs.values()], now=now) if rows else None

    def word(self, row: TeamPlace, name: str) -> str:
        text = str(getattr(row, name))
        return self.says(text, by=row.recorded_by_id) if self.says and text else text

    def shows(self, row: TeamPlace) -> bool:
        if row.with_subject is not None and row.with_subject.ref not in self.adults:
            return False
        return all(self.word(row, name) == getattr(row, name) for name in ("name", "role", "agency"))


def _opened(actor: Actor, refs: Mapping[int, str], now: dt.datetime) -> dict[str, str]:
    """Without names; for most nobody has to be asked about."""
    seen = opened_among(actor, READ_PERSON, list(refs), Asked(now=now)) if refs else ()
    return {refs[key]: "" for key in seen}


def _seats(works: Sequence[Work], rows: Sequence[TeamPlace], known: _Known, since: dt.date) -> Iterator[Seat]:
    seen: set[tuple[str, str, dt.date | None]] = set()
    for work in works:
        one = (work.worker_ref, "" if work.worker_ref else work.name, work.until_on)
        if one not in seen:  # a merge of two records may have brought the same work twice
            seen.add(one)
            yield from _of_work(work, rows, known)
    for row in rows:
        is_over = row.until_on is not None and (row.until_on <= since or row.until_on <= row.since_on)
        if row.user_id is None and not is_over and known.shows(row):
            yield _seat(row, None, known)


def _of_work(work: Work, rows: Sequence[TeamPlace], known: _Known) -> Iterator[Seat]:
    """What is told of the places that somebody had in the time of this work; the work alone where nothing is."""
    if work.until_on is not None and work.until_on <= work.since_on:
        return
    own = [row for row in rows if row.user is not None and row.user.ref == work.worker_ref and _meet(row, work)]
    if not own:
        yield _plain(work)
    for row in own:
        if known.shows(row):
            yield _seat(row, work, known)


def _meet(row: TeamPlace, work: Work) -> bool:
    begins_in_time = work.until_on is None or row.since_on < work.until_on
    return begins_in_time and (row.until_on is None or row.until_on > work.since_on)


def basis_words(basis: str) -> str:
    """A lawful basis in words; an older code as it is."""
    return sharing_words("bases").get(basis) or sharing_words("purposes").get(basis) or basis.replace("_", " ")


def _plain(work: Work) -> Seat:
    role = work.job_title or ("" if work.part in (LEAD, "team") else work.part.replace("_", " "))
    return Seat(
        ref=work.ref,
        worker=work.worker_ref or f"{WITHOUT_ACCOUNT}{work.ref}",
        name=work.name,
        since=work.since_on,
        until=work.until_on,
        role=role.lower(),
        agency=work.agency if work.agency != work.name else "",
        team=work.team if work.team != work.name else "",
        reach=work.phone,
        basis=basis_words(work.basis),
        is_lead=work.part == LEAD,
        is_you=work.is_you,
        is_group=not work.worker_ref,
        work_ref=work.ref,
    )


def _seat(row: TeamPlace, work: Work | None, known: _Known) -> Seat:
    """Both have to last: whoever's work ended has no place left, whatever is told of it."""
    base = _plain(work) if work else None
    since = max(row.since_on, work.since_on) if work else row.since_on
    ends = [day for day in (row.until_on, work.until_on if work else None) if day is not None]
    return Seat(
        ref=row.ref,
        worker=base.worker if base else f"{WITHOUT_ACCOUNT}{row.ref}",
        name=base.name if base else known.word(row, "name"),
        since=since,
        until=min(ends) if ends else None,
        role=known.word(row, "role") or (base.role if base else ""),
        agency=known.word(row, "agency") or (base.agency if base else ""),
        team=base.team if base else "",
        reach=known.word(row, "reach") or (base.reach if base else ""),
        works_with=known.adults[row.with_subject.ref] if row.with_subject else "",
        adult_ref=row.with_subject.ref if row.with_subject else "",
        basis=basis_words(row.basis),
        asked_by=known.word(row, "asked_by"),
        is_trusted=row.is_trusted,
        trust_said_by=known.word(row, "trust_said_by"),
        is_lead=base.is_lead if base else False,
        is_you=base.is_you if base else False,
        work_ref=base.work_ref if base else "",
        is_told=True,
        version=row.version,
    )


@dataclass(frozen=True, slots=True)
class Absences:
    """Absences that are not over, for several children: who covers may differ from child to child."""

    rows: tuple[Absence, ...]
    for_one: Mapping[tuple[int, str], CoverForOne]
    reach: Mapping[int, str]
    names: Mapping[int, tuple[str, str]]  # of users: ref and name
    says: Says | None = None

    def aways(self, child_ref: str) -> tuple[Away, ...]:
        return tuple(self._away(row, child_ref) for row in self.rows)

    def _away(self, row: Absence, child_ref: str) -> Away:
        chosen = self.for_one.get((row.pk, child_ref), row)
        return Away(
            worker=self.worker(row),
            since=row.since_on,
            until=row.until_on,
            entered=row.pk,
            cover=self.cover(chosen, row.recorded_by_id),
        )

    def worker(self, row: Absence) -> str:
        if row.user_id:
            return self.names[row.user_id][0]
        return f"{WITHOUT_ACCOUNT}{row.place.ref}" if row.place else ""

    def cover(self, row: Absence | CoverForOne, by: int) -> Cover | None:
        """Somebody whose name the viewer may not read covers for nobody here."""
        if row.cover_user_id:
            ref, name = self.names.get(row.cover_user_id, ("", ""))
            reach = row.cover_reach or self.reach.get(row.cover_user_id, "")
            return Cover(name=name, worker=ref, reach=self._word(reach, by)) if ref else None
        name = self._word(row.cover_name, by)
        return Cover(name=name, reach=self._word(row.cover_reach, by)) if name else None

    def _word(self, text: str, by: int) -> str:
        return self.says(text, by=by) if self.says and text else text


def absences_of(actor: Actor, seats: Mapping[str, Sequence[Seat]], *, on: dt.date, now: dt.datetime) -> Absences:
    """Of everybody on these teams, of whoever covers for them, and of whoever covers for those."""
    workers = {seat.worker for some in seats.values() for seat in some if not seat.is_group}
    places = [key.removeprefix(WITHOUT_ACCOUNT) for key in workers if key.startswith(WITHOUT_ACCOUNT)]
    users = sorted(key for key in workers if not key.startswith(WITHOUT_ACCOUNT))
    wanted = [*_absent_users(refs=users, on=on), *(_absent_places(refs=places, on=on) if places else ())]
    found: dict[int, Absence] = {}
    for_one: dict[tuple[int, str], CoverForOne] = {}
    asked: set[int] = set()
    for _ in range(MOST_ROUNDS if workers else 0):
        some = {row.pk: row for row in wanted if row.pk not in found}
        if not some:
            break
        found |= some
        chosen = _chosen_for_one(some, list(seats))
        for_one |= chosen
        asked |= {row.user_id for row in some.values() if row.user_id}
        covers = covers_of([*some.values(), *chosen.values()]) - asked
        if not covers:
            break
        wanted = _absent(keys=covers, on=on)
    return _read(actor, tuple(sorted(found.values(), key=lambda row: row.pk)), for_one, list(seats), now)


def covers_of(rows: Iterable[Absence | CoverForOne]) -> set[int]:
    """Keys of the workers who cover."""
    return {row.cover_user_id for row in rows if row.cover_user_id}


@prepared
def _absent_users(*, refs: Collection[str], on: dt.date) -> QuerySet[Absence]:
    return _standing(on).filter(user__ref__in=refs)


@prepared
def _absent_places(*, refs: Collection[str], on: dt.date) -> QuerySet[Absence]:
    return _standing(on).filter(place__ref__in=refs)


@prepared
def _absent(*, keys: Collection[int], on: dt.date) -> QuerySet[Absence]:
    return _standing(on).filter(user_id__in=keys)


def _standing(on: dt.date) -> QuerySet[Absence]:
    live = Absence.objects.filter(Q(until_on=None) | Q(until_on__gt=on), withdrawn_at=None)
    return live.select_related("place").order_by("pk")


def _chosen_for_one(rows: Mapping[int, Absence], child_refs: Sequence[str]) -> dict[tuple[int, str], CoverForOne]:
    chosen = CoverForOne.objects.filter(absence_id__in=list(rows), subject__ref__in=child_refs, ended_at=None)
    return {(one.absence_id, one.subject.ref): one for one in chosen.select_related("subject").order_by("pk")}


def _read(
    actor: Actor,
    rows: tuple[Absence, ...],
    for_one: Mapping[tuple[int, str], CoverForOne],
    child_refs: Sequence[str],
    now: dt.datetime,
) -> Absences:
    ids = {row.user_id for row in rows if row.user_id}
    named: list[Absence | CoverForOne] = [*rows, *for_one.values()]
    covers = covers_of(named)
    cards = worker_cards(ids | covers) if rows else {}
    teams = teams_of_workers(covers, on=day_of(now)) if covers else {}
    has_words = any(row.cover_name or row.cover_reach for row in named)
    return Absences(
        rows=rows,
        for_one=for_one,
        reach={key: team.phone for key, team in teams.items()},
        names={key: (card.ref, card.name) for key, card in cards.items()},
        says=sieve(actor, child_refs, now=now) if has_words else None,
    )
