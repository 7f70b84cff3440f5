"""Whose child somebody is, and how: CHIL, FAMC, PEDI, ADOP, _FREL and _MREL brought into one link."""

from kith.engines.drawing.formats.gedcom_dates import claim_date
from kith.engines.drawing.formats.gedcom_index import Index
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import ChildLink
from kith.kernel.partial_dates import PartialDate

_KINDS = {
    "birth": "birth",
    "biological": "birth",
    "natural": "birth",
    "adopted": "adopted",
    "adoption": "adopted",
    "foster": "foster",
    "fostered": "foster",
    "step": "step",
    "stepchild": "step",
    "guardian": "guardian",
    "kinship": "kinship",
    "donor": "donor",
}
_PER_PARENT = ("_FREL", "_MREL")
_SEALED = "sealing"
_IN_WORDS = "other"  # GEDCOM 7: the PHRASE below says it


class Links:
    """The child links of a whole file: what families say of children and children of families."""

    def __init__(self, index: Index, warnings: Warnings) -> None:
        self._warnings = warnings
        self._children: dict[str, list[str]] = {}
        self._backs: dict[tuple[str, str], Record] = {}
        self._adoptions: dict[tuple[str, str], tuple[Record, Record]] = {}
        for child, record in index.people.items():
            self._note_person(child, record)

    def _note_person(self, child: str, record: Record) -> None:
        for said in record.each("FAMC"):
            if self._backs.setdefault((child, said.pointer), said) is said:
                self._children.setdefault(said.pointer, []).append(child)
        for event in record.each("ADOP"):
            for named in event.each("FAMC"):
                self._adoptions.setdefault((child, named.pointer), (event, named))

    def claim(self, family: Record) -> tuple[tuple[ChildLink, int], ...]:
        """The links of one family, each with the line that tells it, those told by the children alone last."""
        lines: dict[str, Record | None] = {}
        for said in family.each("CHIL"):
            if said.pointer in lines:
                self._warnings.add("A child is listed twice in one family, and the second line is kept", said.place)
            elif said.pointer:
                lines[said.pointer] = said
        for child in self._children.get(family.xref, ()):
            lines.setdefault(child, None)
        found = (self._link(child, family.xref, said) for child, said in lines.items())
        return tuple(link for link in found if link)

    def _link(self, child: str, family: str, said: Record | None) -> tuple[ChildLink, int] | None:
        back = self._backs.get((child, family))
        told = list(filter(None, (said, back)))
        pedigree = self._claim_pedigree(back)
        if pedigree == _SEALED:
            self._warnings.add("A sealing is no parentage, so it is kept and not drawn", told[-1].place)
            return None
        for record in told:
            record.claimed = True
        adoption = self._adoptions.get((child, family))
        since = self._claim_adoption(*adoption) if adoption else None
        kind = "adopted" if adoption and pedigree in ("", "birth") else pedigree
        return ChildLink(child=child, kind=kind or self._claim_per_parent(told), since=since), told[0].line

    def _claim_pedigree(self, back: Record | None) -> str:
        said = back.first("PEDI") if back else None
        if said is None or not said.text:
            return ""
        phrase = said.first("PHRASE")
        if phrase and said.text.casefold() == _IN_WORDS:
            said.claimed = phrase.text.casefold() in _KINDS
            said = phrase
        word = said.text.casefold()
        if word == _SEALED:
            return word
        if word not in _KINDS:
            self._warnings.add("How a child belongs to a family was not understood, so its word is kept", said.place)
            return ""
        said.claimed = True
        return _KINDS[word]

    def _claim_adoption(self, event: Record, named: Record) -> PartialDate | None:
        """Since when; "by one of them only" stays in words."""
        event.claimed = named.claimed = True
        by = named.first("ADOP")
        if by and by.text.upper() == "BOTH":
            by.claimed = True
        return claim_date(event, self._warnings)

    def _claim_per_parent(self, told: list[Record]) -> str:
        """One kind for both parents, birth if nothing is told; where they differ both lines are kept."""
        said = [relation for record in told for relation in record.each(*_PER_PARENT)]
        kinds = {_KINDS.get(relation.text.casefold(), "") for relation in said}
        if kinds in (set(), {""}):
            return "birth"
        if len(kinds) == 1:
            for relation in said:
                relation.claimed = True
            return kinds.pop()
        self._warnings.add("A child belongs to each parent in another way, so both lines are kept", said[0].place)
        return "birth" if "birth" in kinds else max(kinds)
