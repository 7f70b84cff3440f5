"""Files of agencies: rows as they were read, what has to be said of a file, and what a heading was taken for."""

from dataclasses import dataclass
from typing import NamedTuple

from kith.engines.chronology import Row


class Told(NamedTuple):
    """A row; `type_words` is what its agency calls the kind of event where Kith has no such kind."""

    row: Row
    type_words: str = ""


class Remark(NamedTuple):
    """What somebody has to know of a file or of one of its rows."""

    where: str
    says: str
    is_row_lost: bool = False

    @property
    def sentence(self) -> str:
        return f"{self.where}: {self.says}"


class Column(NamedTuple):
    """A heading as it stands in a file, the field it was taken for (or none), and why it was left alone."""

    heading: str
    field: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one file tells; `places` says of each row where in the file it stands."""

    file: str
    told: tuple[Told, ...]
    places: tuple[str, ...]
    columns: tuple[Column, ...]
    remarks: tuple[Remark, ...]

    @property
    def lost(self) -> int:
        return sum(remark.is_row_lost for remark in self.remarks)
