"""Some of a child's rows: by agency, kind, how they read, with the child's words, or by words looked for.

Words that somebody types travel in the body. What is chosen from a list may stand in an address: it names nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from django.http import HttpRequest

from kith.apps.chronologies.projections import OpenRow
from kith.engines.chronology import event_types
from kith.kernel.folding import folded
from kith.web.searching import to_search, words_searched
from kith.web.sent import in_address, posted

FAMILY, PLAIN = "family", "plain"
READS = (("green", "strength"), ("amber", "watch"), ("red", "harm"), (PLAIN, "none of these"))


@dataclass(frozen=True, slots=True)
class Sifted:
    """Which rows are asked for; what is empty is not asked."""

    find: str = ""
    said: str = ""
    agency: str = ""
    kind: str = ""
    reads: str = ""
    rests: str = ""  # a line of what the story adds up to, whose rows are shown

    @property
    def address(self) -> Mapping[str, str]:
        """What of it may stand in an address."""
        chosen = {"said": self.said, "agency": self.agency, "kind": self.kind, "reads": self.reads, "rests": self.rests}
        return {name: value for name, value in chosen.items() if value}

    @property
    def is_any(self) -> bool:
        return bool(self.find or self.address)

    def keeps(self, row: OpenRow) -> bool:
        said = row.said
        return (
            (not self.said or bool(said.childs_words))
            and self.agency in ("", agency_of(row))
            and self.kind in ("", said.type)
            and self.reads in ("", said.rag or PLAIN)
            and (not self.find or self._is_found(row))
        )

    def _is_found(self, row: OpenRow) -> bool:
        """Every word somewhere in what the row shows."""
        said = row.said
        shown = folded(" ".join((said.fact, said.childs_words, said.impact, said.action, row.told_by, row.type_name)))
        return all(word in shown for word in folded(to_search(self.find)).split())


def sifted(request: HttpRequest) -> Sifted:
    """As it was sent: by the form in the body, by a link in the address."""
    names = [one.name for one in fields(Sifted) if one.name != "find"]
    if request.method == "POST":
        return Sifted(find=words_searched(request).strip(), **{name: posted(request, name) for name in names})
    return Sifted(**{name: in_address(request, name) for name in names})


def agency_of(row: OpenRow) -> str:
    """By what a link names whoever tells it: everybody of the family together, as their names stay out of addresses."""
    return FAMILY if row.is_of_family else row.agency_ref


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from: only what some row of the story has."""

    agencies: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    reads: tuple[tuple[str, str], ...]


def choices_of(rows: Sequence[OpenRow]) -> Choices:
    agencies = {row.agency_ref: row.agency for row in rows if not row.is_of_family}
    family = [(FAMILY, "the family")] if any(row.is_of_family for row in rows) else []
    return Choices(
        agencies=(*sorted(agencies.items(), key=lambda pair: pair[1]), *family),
        kinds=tuple(_kinds({row.said.type for row in rows})),
        reads=tuple(pair for pair in READS if any((row.said.rag or PLAIN) == pair[0] for row in rows)),
    )


def _kinds(there: set[str]) -> Iterator[tuple[str, str]]:
    yield from ((one.id, one.name) for one in event_types().values() if one.id in there)
