"""GenoPro's families, pedigree links, twins and emotional relationships."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kith.engines.drawing.formats.genopro.people import claim_date
from kith.engines.drawing.formats.genopro.xml_tree import Element
from kith.engines.drawing.formats.plain_text import one_line, quoted
from kith.engines.drawing.formats.reading import CannotReadFamily
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Account, ChildLink, Relation, Status, Union
from kith.kernel.text import LIMITS

_STATUSES = {
    "marriage": "married",
    "married": "married",
    "divorce": "divorced",
    "divorced": "divorced",
    "nullity": "divorced",
    "separation": "separated",
    "separationinfact": "separated",
    "legalseparation": "separated",
    "separated": "separated",
    "cohabitation": "cohabiting",
    "legalcohabitation": "cohabiting",
    "unofficialcohabitation": "cohabiting",
    "commonlaw": "cohabiting",
    "engagement": "engaged",
    "engaged": "engaged",
    "casual": "casual",
    "temporaryrelation": "casual",
    "shortrelation": "casual",
    "loveaffair": "affair",
    "affair": "affair",
    "widowed": "widowed",
}
_LINKS = {"biological": "birth", "adopted": "adopted", "foster": "foster"}
_PARENT = "parent"
_IDENTICAL = {
    "identical": True,
    "monozygotic": True,
    "fraternal": False,
    "dizygotic": False,
    "nonidentical": False,
    "notidentical": False,
}
_FEELINGS = {
    "harmony": "harmony",
    "normal": "harmony",
    "friendship": "friend",
    "close": "close",
    "bestfriends": "very_close",
    "veryclose": "very_close",
    "love": "love",
    "inlove": "love",
    "intimacy": "very_close",
    "fused": "fused",
    "indifferent": "distant",
    "distant": "distant",
    "cutoff": "cut_off",
    "estranged": "cut_off",
    "cutoffrepaired": "cut_off_repaired",
    "discord": "in_conflict",
    "conflict": "in_conflict",
    "hate": "in_conflict",
    "hostile": "in_conflict",
    "distanthostile": "distant_hostile",
    "closehostile": "close_conflict",
    "fusedhostile": "fused_hostile",
    "distrust": "distrust",
    "violence": "harm_physical",
    "abuse": "harm",
    "physicalabuse": "harm_physical",
    "emotionalabuse": "harm_emotional",
    "sexualabuse": "harm_sexual",
    "neglect": "neglect",
    "manipulative": "control",
    "controlling": "control",
    "focusedon": "focused_on",
    "jealous": "jealous",
    "nevermet": "never_met",
    "spiritual": "spiritual",
    "caretaker": "cares_for",
    "supportive": "supports",
}
_NOT_LETTERS = re.compile(r"[^a-z]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Individuals:
    """Everybody by id, and the ids that only stand for one of them on another page."""

    elements: Mapping[str, Element]
    aliases: Mapping[str, str]

    def find(self, id: str, asked: Element) -> str:
        """The id of the one person; raises CannotReadFamily where there is nobody."""
        found = self.aliases.get(id, id)
        if found not in self.elements:
            raise CannotReadFamily(
                f"Line {asked.line} ({asked.tag}) names {quoted(id)}, who is not in this file; save the family again."
            )
        return found


def claim_said(element: Element, name: str) -> str:
    """What an attribute or a part of that name says: GenoPro has written both."""
    part = element.first(name)
    if part is not None:
        part.claimed = True
        return part.text
    return element.attributes.pop(name, "")


def claim_families(elements: list[Element], warnings: Warnings) -> dict[str, Union]:
    found: dict[str, Union] = {}
    for element in elements:
        id = claim_said(element, "ID")
        if not id or id in found:
            raise CannotReadFamily(f"Line {element.line}: a family has no ID, or one that another has; save it again.")
        element.claimed, element.id = True, id
        found[id] = Union(id=id, statuses=tuple(_claim_statuses(element, warnings)))
    return found


def _claim_statuses(element: Element, warnings: Warnings) -> Iterator[Status]:
    for unions in element.each("Unions"):
        unions.claimed = True
        for marriage in unions.each("Marriage"):
            marriage.claimed = True
            yield Status(kind="married", since=claim_date(marriage, warnings))
    said = element.first("Relation")
    kind = _STATUSES.get(_letters(said.text), "") if said else ""
    if said and kind:
        said.claimed = True
        yield Status(kind=kind)
    elif said:
        warnings.add("How a couple lives was not understood, so its word is kept", said.place)


def claim_links(
    elements: list[Element], unions: dict[str, Union], people: Individuals, warnings: Warnings
) -> dict[tuple[str, str], str]:
    """Put partners and children into their families; the place of each, for sentences about them."""
    places: dict[tuple[str, str], str] = {}
    for element in elements:
        kind = _letters(claim_said(element, "PedigreeLink"))
        family, person = claim_said(element, "Family"), people.find(claim_said(element, "Individual"), element)
        if family not in unions:
            raise CannotReadFamily(
                f"Line {element.line} names the family {quoted(family)}, which is not in this file; save it again."
            )
        if (family, person) in places:
            warnings.add("Somebody is linked to one family twice, and the second link is kept", element.place)
            element.attributes.update(PedigreeLink=kind, Family=family, Individual=person)
            continue
        element.claimed = True
        places[family, person] = element.place
        unions[family] = _linked(unions[family], person, kind, element, warnings)
    return places


def _linked(union: Union, person: str, kind: str, element: Element, warnings: Warnings) -> Union:
    if kind == _PARENT:
        return replace(union, partners=(*union.partners, person))
    if kind not in _LINKS:
        warnings.add("How a child belongs to a family was not understood, and birth is taken", element.place)
    return replace(union, children=(*union.children, ChildLink(child=person, kind=_LINKS.get(kind, "birth"))))


def claim_twins(elements: list[Element], unions: dict[str, Union], people: Individuals, warnings: Warnings) -> None:
    for number, element in enumerate(elements, 1):
        group = one_line(claim_said(element, "ID"), most=LIMITS["identifier"]) or f"twins {number}"
        siblings = {people.find(id, element) for id in claim_said(element, "Siblings").replace(",", " ").split()}
        identical = _IDENTICAL.get(_letters(claim_said(element, "TwinLink")))
        element.claimed = True
        born = [union for union in unions.values() if len(siblings & {link.child for link in union.children}) > 1]
        if not born:
            warnings.add("Twins who are not children of one family are left out", element.place)
        for union in born:
            links = (_twin(link, group, identical) if link.child in siblings else link for link in union.children)
            unions[union.id] = replace(union, children=tuple(links))


def _twin(link: ChildLink, group: str, identical: bool | None) -> ChildLink:
    return replace(link, twin=group, identical=identical)


def claim_relations(elements: list[Element], people: Individuals) -> Iterator[Relation]:
    for element in elements:
        a, b = (people.find(claim_said(element, name), element) for name in ("Entity1", "Entity2"))
        element.claimed = True
        word = claim_said(element, "EmotionalLink")
        element.attributes.pop("ID", None)
        said = one_line(word, most=LIMITS["line"])
        kind = _FEELINGS.get(_letters(word), "") or _snake(said)
        account = Account(words=said) if said and _letters(kind) != _letters(word) else None
        yield Relation(a=a, b=b, kind=kind, account=account)


def _letters(words: str) -> str:
    return _NOT_LETTERS.sub("", words.casefold())


def _snake(words: str) -> str:
    return "_".join(part.casefold() for part in _HUMP.split(words) if part) or "other"
