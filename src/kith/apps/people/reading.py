"""Stored rows back to the plain records they were written from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kith.apps.people.models import Address, Fact, Identifier, Language, Person, PersonName, Tie
from kith.apps.people.unions import Born, TieFact
from kith.engines.drawing import network as net


def record_of(row: Person, *, with_details: bool = False) -> net.Person:
    """One person; names and the rest only where asked for."""
    if with_details:
        return records_of([row])[row.pk]
    return _record(row, {}, {})


def records_of(rows: Iterable[Person]) -> dict[int, net.Person]:
    """Records by key, each with the subject's ref as its id, in as many queries as there are tables.

    Who told us is named only where they are among these people: a teller the viewer may not see is not there.
    """
    rows = list(rows)
    keys = [row.pk for row in rows]
    refs = {row.subject_id: row.subject.ref for row in rows}
    details: dict[str, dict[int, list[object]]] = {
        "names": _grouped((n.person_id, _name(n)) for n in _of(PersonName, keys)),
        "languages": _grouped(
            (x.person_id, net.Language(code=x.code, needs_interpreter=x.needs_interpreter)) for x in _of(Language, keys)
        ),
        "addresses": _grouped((a.person_id, address_of(a)) for a in _of(Address, keys)),
        "identifiers": _grouped(
            (i.person_id, net.Identifier(kind=i.kind, value=i.value, issuer=i.issuer)) for i in _of(Identifier, keys)
        ),
    }
    return {row.pk: _record(row, refs, {k: tuple(by_key[row.pk]) for k, by_key in details.items()}) for row in rows}


def _of(model: Any, keys: list[int]) -> Iterable[Any]:
    """Rows of these people that stand; what was taken out is shown by its own card only."""
    standing = {"withdrawn_at": None} if issubclass(model, Fact) else {}
    return model.objects.filter(person_id__in=keys, **standing).order_by("pk")


def _grouped(pairs: Iterable[tuple[int, object]]) -> dict[int, list[object]]:
    found: dict[int, list[object]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def shown_name(person: net.Person) -> str:
    """The whole name for lists and headings; a ref is never shown as a name."""
    return person.full_name if person.names else _nameless(person)


def short_name(person: net.Person) -> str:
    """What they are called, for sentences about ties."""
    return person.called if person.names else _nameless(person)


def _nameless(person: net.Person) -> str:
    return "Not born yet" if person.kind == "unborn" else "Not known yet"


def _record(row: Person, refs: Mapping[int, str], details: Mapping[str, tuple]) -> net.Person:
    return net.Person(
        id=row.subject.ref,
        kind=row.kind,
        sex=row.sex,
        gender=row.gender,
        pronouns=row.pronouns,
        birth=row.birth,
        death=row.death,
        has_died=row.has_died,
        provisional=row.provisional,
        unknown=row.unknown,
        ethnicity=row.ethnicity,
        fact=row.note,
        account=_account(row, refs),
        **details,
    )


def _account(row: Person, refs: Mapping[int, str]) -> net.Account | None:
    account = net.Account(
        told_by=refs.get(row.told_by_subject_id or 0, row.told_by), told_on=row.told_on, certainty=row.certainty
    )
    return None if account == net.Account() else account


def _name(row: PersonName) -> net.Name:
    return net.Name(text=row.text, kind=row.kind, given=row.given, family=row.family, since=row.since, until=row.until)


def address_of(row: Address) -> net.Address:
    return net.Address(lines=row.lines, postcode=row.postcode, since=row.since, until=row.until)


def home_addresses(household_ids: Iterable[int]) -> dict[int, net.Address]:
    """The standing address of each home, the newest where there are several."""
    rows = Address.objects.filter(household_id__in=list(household_ids), withdrawn_at=None, until="").order_by("pk")
    return {row.household_id: address_of(row) for row in rows if row.household_id}


def tie_fact(row: Tie, refs: Mapping[int, str]) -> TieFact:
    """A stored tie with refs for its people; the one whose view it is only where they are among them."""
    account = net.Account(
        told_by=refs.get(row.told_by_person_id or 0, row.told_by),
        told_on=row.told_on,
        certainty=row.certainty,
        view_of=refs.get(row.view_of_id or 0, ""),
        words=row.words,
    )
    return TieFact(
        kind=row.kind,
        a=refs[row.a_id],
        b=refs[row.b_id],
        since=row.since,
        until=row.until,
        account=None if account == net.Account() else account,
    )


def births_among(rows: Iterable[Person], identical: Mapping[int, bool]) -> dict[str, Born]:
    """Who was born together, among these people only: somebody alone in a group is no twin on this page."""
    groups = _grouped((row.birth_group_id, row.subject.ref) for row in rows if row.birth_group_id)
    return {
        str(ref): Born(f"b{number}", identical.get(key, False))
        for number, (key, refs) in enumerate(sorted(groups.items()), 1)
        if len(refs) > 1
        for ref in refs
    }
