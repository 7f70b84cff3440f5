"""Children whose records begin together: the parents they share, the ties between them, and the home they live in.

It runs inside the caller's deed, which has decided that each of them may be read.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kith.apps.access.queries import Cut, Unsealed, day_of, visible
from kith.apps.access.services import join_circles
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed
from kith.apps.people import actions
from kith.apps.people.cards import is_over
from kith.apps.people.homes import homes_of_people
from kith.apps.people.models import Household, HouseholdMember, Person, Tie
from kith.apps.people.reading import record_of, shown_name
from kith.apps.people.services.newcomers import new_person, new_tie
from kith.apps.people.services.rows import reindex
from kith.apps.people.sight import People, Sight
from kith.apps.people.writing import Source
from kith.engines.drawing import network as net
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS

SAME_MOTHER, SAME_PARENTS = "mother", "both"
SHARES = ("", SAME_MOTHER, SAME_PARENTS)
SEXES_SHARED = {SAME_MOTHER: ("F",), SAME_PARENTS: ("F", "M")}
BIRTH, SIBLING, LIVES_HERE = "birth", "sibling", "lives_here"
Parents = dict[int, list[Person]]  # by key of the child


class CannotBeginTogether(KithError):
    """What is said of children begun together does not fit what is on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Which parents they share, as far as it was told, and whether they live in one home."""

    share: str = ""
    is_one_home: bool = False


def begin_together(
    act: Deed, *, by: Actor, new_refs: Collection[str], known_refs: Collection[str], told: Together, now: dt.datetime
) -> None:
    """Of the known ones only what no seal covers is told a second time; of theirs nothing changes but a tie or none."""
    if told.share not in SHARES:
        raise CannotBeginTogether("Choose one of the answers that are offered.")
    if not new_refs or not (told.share or told.is_one_home):
        return
    new, known = _rows(new_refs), _rows(known_refs)
    _stand_together(new, known)
    if told.share:
        theirs = _parents_of(by, known, told.share, now)
        _share_parents(act, new, theirs, known, told.share, Source(by.agency_id, now))
    if told.is_one_home:
        _live_together(act, new, _homes_of(by, known, now), now=now)
    reindex(new, now=now)


def _rows(refs: Collection[str]) -> list[Person]:
    found = {row.subject.ref: row for row in Person.objects.filter(subject__ref__in=refs).select_related("subject")}
    return [found[ref] for ref in dict.fromkeys(refs)]


def _stand_together(new: Sequence[Person], known: Sequence[Person]) -> None:
    """Each stands in the network of the others; what is between the known ones stays as it is."""
    beside = [(one.subject_id, other.subject_id) for one in new for other in (*new, *known)]
    join_circles(sorted({*beside, *((b, a) for a, b in beside)}))


def _share_parents(
    act: Deed, new: Sequence[Person], theirs: Parents, known: Sequence[Person], share: str, source: Source
) -> None:
    """The parents on record; where there are none, a place is kept open for each, and a known child is a sibling."""
    parents = {row.pk: row for rows in theirs.values() for row in rows}
    if len(parents) > len(SEXES_SHARED[share]):
        raise CannotBeginTogether(
            "The children you chose do not have the same parents on record. Link them in two goes, or leave open what "
            "they are to each other."
        )
    shared = list(parents.values()) or [_kept_open(act, sex) for sex in SEXES_SHARED[share]]
    join_circles([(child.subject_id, parent.subject_id) for child in new for parent in shared])
    for child in new:
        for parent in shared:
            new_tie(act, BIRTH, parent, child, source)
        for other in known:
            if not theirs[other.pk]:
                new_tie(act, SIBLING, other, child, source)


def _parents_of(by: Actor, known: Sequence[Person], share: str, now: dt.datetime) -> Parents:
    """By child: the birth parents whom the doer may see and no seal covers; where only the mother is shared, no man.

    What the doer may not see makes no difference, or what becomes of the new ones would tell of it.
    """
    people = {row.pk: row.subject_id for row in known}
    sight, unsealed = _sights(by, people, now)
    closed = {value.person_id for value in unsealed.closed_values if value.is_whole}
    told = {"b__in": sight.among("tie", people), "kind": BIRTH, "withdrawn_at": None, "sensitivity": 0, "view_of": None}
    ties = sight.rows(Tie, **told).filter(pk__in=unsealed.rows(Tie, **told).values("pk")).order_by("pk")
    parents = Person.objects.filter(pk__in=ties.values("a_id"), withdrawn_at=None).select_related("subject")
    seen = {row.pk: row for row in visible(by, actions.READ, parents, now=now) if row.pk not in closed}
    found: Parents = {key: [] for key in people}
    for tie in ties:
        parent = seen.get(tie.a_id)
        if parent is not None and (share == SAME_PARENTS or parent.sex != "M"):
            found[tie.b_id].append(parent)
    return found


def _sights(by: Actor, people: People, now: dt.datetime) -> tuple[Sight, Sight]:
    """What the doer may see of these, and what is under no seal at all."""
    keys = list(people.values())
    return Sight(Cut(by, actions.READ, now=now), keys), Sight(Unsealed(now=now), keys)


def _kept_open(act: Deed, sex: str) -> Person:
    """Somebody whom nobody has named yet."""
    return new_person(act, net.Person(id="parent", sex=sex, unknown=True))


def _live_together(act: Deed, new: Sequence[Person], homes: Sequence[Household], *, now: dt.datetime) -> None:
    """The home of the known ones, where one is on record; else a new one, for the new children alone."""
    if len(homes) > 1:
        raise CannotBeginTogether(
            "The children you chose live in more than one home on record. Leave open where these live, and say it on "
            "their pages."
        )
    home = homes[0] if homes else _new_home(new[0], now)
    for child in new:
        HouseholdMember(household=home, person=child, kind=LIVES_HERE).save(force_insert=True)
        act.changed(child.subject.ref, after={"home": home.ref})


def _homes_of(by: Actor, known: Sequence[Person], now: dt.datetime) -> list[Household]:
    """Where they live now, as far as the doer may see it and no seal covers it."""
    people = {row.pk: row.subject_id for row in known}
    sight, unsealed = _sights(by, people, now)
    keys = {
        home.row.pk
        for home in (homes_of_people(sight, people) if people else ())
        if any(stay.kind == LIVES_HERE and not is_over(stay.until, day_of(now)) for stay in home.stays)
    }
    stays = unsealed.rows(HouseholdMember, person__in=list(people), household__in=keys, withdrawn_at=None)
    return list(unsealed.rows(Household, pk__in=stays.values("household_id")).order_by("pk"))


def _new_home(first: Person, now: dt.datetime) -> Household:
    """Called after the first child until somebody gives it the name the family uses."""
    sight = Sight(Unsealed(now=now), [first.subject_id])
    home = Household(name=f"Home of {shown_name(record_of(first, sight))}"[: LIMITS["name"]])
    home.save(force_insert=True)
    return home
