"""Which fathers, mothers and other carers a row says that somebody spoke to."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from kith.engines.chronology.adding_up.hearing import Hit, topics_of, words_of
from kith.engines.chronology.knowledge import adding_up_data
from kith.engines.chronology.rows import CHILD, Row

_SPEAKING = ("spoke_to", "said")
_NOBODY: frozenset[str] = frozenset()


def spoken_to(row: Row, words: Sequence[str], found: Sequence[Hit], called: str) -> frozenset[str]:
    """The carers beside whose word or name words for speaking stand: “spoke to Dad”, “Mum and Dad asked”.

    `words` and `found` are those of the row. Somebody whom others only speak about is not among them.

    >>> from kith.engines.chronology.adding_up.hearing import hits
    >>> from kith.engines.chronology.rows import Subject
    >>> from kith.kernel.partial_dates import PartialDate
    >>> row = Row(agency="School", id="1", subjects=(Subject("noor"),), start=PartialDate("2026"),
    ...     fact="Mum told the teacher that Dad had moved.")
    >>> words = words_of(row.fact)
    >>> sorted(spoken_to(row, words, hits(words), "Noor"))
    ['mother']
    """
    topics = {hit.topic for hit in found}
    if topics.isdisjoint(_SPEAKING):
        return _NOBODY
    people = [*(hit for hit in found if hit.topic in _carers()), *_by_name(row, words)]
    if not people:
        return _NOBODY
    within = {at for person in people for at in range(person.start, person.end)}
    between = _between(called)
    passed = [word in between or at in within for at, word in enumerate(words)]
    return frozenset([person.topic for person in people if _is_beside(person, found, passed)])


def _by_name(row: Row, words: Sequence[str]) -> Iterator[Hit]:
    """Where the row names somebody of a carer’s role by the first of their names."""
    for subject in row.subjects:
        roles = _carers() & topics_of(subject.role) if subject.role != CHILD else _NOBODY
        first = words_of(subject.name)[:1] if roles else []
        yield from (Hit(role, at, at + 1) for role in roles for at, word in enumerate(words) if [word] == first)


def _is_beside(person: Hit, found: Sequence[Hit], passed: Sequence[bool]) -> bool:
    """Whether “spoke to” ends before the person, or “said” begins after, with nothing but small words between."""
    return any(
        (hit.topic == "spoke_to" and hit.end <= person.start and all(passed[hit.end : person.start]))
        or (hit.topic == "said" and hit.start >= person.end and all(passed[person.end : hit.start]))
        for hit in found
    )


@cache
def _carers() -> frozenset[str]:
    return frozenset([carer["id"] for carer in adding_up_data()["carers"]])


@lru_cache(maxsize=256)
def _between(called: str) -> Collection[str]:
    return frozenset([*words_of(adding_up_data()["between"]["words"]), *words_of(called)])
