"""Whom a row is about: names as a table holds them, several in a cell, with what they are to the child in brackets."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kith.apps.chronologies.reading.knowledge import plain
from kith.apps.chronologies.reading.notebook import Notebook, quoted
from kith.engines.chronology import CHILD, Subject

NOBODY_NAMED = Subject("child")
_SURE_BREAKS = re.compile(r"\s*(?:;|\n|&|\+|\band\b)\s*", re.I)
_COMMA = re.compile(r"\s*,\s*")
_WITH_ROLE = re.compile(r"^(.*?)\s*\(([^()]*)\)$", re.S)


class Children(NamedTuple):
    """The children whom the merge is about, by name, as far as whoever merges gave them; the first is the one meant."""

    names: tuple[str, ...] = ()

    def meant_by(self, name: str) -> str:
        """The one child whose name has all these words in it, or nothing."""
        words = set(plain(name).split())
        found = [known for known in self.names if words and words <= set(plain(known).split())]
        return found[0] if len(found) == 1 else ""


def subjects_of(cell: str, children: Children, notes: Notebook) -> tuple[Subject, ...]:
    """Those whom a cell names, each once; nobody where it is empty."""
    found = (_subject(name, children, notes) for name in _names(cell, children, notes))
    return tuple({subject.id: subject for subject in found}.values())


def child_meant(children: Children, notes: Notebook) -> tuple[Subject, ...]:
    """Whom a row without names is about: the first child of the merge, or one without a name."""
    if not children.names:
        return (NOBODY_NAMED,)
    notes.once("nobody", f"A row that names nobody was taken to be about {children.names[0]}.")
    return (_named(children.names[0]),)


def _names(cell: str, children: Children, notes: Notebook) -> Iterator[str]:
    """A comma parts two people, unless the whole is one child’s name turned round."""
    for part in filter(None, _SURE_BREAKS.split(cell.strip())):
        pieces: Sequence[str] = [part] if children.meant_by(part) else [one for one in _COMMA.split(part) if one]
        if len(pieces) > 1:
            notes.once("comma", f"A comma was read as parting two people: {quoted(part)} is {len(pieces)} people.")
        yield from pieces


def _subject(name: str, children: Children, notes: Notebook) -> Subject:
    bracketed = _WITH_ROLE.match(name)
    bare, role = (bracketed[1].strip(), bracketed[2].strip()) if bracketed else (name.strip(), "")
    known = children.meant_by(bare)
    if known and known != bare:
        notes.once(f"name {bare}", f"{quoted(bare)} was read as {known}.")
    return _named(known or bare, "" if plain(role) == CHILD else role)


def _named(name: str, role: str = "") -> Subject:
    shown = " ".join(name.split())
    return Subject(plain(shown) or shown, role=role or CHILD, name=shown)


def people_words(subjects: Sequence[Subject]) -> str:
    """The same people as a cell that is read back as them."""
    return "; ".join(
        subject.name if subject.role == CHILD else f"{subject.name} ({subject.role})"
        for subject in subjects
        if subject.name
    )
