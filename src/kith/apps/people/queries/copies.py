"""What of a child's family may leave in a copy: nothing that any seal covers, whoever asks, and few kinds of fact."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from kith.apps.access.queries import NothingHere, OpenToAll, circle_ids, day_of, require, target_of, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.people import actions
from kith.apps.people.cards import is_over
from kith.apps.people.homes import homes_of_people
from kith.apps.people.kinds import tie_kind
from kith.apps.people.models import Person, PersonName, Tie
from kith.apps.people.projections import CopiedTie, FamilyToCopy
from kith.apps.people.queries.families import ties_among
from kith.apps.people.sight import OpenSight, Sight
from kith.apps.people.unions import TieFact, unions_of
from kith.engines.drawing import network as net

IN_THE_FAMILY = ("partnership", "parent", "sibling")
MAY_BE_SECRET = frozenset({"affair", "casual", "donor"})
ORDINARY = 1  # nobody whose record is more sensitive than this, or than the child's own, is in any copy
NAMES_FIRST = ("known_as", "legal", "previous")


def family_to_copy(actor: Actor, child_ref: str, *, now: dt.datetime) -> FamilyToCopy:
    """For a caller that has decided that a copy may be made. A child under a seal is not there for any copy."""
    decision = require(actor, actions.READ, child_ref, now=now)
    centre = target_of(child_ref)
    cut = OpenToAll(actor, actions.READ, now=now)
    rows = _open_to_all(actor, [centre.id, *circle_ids(centre.id)], cut, now=now)
    child = next((row for row in rows if row.subject_id == centre.id), None)
    if child is None:
        raise NothingHere
    ceiling = max(child.subject.sensitivity, ORDINARY)
    rows = [row for row in rows if row.subject.sensitivity <= ceiling]
    note_listed(row.subject.ref for row in rows)
    note_opened(child_ref, decision=decision)
    sight = OpenSight(cut, [centre.id])
    names = _names(rows, sight)
    records = {row.pk: _record(row, names.get(row.pk), sight) for row in rows}
    ties = list(_sure_ties(ties_among({row.pk: row.subject_id for row in rows}, sight), ceiling))
    return FamilyToCopy(
        child=records[child.pk],
        network=_network(child_ref, records, ties),
        name_refs={records[key].id: name.ref for key, name in names.items()},
        ties=tuple(CopiedTie(t.ref, frozenset((records[t.a_id].id, records[t.b_id].id))) for t in ties),
    )


def at_home_with(actor: Actor, family: FamilyToCopy, ref: str, *, now: dt.datetime) -> frozenset[str]:
    """Of a family that may stand in a copy, whoever lives with one of them today: they know each other.

    By homes and stays that no seal covers, whoever asks.
    """
    refs = [person.id for person in family.network.persons]
    rows = {row.pk: row for row in Person.objects.filter(subject__ref__in=refs).select_related("subject")}
    people = {key: row.subject_id for key, row in rows.items()}
    sight = OpenSight(OpenToAll(actor, actions.READ, now=now), list(people.values()))
    found: set[str] = set()
    for home in homes_of_people(sight, people):
        living = {rows[stay.person_id].subject.ref for stay in home.stays if not is_over(stay.until, day_of(now))}
        found |= living if ref in living else set()
    return frozenset(found - {ref})


def _open_to_all(actor: Actor, subject_ids: Sequence[int], cut: OpenToAll, *, now: dt.datetime) -> list[Person]:
    """Standing persons whom the actor may read and no seal covers as a whole; a lost pregnancy is in no copy."""
    rows = Person.objects.filter(subject_id__in=subject_ids, withdrawn_at=None, loss="").select_related("subject")
    permitted = list(visible(actor, actions.READ, rows.order_by("pk"), now=now))
    sealed = cut.closed_subjects([row.subject.ref for row in permitted])
    return [row for row in permitted if row.subject.ref not in sealed]


def _names(rows: Iterable[Person], sight: Sight) -> Mapping[int, PersonName]:
    """What each is called: known-as before legal before any other."""
    found: dict[int, PersonName] = {}
    standing = sight.standing(PersonName, {row.pk: row.subject_id for row in rows})
    for name in sorted(standing, key=lambda name: NAMES_FIRST.index(name.kind)):
        found.setdefault(name.person_id, name)
    return found


def _record(row: Person, name: PersonName | None, sight: Sight) -> net.Person:
    ref = row.subject.ref
    return net.Person(
        id=ref,
        kind=row.kind,
        sex=row.sex,
        gender=sight.says(row.gender, of=ref),
        has_died=row.has_died or row.death is not None,
        names=(net.Name(text=name.text, kind=name.kind, given=name.given),) if name else (),
    )


def _sure_ties(ties: Iterable[Tie], ceiling: int) -> Iterable[Tie]:
    """Who belongs to whom, where nobody disputes it; never one person's view, and nothing that may be a secret."""
    for tie in ties:
        is_sure = tie.withdrawn_at is None and tie.view_of_id is None and tie.certainty == "sure"
        is_family = tie_kind(tie.kind).group in IN_THE_FAMILY and tie.kind not in MAY_BE_SECRET
        if is_sure and is_family and tie.sensitivity <= ceiling:
            yield tie


def _network(about: str, records: Mapping[int, net.Person], ties: Iterable[Tie]) -> net.Network:
    """The kinds of tie alone, which kinship needs; when they began, and who told us, is left behind."""
    facts = [TieFact(kind=tie.kind, a=records[tie.a_id].id, b=records[tie.b_id].id) for tie in ties]
    return net.Network(about=about, persons=tuple(records.values()), unions=unions_of(facts))
