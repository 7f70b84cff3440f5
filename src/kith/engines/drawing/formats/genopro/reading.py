"""A GenoPro file from its packed bytes to a network."""

from collections.abc import Iterator
from dataclasses import replace

from kith.engines.drawing.formats.archives import unpacked
from kith.engines.drawing.formats.checks import refuse_impossible_kin, refuse_too_many
from kith.engines.drawing.formats.contradictions import contradictions
from kith.engines.drawing.formats.genopro.people import person_of
from kith.engines.drawing.formats.genopro.ties import (
    Individuals,
    claim_families,
    claim_links,
    claim_relations,
    claim_said,
    claim_twins,
)
from kith.engines.drawing.formats.genopro.xml_tree import Element, parse_xml
from kith.engines.drawing.formats.json_text import proved_id
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading, counted
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Kept, Network

DATA = "Data.xml"
_ONLY_LOOKS = ("Position", "BoundaryRect", "Color", "Colors", "GenoMaps", "Global")


def read_genopro(data: bytes, part: str, *, name: str) -> Reading:
    """Read a .gno archive; `part` is the name its `Data.xml` has there. Raises CannotReadFamily.

    >>> import io, zipfile
    >>> file = io.BytesIO()
    >>> with zipfile.ZipFile(file, "w") as archive:
    ...     archive.writestr(DATA, "<GenoPro><Individuals><Individual ID='i1'/></Individuals></GenoPro>")
    >>> read_genopro(file.getvalue(), DATA, name="example").network.persons[0].id
    'i1'
    """
    warnings = Warnings()
    root = parse_xml(unpacked(data, part))
    people = _people(root)
    unions = claim_families(list(root.under("Families", "Family")), warnings)
    places = claim_links(list(root.under("PedigreeLinks", "PedigreeLink")), unions, people, warnings)
    claim_twins(list(root.under("Twins", "Twin")), unions, people, warnings)
    feelings = list(root.under("EmotionalRelationships", "EmotionalRelationship"))
    network = Network(
        name=name,
        persons=tuple(person_of(element, id, warnings) for id, element in people.elements.items()),
        unions=tuple(unions.values()),
        relations=tuple(claim_relations(feelings, people)),
    )
    refuse_too_many(network)
    refuse_impossible_kin(network, places)
    network = replace(network, kept=tuple(_kept(root, warnings)), notes=contradictions(network))
    return Reading(
        network=network, format="GenoPro", encoding="XML", counts=counted(network), warnings=warnings.sentences()
    )


def _people(root: Element) -> Individuals:
    """Everybody once; an individual that only stands for another, on a second page, is that other."""
    found, aliases = {}, {}
    for element in root.under("Individuals", "Individual"):
        id = proved_id(claim_said(element, "ID"), f"Line {element.line}: the ID of an individual")
        if id in found:
            raise CannotReadFamily(f"Line {element.line} has the ID of another individual; save the family again.")
        element.claimed, element.id = True, id
        found[id] = element
        target = claim_said(element, "InternalHyperlink") or claim_said(element, "Hyperlink")
        if target:
            aliases[id] = target
    if not found:
        raise CannotReadFamily("There are no people (Individual) in this GenoPro file; save the family again.")
    known = {id: target for id, target in aliases.items() if target in found and target not in aliases}
    return Individuals({id: element for id, element in found.items() if id not in known}, known)


def _kept(root: Element, warnings: Warnings) -> Iterator[Kept]:
    """What nobody claimed, but for how the picture looked there, which is counted and left out."""
    waiting = [(child, child.tag, "") for child in reversed(root.children)]
    while waiting:
        element, path, owner = waiting.pop()
        if element.tag in _ONLY_LOOKS:
            warnings.add("How the picture looked in GenoPro (positions, colours, pages) is left out", element.place)
            continue
        owner = element.id or owner
        if not element.claimed and element.text:
            yield Kept(where=element.place, tag=path, value=element.text, owner=owner)
        for key, value in element.attributes.items():
            yield Kept(where=element.place, tag=f"{path}@{key}", value=value, owner=owner)
        waiting.extend((child, f"{path}.{child.tag}", owner) for child in reversed(element.children))
