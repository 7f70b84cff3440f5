"""Reads the plain families form: persons with an id and a sex, unions with partners, status and children."""

from collections.abc import Iterator
from dataclasses import replace

from kith.engines.drawing.formats.checks import path_places, refuse_impossible_kin, refuse_too_many, refuse_wrong_ids
from kith.engines.drawing.formats.contradictions import contradictions
from kith.engines.drawing.formats.json_text import JsonObject, not_endless, one_of, proved_id
from kith.engines.drawing.formats.plain_text import one_line
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading, counted
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import ChildLink, Kept, Network, Person, Status, Union
from kith.engines.drawing.vocabulary import CHILD_LINKS, SEXES, STATUSES

_WHOLE, _PERSON = ("name", "persons", "unions"), ("id", "sex")
_UNION, _CHILD = ("id", "partners", "status", "children"), ("id", "rel", "twin", "identical")


def read_families(members: dict[str, object], *, name: str) -> Reading:
    """Read an already parsed file; `name` is what the network is called where the file does not say."""
    whole = JsonObject(members)
    warnings = Warnings()
    network = Network(
        name=one_line(whole.text("name", name), most=100),
        persons=tuple(_person(item) for item in whole.objects("persons")),
        unions=tuple(_union(item) for item in whole.objects("unions")),
        kept=tuple(_kept(whole)),
    )
    refuse_too_many(network)
    refuse_wrong_ids(network)
    _refuse_double_children(network)
    refuse_impossible_kin(network, path_places(network))
    for kept in network.kept:
        warnings.add("Something the network has no room for is kept in words", kept.where)
    network = replace(network, notes=contradictions(network))
    return Reading(
        network=network,
        format="families JSON",
        encoding="UTF-8",
        counts=counted(network),
        warnings=warnings.sentences(),
    )


def _person(item: JsonObject) -> Person:
    sex = item.text("sex", "").replace("U", "")
    return Person(id=proved_id(item.text("id"), item.at("id")), sex=one_of(sex, SEXES, item.at("sex")))


def _union(item: JsonObject) -> Union:
    status = item.text("status", "")
    return Union(
        id=proved_id(item.text("id"), item.at("id")),
        partners=tuple(item.texts("partners")),
        statuses=(Status(kind=one_of(status, STATUSES, item.at("status"))),) if status else (),
        children=tuple(_child(child) for child in item.objects("children", [])),
    )


def _child(item: JsonObject) -> ChildLink:
    kind = one_of(item.text("rel", "birth"), CHILD_LINKS, item.at("rel"))
    twin = item.text("twin", "")
    group = proved_id(twin, item.at("twin")) if twin else ""
    return ChildLink(child=item.text("id"), kind=kind, twin=group, identical=item.truth("identical"))


def _refuse_double_children(network: Network) -> None:
    for number, union in enumerate(network.unions):
        seen: set[str] = set()
        for position, link in enumerate(union.children):
            if link.child in seen:
                raise CannotReadFamily(
                    f"unions[{number}].children[{position}] lists a child of that union again; leave one of them out."
                )
            seen.add(link.child)


def _kept(whole: JsonObject) -> Iterator[Kept]:
    yield from _others(whole, _WHOLE, "")
    for person in whole.objects("persons"):
        yield from _others(person, _PERSON, person.text("id"))
    for union in whole.objects("unions"):
        yield from _others(union, _UNION, union.text("id"))
        for child in union.objects("children", []):
            yield from _others(child, _CHILD, union.text("id"))


def _others(item: JsonObject, known: tuple[str, ...], owner: str) -> Iterator[Kept]:
    for path, key, words in item.others(*known):
        yield Kept(where=path, tag=key, value=not_endless(words, path), owner=owner)
