"""The family as walked from one person, for naming either everybody or one other person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kith.engines.kinship.graph import Links
from kith.engines.kinship.paths import Reach


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Whose view it is, what the walk found, and of whom it is asked (None: of everybody)."""

    start: str
    links: Links
    sexes: Mapping[str, str]
    found: Mapping[str, Sequence[Reach]]
    asked: str | None = None

    def is_asked(self, person: str) -> bool:
        """Whether this person is to be named."""
        return self.asked in (None, person)

    def sex(self, person: str) -> str:
        """ "female", "male" or ""."""
        return self.sexes.get(person, "")

    @property
    def forebears(self) -> set[str]:
        """Everybody reached by going up only."""
        return {person for person, reach in self._reaches() if reach.down == 0}

    @property
    def descendants(self) -> set[str]:
        """Everybody reached by going down only."""
        return {person for person, reach in self._reaches() if reach.up == 0}

    def _reaches(self) -> Iterator[tuple[str, Reach]]:
        return ((person, reach) for person, reaches in self.found.items() for reach in reaches)
