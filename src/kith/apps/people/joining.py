"""Which facts a person takes over from another record of them, and which stay there because they are told already."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model

from kith.apps.access.queries import Unsealed
from kith.apps.people.models import (
    Address,
    Fact,
    HouseholdMember,
    Identifier,
    Language,
    ParentalResponsibility,
    Person,
    PersonName,
    Tie,
)
from kith.apps.people.sight import Sight

SAID: dict[type[Model], tuple[str, ...]] = {
    PersonName: ("kind", "text"),
    Language: ("code",),
    Address: ("lines", "postcode"),
    Identifier: ("kind", "value"),
    HouseholdMember: ("household_id", "kind", "since"),
    ParentalResponsibility: ("child_id", "holder_id", "organisation_id", "how", "since"),
    Tie: ("kind", "a_id", "b_id", "since", "view_of_id"),
}
"""What makes two facts of one kind the same fact."""

OWN: tuple[tuple[type[Model], str], ...] = (
    (PersonName, "person_id"),
    (Language, "person_id"),
    (Address, "person_id"),
    (Identifier, "person_id"),
    (HouseholdMember, "person_id"),
    (ParentalResponsibility, "child_id"),
    (ParentalResponsibility, "holder_id"),
    (Tie, "a_id"),
    (Tie, "b_id"),
)
NAMED: tuple[tuple[type[Model], str], ...] = ((Tie, "view_of_id"), (Tie, "told_by_person_id"))
FIELDS = ("sex", "gender", "pronouns", "birth", "death", "has_died", "ethnicity", "loss", "note", "unknown")
BETWEEN: dict[type[Model], tuple[str, ...]] = {Tie: ("a_id", "b_id"), ParentalResponsibility: ("child_id", "holder_id")}


@dataclass(frozen=True, slots=True)
class Joins:
    """A row that names the other record in one of its columns, and will name the kept one there."""

    row: Model
    column: str


def facts_to_join(kept: Person, merged: Person, *, now: dt.datetime) -> list[Joins]:
    """In keys and for nobody's eyes. What the kept record tells under a seal does not count as told: whoever may not
    see it there would otherwise see the same fact vanish here."""
    sight = Sight(Unsealed(now=now), [kept.subject_id])
    found = [one for model, column in OWN for one in _new(sight, model, column, kept, merged)]
    named = ((model, column, row) for model, column in NAMED for row in _rows(model, column, merged))
    return found + [Joins(row, column) for _, column, row in named]


def fields_to_join(kept: Person, merged: Person) -> list[str]:
    """What is known of the person themselves on the other record alone."""
    return [name for name in FIELDS if not _is_known(kept, name) and _is_known(merged, name)]


def blank(name: str) -> object:
    """What one of these fields holds while nobody has said anything."""
    return name == "unknown" or getattr(Person(), name)


def _is_known(person: Person, name: str) -> bool:
    """Of somebody unknown as such it is known that they are not."""
    return bool(getattr(person, name)) != (name == "unknown")


def _new(sight: Sight, model: type[Model], column: str, kept: Person, merged: Person) -> Iterator[Joins]:
    told = {_said(row, kept, merged) for row in _told(sight, model, column, kept)}
    for row in _rows(model, column, merged):
        is_told = _said(row, kept, merged) in told and _stands(row)
        if not is_told and not _is_between(row, kept, merged):
            yield Joins(row, column)


def _rows(model: type[Model], column: str, person: Person) -> Iterator[Model]:
    yield from model._default_manager.filter(**{column: person.pk}).order_by("pk")


def _told(sight: Sight, model: type[Model], column: str, kept: Person) -> Iterator[Model]:
    """What everybody may see who sees the person."""
    open_to_all = {"sensitivity": 0} if model is Tie else {}
    yield from (row for row in sight.rows(model, **{column: kept.pk}, **open_to_all) if _stands(row))


def _stands(row: Model) -> bool:
    return not isinstance(row, (Fact, Tie)) or row.withdrawn_at is None


def _said(row: Model, kept: Person, merged: Person) -> tuple[object, ...]:
    """As if it were said of the kept one."""
    values = [(name, getattr(row, name)) for name in SAID[type(row)]]
    return tuple(
        kept.pk if name in ("a_id", "b_id", "child_id", "holder_id", "view_of_id") and value == merged.pk else value
        for name, value in values
    )


def _is_between(row: Model, kept: Person, merged: Person) -> bool:
    """A tie of somebody to themselves says nothing, so what was said between the two stays where it is."""
    ends = {getattr(row, name) for name in BETWEEN.get(type(row), ())}
    return {kept.pk, merged.pk} <= ends
