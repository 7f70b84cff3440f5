"""Which of the ties beside kinship are wanted: by kind, by group, or all of them."""

from collections.abc import Collection, Iterable

from kith.engines.drawing.layers import ALL
from kith.engines.drawing.network import Relation
from kith.engines.drawing.symbols import SymbolSheet


def chosen(relations: Iterable[Relation], wanted: Collection[str], sheet: SymbolSheet) -> tuple[Relation, ...]:
    """The relations whose kind, or whose group in the sheet, is among those wanted.

    >>> from kith.engines.drawing.symbols import load_sheet
    >>> both = (Relation(a="a", b="b", kind="close"), Relation(a="a", b="b", kind="hostile"))
    >>> [relation.kind for relation in chosen(both, ("conflict",), load_sheet())]
    ['hostile']
    """
    return tuple(relation for relation in relations if _is_wanted(relation.kind, frozenset(wanted), sheet))


def _is_wanted(kind: str, wanted: frozenset[str], sheet: SymbolSheet) -> bool:
    style = sheet.feeling(kind)
    return bool(wanted & {*ALL, kind, style.name, style.group})


def feeling_groups(sheet: SymbolSheet) -> tuple[str, ...]:
    """The switches that a sheet has for ties beside kinship, in its order.

    >>> from kith.engines.drawing.symbols import load_sheet
    >>> feeling_groups(load_sheet())[:3]
    ('closeness', 'conflict', 'distance')
    """
    return tuple(dict.fromkeys(style.group for style in sheet.feelings.values()))
