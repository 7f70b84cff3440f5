"""One row of a pedigree, and a network made of rows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kith.engines.drawing.formats.checks import refuse_impossible_kin, refuse_too_many
from kith.engines.drawing.formats.contradictions import contradictions
from kith.engines.drawing.formats.limits import LONGEST_ID
from kith.engines.drawing.formats.plain_text import is_label
from kith.engines.drawing.formats.reading import CannotReadFamily
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import ChildLink, Kept, Network, Person, Union

NOBODY = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A person of one family; `father` and `mother` are ids in that family or `NOBODY`."""

    line: int
    family: str
    id: str
    father: str = NOBODY
    mother: str = NOBODY
    person: Person  # its id is not used: ids of a table are unique in one family only
    twin: str = ""  # shared by identical twins
    kept: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        return f"line {self.line}"


Key = tuple[str, str]
"""A family and an id in it."""


def network_of(rows: list[Row], *, name: str, warnings: Warnings) -> Network:
    """Everybody once, and a union for each pair of parents; raises CannotReadFamily with the line."""
    rows = [*rows, *_parents_without_row(rows, warnings)]
    ids = _ids(rows)
    persons = tuple(replace(row.person, id=ids[row.family, row.id]) for row in rows)
    unions, places = _unions(rows, ids)
    network = Network(name=name, persons=persons, unions=unions, kept=tuple(_kept(rows, ids)))
    refuse_too_many(network)
    refuse_impossible_kin(network, places)
    return replace(network, notes=contradictions(network))


def id_in(rows: list[Row], wanted: Row) -> str:
    """The id that somebody of these rows has in the network."""
    return _ids(rows)[wanted.family, wanted.id]


def _ids(rows: list[Row]) -> dict[Key, str]:
    """The row's own id where no other family uses it too."""
    uses = Counter(row.id for row in rows)
    ids: dict[Key, str] = {}
    for row in rows:
        id = row.id if uses[row.id] == 1 else f"{row.family}:{row.id}"
        if (row.family, row.id) in ids:
            raise CannotReadFamily(f"Line {row.line} has the id of another line of its family; give it another.")
        if not is_label(id, most=LONGEST_ID):
            raise CannotReadFamily(f"Line {row.line} has an id that is too long or holds invisible characters.")
        ids[row.family, row.id] = id
    return ids


def _parents_without_row(rows: list[Row], warnings: Warnings) -> list[Row]:
    known = {(row.family, row.id) for row in rows}
    added: dict[Key, Row] = {}
    for row in rows:
        for id, sex in ((row.father, "M"), (row.mother, "F")):
            key = row.family, id
            if id != NOBODY and key not in known and key not in added:
                warnings.add("A parent who has no line of their own was added", row.place)
                added[key] = Row(line=row.line, family=row.family, id=id, person=Person(id=id, sex=sex))
    return list(added.values())


def _unions(rows: list[Row], ids: Mapping[Key, str]) -> tuple[tuple[Union, ...], dict[tuple[str, str], str]]:
    children: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        parents = tuple(ids[row.family, id] for id in (row.father, row.mother) if id != NOBODY)
        if parents:
            children.setdefault(parents, []).append(row)
    unions, places = [], {}
    for number, (parents, born) in enumerate(children.items(), 1):
        links = tuple(ChildLink(child=ids[r.family, r.id], twin=r.twin, identical=bool(r.twin) or None) for r in born)
        unions.append(Union(id=f"u{number}", partners=parents, children=links))
        places.update({(f"u{number}", parent): born[0].place for parent in parents})
        places.update({(f"u{number}", ids[row.family, row.id]): row.place for row in born})
    return tuple(unions), places


def _kept(rows: list[Row], ids: Mapping[Key, str]) -> Iterator[Kept]:
    for row in rows:
        for tag, value in row.kept.items():
            yield Kept(where=row.place, tag=tag, value=value, owner=ids[row.family, row.id])
