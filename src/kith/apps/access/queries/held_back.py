"""Which looks at somebody stay out of what they are told of the looking: telling of them would warn or endanger.

Held back are looks by whoever is on the list of a seal of a protecting kind, by whoever asks whether a child is being
hurt, and everything a worker did on the days of an emergency look that nobody has found right. What an agency of the
police did is for the caller to leave out, who knows the agencies.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kith.apps.access.models import Circle, EmergencyLook, Involvement, SealReader, SealScope, Subject
from kith.apps.access.moments import day_of, start_of
from kith.apps.access.seconds import is_close_to
from kith.apps.access.vocabulary import seal_kinds
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_refs, worker_refs_of_agency, worker_refs_of_team

FOR_EVER = dt.datetime.max.replace(tzinfo=dt.UTC)
INVESTIGATING = "s47"
RIGHT = "right"
A_DAY = dt.timedelta(days=1)

Span = tuple[dt.datetime, dt.datetime]
Held = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """By worker, the times whose looks are held back; half-open."""

    spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)

    def holds(self, worker_ref: str, at: dt.datetime) -> bool:
        return any(since <= at < until for since, until in self.spans.get(worker_ref, ()))


def may_be_told_of(actor: Actor, subject_ref: str, *, now: dt.datetime) -> bool:
    """Whether the looks at a subject are for this actor's eyes, who may read nothing of the subject itself."""
    subject = Subject.objects.select_related("batch").filter(ref=subject_ref, merged_into=None).first()
    if subject is None or (subject.batch is not None and subject.batch.published_at is None):
        return False
    return subject.sensitivity <= actor.clearance and not is_close_to(actor, subject, now=now)


def held_back_looks(subject_ref: str) -> HeldBack:
    """For a caller that has decided that the looks may be told of."""
    subject = Subject.objects.filter(ref=subject_ref).first()
    spans: dict[str, list[Span]] = defaultdict(list)
    if subject:
        for worker_ref, span in (*_sealed(subject), *_investigated(subject), *_in_emergencies(subject)):
            spans[worker_ref].append(span)
    return HeldBack(spans)


def _sealed(subject: Subject) -> Iterator[Held]:
    """For as long as each was on the list, also after the seal was lifted: nobody has decided yet to tell."""
    kinds = [kind.name for kind in seal_kinds().values() if kind.held_back]
    seals = SealScope.objects.filter(subject=subject, seal__kind__in=kinds).values("seal_id")
    rows = SealReader.objects.filter(seal_id__in=seals).select_related("user")
    for row in rows:
        yield row.user.ref, (row.since_at, row.until_at or FOR_EVER)


def _investigated(subject: Subject) -> Iterator[Held]:
    """Work with the subject, or with a child in whose circle the subject stands."""
    centres = Circle.objects.filter(member=subject).values("centre_id")
    about = [subject.pk, *centres.values_list("centre_id", flat=True)]
    for row in Involvement.objects.filter(subject_id__in=about, basis=INVESTIGATING):
        span = (start_of(row.since_on), start_of(row.until_on) if row.until_on else FOR_EVER)
        for worker_ref in _workers_of(row):
            yield worker_ref, span


def _workers_of(row: Involvement) -> set[str]:
    if row.user_id:
        return worker_refs([row.user_id])
    return worker_refs_of_team(row.team_id) if row.team_id else worker_refs_of_agency(row.organisation_id)


def _in_emergencies(subject: Subject) -> Iterator[Held]:
    """Whole days, because that is how looks are told."""
    rows = EmergencyLook.objects.filter(subject=subject).exclude(outcome=RIGHT).select_related("user")
    for row in rows:
        yield row.user.ref, (start_of(day_of(row.opened_at)), start_of(day_of(row.until_at)) + A_DAY)
