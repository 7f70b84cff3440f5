"""What in a copy may still lead to somebody: said to its maker, who looks at each before it is made. No queries."""

from collections import Counter
from collections.abc import Iterator

from kith.apps.pseudonyms.material import Material
from kith.apps.pseudonyms.projections import Warned
from kith.apps.pseudonyms.vocabulary import KEPT, SHIFTED, words_of
from kith.engines.chronology import event_types
from kith.kernel.partial_dates import PartialDate

FEW, MANY_CHILDREN, MOST_NAMED = 10, 5, 4
CHILD = "child"


def warnings_of(near: Material, *, dates: str) -> tuple[Warned, ...]:
    """Each by its code, in a sentence."""
    return tuple(Warned(code, words_of("warnings")[code].format(**told)) for code, told in _found(near, dates))


def _found(near: Material, dates: str) -> Iterator[tuple[str, dict[str, object]]]:
    nothing: dict[str, object] = {}
    has_days = any(_is_day(row.said.start) for row in near.rows)
    if has_days and dates in (KEPT, SHIFTED):
        yield ("exact_days" if dates == KEPT else "moved_days"), nothing
    if rare := _rare(near):
        yield "rare", {"kinds": ", ".join(rare)}
    if 0 < len(near.rows) < FEW:
        yield "few_rows", nothing
    children = sum(one.kind == CHILD for one in near.people.values())
    if children >= MANY_CHILDREN:
        yield "large_family", {"count": children}
    if len(near.people) > 1:
        yield "ages", nothing
    if any(row.said.childs_words for row in near.rows):
        yield "own_words", nothing
    if near.texts:
        yield "words", nothing


def _is_day(date: PartialDate) -> bool:
    return date.precision == "day"


def _rare(near: Material) -> list[str]:
    """Kinds of event of which there is one, the first few by name."""
    counted = Counter(row.said.type for row in near.rows if row.said.type)
    known = event_types()
    once = sorted(known[kind].name.lower() for kind, count in counted.items() if count == 1 and kind in known)
    return [*once[:MOST_NAMED], *([f"{len(once) - MOST_NAMED} more"] if len(once) > MOST_NAMED else [])]
