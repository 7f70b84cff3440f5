"""Something that Kith knows already and that may become a row."""

from dataclasses import dataclass

from kith.kernel.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One event with its day and a plain sentence; `came_of` says where it is known from, as kind and ref."""

    came_of: str
    known_from: str
    start: PartialDate
    fact: str
    type: str = ""
    childs_words: str = ""

    @property
    def source(self) -> str:
        return self.came_of.partition(":")[0]

    @property
    def ref(self) -> str:
        return self.came_of.partition(":")[2]
