"""The standard lines of a union: partners, the history of the couple, children and how they belong."""

from collections.abc import Iterable, Iterator, Mapping

from kith.engines.drawing.formats.gedcom_out.dates import date_words
from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.network import ChildLink, Network, Person, Status, Union

_EVENTS = {"married": "MARR", "engaged": "ENGA", "divorced": "DIV"}
_TYPES = {
    "separated": "separation",
    "cohabiting": "cohabitation",
    "casual": "casual relationship",
    "affair": "affair",
    "widowed": "widowed",
}
_PEDIGREES = ("birth", "adopted", "foster")
MOST_PARTNERS = 2


def union_lines(union: Union, people: Mapping[str, Person], pen: Pen) -> Iterator[Record]:
    yield from _partners(union, people, pen)
    for child in dict.fromkeys(link.child for link in union.children):
        yield pen.pointer("CHIL", child)
    for status in union.statuses:
        yield _status(status, pen)


def _partners(union: Union, people: Mapping[str, Person], pen: Pen) -> Iterator[Record]:
    """Two at most; HUSB and WIFE follow the recorded sex where they can, and mean no more than partner."""
    first, second = (*union.partners, "", "")[:MOST_PARTNERS]
    sexes = [people[id].sex if id else "" for id in (first, second)]
    tags = ("WIFE", "HUSB") if sexes[0] == "F" or (sexes[0] != "M" and sexes[1] == "M") else ("HUSB", "WIFE")
    for tag, id in zip(tags, (first, second), strict=True):
        if id:
            yield pen.pointer(tag, id)


def _status(status: Status, pen: Pen) -> Record:
    dates = [pen.line("DATE", date_words(status.since))] if status.since else []
    if status.kind == "civil":
        return pen.line("MARR", "", pen.line("TYPE", "civil partnership"), *dates)
    if status.kind in _EVENTS:
        tag = "ANUL" if status.account and status.account.words == "annulled" else _EVENTS[status.kind]
        return pen.line(tag, "" if dates else "Y", *dates)
    return pen.line("EVEN", "", pen.line("TYPE", _TYPES.get(status.kind, status.kind)), *dates)


def kin_lines(network: Network, pen: Pen) -> dict[str, list[Record]]:
    """For each person, the lines that point back to the families they belong to."""
    found: dict[str, list[Record]] = {person.id: [] for person in network.persons}
    for union in network.unions:
        for link in _first_links(union.children):
            found[link.child].append(pen.pointer("FAMC", union.id, *_pedigree(link, pen)))
        for partner in union.partners[:MOST_PARTNERS]:
            found[partner].append(pen.pointer("FAMS", union.id))
    return found


def _first_links(links: Iterable[ChildLink]) -> Iterable[ChildLink]:
    first: dict[str, ChildLink] = {}
    for link in links:
        first.setdefault(link.child, link)
    return first.values()


def _pedigree(link: ChildLink, pen: Pen) -> Iterator[Record]:
    """Birth is said too: without a word, programs take it for granted, and readers should not have to."""
    if not pen.is_newest:
        yield pen.line("PEDI", link.kind)
    elif link.kind in _PEDIGREES:
        yield pen.line("PEDI", link.kind.upper())
    else:
        yield pen.line("PEDI", "OTHER", pen.line("PHRASE", link.kind))
