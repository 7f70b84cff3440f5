"""Couples who have an ancestor in common, whose line is drawn double."""

from collections import defaultdict
from collections.abc import Mapping

from kith.engines.drawing.network import Network

_BY_BLOOD = ("birth", "donor")


def related_couples(network: Network) -> frozenset[str]:
    """The unions of which two partners share an ancestor by birth, or one is the other's ancestor.

    >>> from kith.engines.drawing.network import ChildLink, Union
    >>> parents = Union(id="u", partners=("a",), children=(ChildLink(child="b"), ChildLink(child="c")))
    >>> related_couples(Network(unions=(parents, Union(id="v", partners=("b", "c")))))
    frozenset({'v'})
    """
    parents: dict[str, set[str]] = defaultdict(set)
    for union in network.unions:
        for link in union.children:
            if link.kind in _BY_BLOOD:
                # Children of nobody known still share whoever their parents were.
                parents[link.child].update(union.partners or (f"parents of {union.id}",))
    return frozenset(union.id for union in network.unions if _share(union.partners, parents))


def _share(partners: tuple[str, ...], parents: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    for partner in dict.fromkeys(partners):
        line = _line_of(partner, parents)
        if seen & line:
            return True
        seen |= line
    return False


def _line_of(person: str, parents: Mapping[str, set[str]]) -> set[str]:
    """Somebody and all their ancestors."""
    found, waiting = {person}, [person]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found
