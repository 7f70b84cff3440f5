"""What writing a family file gives back, and the one way in which it refuses."""

from dataclasses import dataclass

from kith.kernel.errors import KithError


class CannotWriteFamily(KithError):
    """The family cannot be written in that form; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file, with one plain sentence for everything that it does not say as the network does."""

    data: bytes
    losses: tuple[str, ...] = ()


_PLURALS = {"person": "people"}


def how_many(count: int, what: str) -> str:
    """A number with its noun.

    >>> how_many(1, "person"), how_many(2_000, "person"), how_many(2, "couple")
    ('1 person', '2,000 people', '2 couples')
    """
    return f"{count:,} {what if count == 1 else _PLURALS.get(what, what + 's')}"
