"""What reading a family file gives back, and the one way in which it refuses."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kith.engines.drawing.network import Network
from kith.kernel.errors import KithError


class CannotReadFamily(KithError):
    """The file cannot be read as a family; the sentence says what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A network with what a person should hear about how it was read."""

    network: Network
    format: str
    encoding: str
    counts: Mapping[str, int]
    warnings: tuple[str, ...] = ()

    @property
    def kept_by_tag(self) -> dict[str, int]:
        """How many pieces of each tag the network keeps word for word, the most frequent first."""
        return dict(Counter(kept.tag for kept in self.network.kept).most_common())


def counted(network: Network) -> dict[str, int]:
    """How many of each kind of thing a network holds."""
    return {
        "people": len(network.persons),
        "unions": len(network.unions),
        "child links": sum(len(union.children) for union in network.unions),
        "households": len(network.households),
        "relations": len(network.relations),
        "kept": len(network.kept),
        "notes": len(network.notes),
    }
