"""Which stand-in somebody gets: drawn with the key of the set, so that nobody without it can work out whose it is.

Plain words in and out; no queries.
"""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kith.kernel.folding import folded

PERSON, WORKER, AGENCY, HOME, WORD, LEFT = "person", "worker", "agency", "home", "word", "left"
LOWEST, HIGHEST = 10, 99
ROW_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read as another
LONGEST_ROW = 10


class Wanted(NamedTuple):
    """Somebody or something that needs a stand-in: what it is, which one, and words before and after its number.

    Without a `label` a first name of the pool is drawn. `is_alone` needs no number as long as nobody else is called so.
    """

    kind: str
    identity: str
    label: str = ""
    ending: str = ""
    is_alone: bool = False


def mark_of(key: bytes, kind: str, identity: str) -> str:
    """Whose stand-in it is, for whoever holds the key, and nothing to anybody else."""
    return hmac.new(key, f"{kind}\n{identity}".encode(), hashlib.sha256).hexdigest()


def chosen(
    key: bytes, wanted: Iterable[Wanted], *, taken: Collection[str], pool: Sequence[str], avoided: Collection[str]
) -> Mapping[Wanted, str]:
    """A stand-in for each, none of which is `taken`, whatever order they are asked in. What is `avoided` stands in the
    record itself, folded, and is nobody's first name here.

    >>> mum, nan = Wanted("person", "mum"), Wanted("person", "nan", "Grandmother")
    >>> drawn = chosen(bytes(32), [mum, nan], taken=(), pool=["Arden", "Wren"], avoided=["wren"])
    >>> drawn[mum], drawn[nan].startswith("Grandmother ")
    ('Arden', True)
    """
    used, found = {folded(word) for word in taken}, {}
    for one in sorted(set(wanted), key=lambda one: mark_of(key, one.kind, one.identity)):
        word = next(word for word in _offered(key, one, pool, avoided) if folded(word) not in used)
        used.add(folded(word))
        found[one] = word
    return found


def _offered(key: bytes, one: Wanted, pool: Sequence[str], avoided: Collection[str]) -> Iterator[str]:
    if one.is_alone:
        yield one.label
    if not one.label:
        names = (name for name in pool if folded(name) not in avoided)
        yield from sorted(names, key=lambda name: mark_of(key, f"{one.kind} {name}", one.identity))
    label, ending = one.label or "Person", f", {one.ending}" if one.ending else ""
    lowest, highest = LOWEST, HIGHEST
    while True:
        numbers = map(str, range(lowest, highest + 1))
        for number in sorted(numbers, key=lambda number: mark_of(key, f"{one.kind} {number}", one.identity)):
            yield f"{label} {number}{ending}"
        lowest, highest = highest + 1, highest * 10 + 9


def row_code(key: bytes, row_ref: str) -> str:
    """What a row is called in copies: another word than in any other set, and nothing that leads to it.

    >>> len(row_code(bytes(32), "a"))
    10
    """
    digest = hmac.new(key, f"row\n{row_ref}".encode(), hashlib.sha256).digest()
    return "".join(ROW_SIGNS[byte % len(ROW_SIGNS)] for byte in digest[:LONGEST_ROW])
