"""Children whose records begin together: the parents they share, the ties between them, and the home they live in.

It runs inside the caller's deed, which has decided that each of them may be read.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kith.apps.access.queries import Unsealed
from kith.apps.access.services import join_circles, open_subject
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed
from kith.apps.people.models import Household, HouseholdMember, Person, Tie
from kith.apps.people.reading import record_of, shown_name
from kith.apps.people.rules import checked_person
from kith.apps.people.services.rows import reindex, said_of
from kith.apps.people.sight import Sight
from kith.apps.people.unions import TieFact
from kith.apps.people.writing import NewPerson, Source, tie_row, write_people
from kith.engines.drawing import network as net
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS

SAME_MOTHER, SAME_PARENTS = "mother", "both"
SHARES = ("", SAME_MOTHER, SAME_PARENTS)
SEXES_SHARED = {SAME_MOTHER: ("F",), SAME_PARENTS: ("F", "M")}
BIRTH, SIBLING, LIVES_HERE = "birth", "sibling", "lives_here"


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
    """Of the known ones only what no seal covers is told a second time, and nothing of theirs changes but their ties."""
    if told.share not in SHARES:
        raise CannotBeginTogether("Choose one of the answers that are offered.")
    if not new_refs or not (told.share or told.is_one_home):
        return
    new, known = _rows(new_refs), _rows(known_refs)
    _stand_together(new, known)
    if told.share:
        _share_parents(act, new, known, told.share, source=Source(by.agency_id, now), now=now)
    if told.is_one_home:
        _live_together(act, new, known, now=now)
    reindex(new, now=now)


def _rows(refs: Collection[str]) -> list[Person]:
    found = {row.subject.ref: row for row in Person.objects.filter(subject__ref__in=refs).select_related("subject")}
    return [found[ref] for ref in dict.fromkeys(refs)]


def _stand_together(new: Sequence[Person], known: Sequence[Person]) -> None:
    """Each stands in the network of the others; what is between the known ones stays as it is."""
    beside = [(one.subject_id, other.subject_id) for one in new for other in (*new, *known)]
    join_circles(sorted({*beside, *((b, a) for a, b in beside)}))


def _share_parents(
    act: Deed, new: Sequence[Person], known: Sequence[Person], share: str, *, source: Source, now: dt.datetime
) -> None:
    """The parents on record; where there are none, a place is kept open for each, and a known child is a sibling."""
    theirs = _parents_of(known, share, now)
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
            _keep_tie(act, BIRTH, parent, child, source)
        for other in known:
            if not theirs[other.pk]:
                _keep_tie(act, SIBLING, other, child, source)


def _parents_of(known: Sequence[Person], share: str, now: dt.datetime) -> dict[int, list[Person]]:
    """By child: the birth parents that no seal covers; where only the mother is shared, nobody who is known as a man."""
    sight = Sight(Unsealed(now=now), [row.subject_id for row in known])
    closed = {value.person_id for value in sight.closed_values if value.is_whole}
    found: dict[int, list[Person]] = {row.pk: [] for row in known}
    told = sight.rows(Tie, b__in=list(found), kind=BIRTH, withdrawn_at=None, sensitivity=0, view_of=None)
    for tie in told.select_related("a__subject").order_by("pk"):
        is_there = tie.a_id not in closed and tie.a.withdrawn_at is None
        if is_there and (share == SAME_PARENTS or tie.a.sex != "M"):
            found[tie.b_id].append(tie.a)
    return found


def _kept_open(act: Deed, sex: str) -> Person:
    """Somebody whom nobody has named yet."""
    person = checked_person(net.Person(id="parent", sex=sex, unknown=True))
    subject = open_subject()
    (key,) = write_people([NewPerson(person, subject.pk)])
    act.changed(subject.ref, after=said_of(person))
    return Person.objects.select_related("subject").get(pk=key)


def _keep_tie(act: Deed, kind: str, a: Person, b: Person, source: Source) -> None:
    row = Tie(**tie_row(TieFact(kind=kind, a="a", b="b"), {"a": a.pk, "b": b.pk}, source))
    row.save(force_insert=True)
    for person in (a, b):
        act.changed(person.subject.ref, after={f"tie {kind}": row.ref})


def _live_together(act: Deed, new: Sequence[Person], known: Sequence[Person], *, now: dt.datetime) -> None:
    """The home of the known ones, where one is on record and no seal covers it; else a new one, for the new alone."""
    homes = _homes_of(known, now)
    if len(homes) > 1:
        raise CannotBeginTogether(
            "The children you chose live in more than one home on record. Leave open where these live, and say it on "
            "their pages."
        )
    home = homes[0] if homes else _new_home(new[0], now)
    for child in new:
        HouseholdMember(household=home, person=child, kind=LIVES_HERE).save(force_insert=True)
        act.changed(child.subject.ref, after={"home": home.ref})


def _homes_of(known: Sequence[Person], now: dt.datetime) -> list[Household]:
    sight = Sight(Unsealed(now=now), [row.subject_id for row in known])
    stays = sight.rows(HouseholdMember, person__in=known, withdrawn_at=None, until="", kind=LIVES_HERE)
    return list(sight.rows(Household, pk__in=stays.values("household_id")).order_by("pk"))


def _new_home(first: Person, now: dt.datetime) -> Household:
    """Called after the first child until somebody gives it the name the family uses."""
    sight = Sight(Unsealed(now=now), [first.subject_id])
    home = Household(name=f"Home of {shown_name(record_of(first, sight))}"[: LIMITS["name"]])
    home.save(force_insert=True)
    return home
