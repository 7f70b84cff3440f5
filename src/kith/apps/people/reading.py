"""Stored rows back to the plain records they were written from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Model

from kith.apps.people.languages import each_once
from kith.apps.people.models import Address, Identifier, Language, Person, PersonName, Tie
from kith.apps.people.sight import People, Sight
from kith.apps.people.unions import TieFact
from kith.engines.drawing import network as net
from kith.engines.drawing.symbols.facts import name_of

DETAILS: Mapping[type[Model], str] = {
    PersonName: "names",
    Language: "languages",
    Address: "addresses",
    Identifier: "identifiers",
}
NAMES = (PersonName,)


def record_of(row: Person, sight: Sight) -> net.Person:
    """One person as far as the sight reaches."""
    return records_of([row], sight)[row.pk]


def records_of(
    rows: Iterable[Person], sight: Sight, *, only: Collection[type[Model]] = DETAILS
) -> dict[int, net.Person]:
    """Records by key, each with the subject's ref as its id, in as many queries as there are tables.

    Who told us is named only where they are among these people: a teller the viewer may not see is not there. A list
    asks for names alone.
    """
    rows = list(rows)
    people = {row.pk: row.subject_id for row in rows}
    refs = {row.subject_id: row.subject.ref for row in rows}
    details = {name: _details(model, people, sight) for model, name in DETAILS.items() if model in only}
    return {row.pk: _record(row, refs, _details_of(row, details), sight) for row in rows}


def _details_of(row: Person, details: Mapping[str, Mapping[int, list[Any]]]) -> dict[str, tuple]:
    """Two may have told of a language, one of them under a seal: whoever sees both reads it once."""
    found = {name: tuple(by_key.get(row.pk, ())) for name, by_key in details.items()}
    return found | ({"languages": each_once(found["languages"])} if "languages" in found else {})


def _details(model: type[Model], people: People, sight: Sight) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in sight.standing(model, people):
        found[row.person_id or 0].append(_detail(row, sight))  # type: ignore[attr-defined]
    return found


def _detail(row: Model, sight: Sight) -> object:
    match row:
        case PersonName():
            return net.Name(
                text=row.text, kind=row.kind, given=row.given, family=row.family, since=row.since, until=row.until
            )
        case Language():
            return net.Language(code=row.code, needs_interpreter=row.needs_interpreter)
        case Address():
            return address_of(row)
        case Identifier():
            return net.Identifier(
                kind=row.kind, value=row.value, issuer=sight.says(row.issuer, of=row.ref, part="issuer")
            )
    raise TypeError(f"Nothing of a person is kept in {type(row).__name__}.")


def shown_name(person: net.Person) -> str:
    """The whole name for lists and headings; a ref is never shown as a name."""
    return person.full_name if person.names else _nameless(person)


def short_name(person: net.Person) -> str:
    """What they are called, for sentences about ties."""
    return person.called if person.names else _nameless(person)


def first_name_of(person: net.Person, *, nobody: str = "") -> str:
    """The given name where it is known, otherwise the first word of what they are called.

    `nobody` stands for somebody without any name.
    """
    for name in person.names:
        if name.text == person.called and name.given:
            return name.given
    if person.names:
        return person.called.split()[0]
    return nobody or ("Baby" if person.kind == "unborn" else "This child")


def _nameless(person: net.Person) -> str:
    if person.loss:
        return name_of(person)
    return "Not born yet" if person.kind == "unborn" else "Not known yet"


def _record(row: Person, refs: Mapping[int, str], details: Mapping[str, tuple], sight: Sight) -> net.Person:
    """Whoever has no name that may be seen is like somebody of whom none is known."""
    ref = row.subject.ref
    return net.Person(
        id=ref,
        kind=row.kind,
        sex=row.sex,
        gender=sight.says(row.gender, of=ref, part="gender"),
        pronouns=sight.says(row.pronouns, of=ref, part="pronouns"),
        birth=row.birth,
        death=row.death,
        has_died=row.has_died,
        loss=row.loss,
        provisional=row.provisional,
        unknown=row.unknown or not (details["names"] or row.kind == "unborn" or row.loss),
        ethnicity=row.ethnicity,
        fact=sight.says(row.note, of=ref, part="note"),
        account=_account(row, refs, sight),
        **details,
    )


def _account(row: Person, refs: Mapping[int, str], sight: Sight) -> net.Account | None:
    told_by = refs.get(row.told_by_subject_id or 0) or sight.says(row.told_by, of=row.subject.ref, part="told_by")
    account = net.Account(told_by=told_by, told_on=row.told_on, certainty=row.certainty)
    return None if account == net.Account() else account


def address_of(row: Address) -> net.Address:
    return net.Address(lines=row.lines, postcode=row.postcode, since=row.since, until=row.until)


def tie_fact(row: Tie, refs: Mapping[int, str], sight: Sight) -> TieFact:
    """A stored tie with refs for its people; the one whose view it is only where they are among them."""
    account = net.Account(
        told_by=refs.get(row.told_by_person_id or 0) or sight.says(row.told_by, of=row.ref, part="told_by"),
        told_on=row.told_on,
        certainty=row.certainty,
        view_of=refs.get(row.view_of_id or 0, ""),
        words=sight.says(row.words, of=row.ref, part="words"),
    )
    return TieFact(
        kind=row.kind,
        a=refs[row.a_id],
        b=refs[row.b_id],
        since=row.since,
        until=row.until,
        account=None if account == net.Account() else account,
    )
