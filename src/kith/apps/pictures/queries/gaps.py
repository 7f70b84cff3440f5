"""What only a picture knows that is worth asking about a child: for workers alone, among the standing checks.

It rests on what this viewer sees: the newest picture of each kind and view, cut for them, and the ledger where it is
theirs to see.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.access.queries import Cut, uncovered
from kith.apps.agencies.projections import Actor
from kith.apps.cases.projections import Gap
from kith.apps.occasions.queries import loop_gaps
from kith.apps.people.projections import FamilyView
from kith.apps.people.queries import Texts
from kith.apps.pictures.actions import READ
from kith.apps.pictures.cards import standing_on
from kith.apps.pictures.listing import is_near, shows_who_is_near
from kith.apps.pictures.models import Picture, Placed
from kith.apps.pictures.projections import PlacedCard
from kith.apps.pictures.queries.drawn import may
from kith.apps.pictures.rules import PERSON
from kith.apps.pictures.sight import PICTURE, Around, is_seen
from kith.apps.pictures.vocabulary import picture_kinds
from kith.apps.records.base import Written, prepared

PAID = "professional"


@dataclass(frozen=True, slots=True)
class Seen:
    """One picture and what stands on it, cut for the viewer."""

    picture: Picture
    placed: tuple[PlacedCard, ...]

    @property
    def title(self) -> str:
        return picture_kinds()[self.picture.kind].title

    @property
    def near(self) -> tuple[PlacedCard, ...]:
        kind = picture_kinds()[self.picture.kind]
        return tuple(card for card in self.placed if is_near(card, kind))


def gaps_on_pictures(actor: Actor, child_ref: str, family: FamilyView, *, now: dt.datetime) -> tuple[Gap, ...]:
    """For a page that has read the family for this viewer already; nothing where they may see no picture."""
    if not may(actor, READ, child_ref, now=now, kind=PICTURE):
        return ()
    around = Around(family, Texts(actor, [child_ref], now=now))
    seen = _newest(actor, child_ref, around, now)
    if not seen:
        return ()
    near = {card.person: one for one in reversed(seen) for card in one.near if card.person}
    gaps = loop_gaps(actor, child_ref, family, now=now) if near else ()
    return (
        *_not_drawn(seen, around),
        *(
            Gap("near_unspoken", {"who": around.names[gap.ref], "what": near[gap.ref].title}, gap.ref)
            for gap in gaps
            if gap.ref in near
        ),
        *_only_paid(seen, around),
    )


def _newest(actor: Actor, child_ref: str, around: Around, now: dt.datetime) -> Sequence[Seen]:
    """The newest of each kind and view, the newest of all first."""
    rows = _standing(child_ref=child_ref, closed=Cut(actor, READ, now=now).closed_refs)
    newest: dict[tuple[str, str, int | None], Picture] = {}
    for row in rows:
        if is_seen(row, around.people):
            newest.setdefault((row.kind, row.whose, row.view_of_id), row)
    placed: Mapping[int, list[Placed]] = defaultdict(list)
    for one in _placed_on(picture_ids=[row.pk for row in newest.values()]):
        placed[one.picture_id].append(one)
    return [Seen(row, standing_on(row, placed[row.pk], (), around).placed) for row in newest.values()]


@prepared
def _standing(*, child_ref: str, closed: Written) -> QuerySet[Picture]:
    rows = Picture.objects.filter(subject__ref=child_ref, withdrawn_at=None)
    return uncovered(rows, closed).select_related("view_of").order_by("-drawn_on", "-pk")


@prepared
def _placed_on(*, picture_ids: Collection[int]) -> QuerySet[Placed]:
    rows = Placed.objects.filter(picture_id__in=picture_ids, withdrawn_at=None)
    return rows.select_related("person").order_by("place", "pk")


def _not_drawn(seen: Sequence[Seen], around: Around) -> Iterator[Gap]:
    """Holders of parental responsibility, where pictures show people and none of them shows these."""
    drawn = {card.person for one in seen for card in one.placed if card.person}
    child = around.view.child.id
    for held in around.view.responsibilities if drawn else ():
        stands = held.child_ref == child and held.taken_out is None and not held.is_over
        if stands and held.holder_ref in around.people and held.holder_ref not in drawn:
            yield Gap("holder_not_drawn", {"who": around.names[held.holder_ref]}, held.holder_ref)


def _only_paid(seen: Sequence[Seen], around: Around) -> Iterator[Gap]:
    """On the newest picture that says who is near, once it is finished or somebody is near on it."""
    newest = next((one for one in seen if shows_who_is_near(picture_kinds()[one.picture.kind])), None)
    if newest is None or not (newest.near or (newest.picture.finished_at and newest.placed)):
        return
    if not any(_is_unpaid(card, around) for card in newest.near):
        yield Gap("only_paid", {"what": newest.title}, str(newest.picture.ref))


def _is_unpaid(card: PlacedCard, around: Around) -> bool:
    person = around.people.get(card.person)
    return card.kind == PERSON and (person is None or person.kind != PAID)
