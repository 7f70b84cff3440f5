"""Which shape stands for a person: gender as lived first, then the recorded sex, then no guess."""

from kith.engines.drawing.network import Person
from kith.engines.drawing.symbols.sheet import SymbolSheet

RECORDED_SEX = "recorded_sex"


def shape_of(person: Person, sheet: SymbolSheet) -> str:
    """The name of the shape; a gender in other words than the sheet knows is never guessed.

    >>> from kith.engines.drawing.symbols.sheet import load_sheet
    >>> shape_of(Person(id="p", sex="M", gender="Woman"), load_sheet())
    'circle'
    >>> shape_of(Person(id="p", sex="F", gender="genderfluid"), load_sheet())
    'diamond'
    """
    if person.kind == "unborn":
        return sheet.unborn_shape
    if person.gender.strip():
        return sheet.shape_by_gender.get(_plain(person.gender), sheet.other_shape)
    return sheet.shape_by_sex.get(person.sex, sheet.other_shape)


def marks_of(person: Person, sheet: SymbolSheet, *, is_index: bool = False) -> tuple[str, ...]:
    """The names of the marks on a person's symbol, in the order of the sheet.

    >>> from kith.engines.drawing.symbols.sheet import load_sheet
    >>> marks_of(Person(id="p", has_died=True, provisional=True), load_sheet())
    ('provisional', 'died')
    """
    applies = {
        RECORDED_SEX: is_by_recorded_sex(person, sheet),
        "index": is_index,
        "provisional": person.provisional and not person.unknown,
        "unknown": person.unknown,
        "died": has_died(person),
    }
    return tuple(name for name in sheet.marks if applies.get(name, False))


def is_by_recorded_sex(person: Person, sheet: SymbolSheet) -> bool:
    """Whether the shape follows the sex in a file because nobody has said otherwise."""
    return person.kind != "unborn" and not person.gender.strip() and person.sex in sheet.shape_by_sex


def has_died(person: Person) -> bool:
    """Whether the person has died, with or without a date."""
    return person.has_died or person.death is not None


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split())
