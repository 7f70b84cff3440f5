"""Which shape stands for a person: gender as lived first, then the recorded sex, then no guess."""

from collections.abc import Collection

from kith.engines.drawing.network import Person
from kith.engines.drawing.symbols.sheet import SymbolSheet

RECORDED_SEX = "recorded_sex"
STILLBIRTH = "stillbirth"


def shape_of(person: Person, sheet: SymbolSheet) -> str:
    """The name of the shape; a gender in other words than the sheet knows is never guessed.

    >>> from kith.engines.drawing.symbols.sheet import load_sheet
    >>> shape_of(Person(id="p", sex="M", gender="Woman"), load_sheet())
    'circle'
    >>> shape_of(Person(id="p", sex="F", gender="genderfluid"), load_sheet())
    'diamond'
    """
    if person.loss:
        return _shape_of_loss(person, sheet)
    if person.kind in ("unborn", "pet"):
        return sheet.pet_shape if person.kind == "pet" else sheet.unborn_shape
    return _shape_of_life(person, sheet)


def _shape_of_life(person: Person, sheet: SymbolSheet) -> str:
    if person.gender.strip():
        return sheet.shape_by_gender.get(_plain(person.gender), sheet.other_shape)
    return sheet.shape_by_sex.get(person.sex, sheet.other_shape)


def _shape_of_loss(person: Person, sheet: SymbolSheet) -> str:
    """Only a baby who was carried to birth has a shape that tells its sex."""
    if person.loss == STILLBIRTH:
        return sheet.small_shapes.get(_shape_of_life(person, sheet), sheet.shape_by_loss[STILLBIRTH])
    return sheet.shape_by_loss.get(person.loss, sheet.unborn_shape)


def marks_of(
    person: Person, sheet: SymbolSheet, *, is_index: bool = False, came_by: Collection[str] = ()
) -> tuple[str, ...]:
    """The names of the marks on a person's symbol, in the order of the sheet; `came_by` are kinds of child link.

    >>> from kith.engines.drawing.symbols.sheet import load_sheet
    >>> marks_of(Person(id="p", has_died=True, provisional=True), load_sheet())
    ('provisional', 'died')
    """
    applies = {
        RECORDED_SEX: is_by_recorded_sex(person, sheet),
        "index": is_index,
        "provisional": person.provisional and not person.unknown,
        "unknown": person.unknown,
        "died": has_died(person) and not person.loss,
        "adopted": "adopted" in came_by,
        person.loss: bool(person.loss),
    }
    return tuple(name for name in sheet.marks if applies.get(name, False))


def is_by_recorded_sex(person: Person, sheet: SymbolSheet) -> bool:
    """Whether the shape follows the sex in a file because nobody has said otherwise."""
    is_drawn_by_it = person.kind not in ("unborn", "pet") and person.loss in ("", STILLBIRTH)
    return is_drawn_by_it and not person.gender.strip() and person.sex in sheet.shape_by_sex


def birth_sex_of(person: Person, sheet: SymbolSheet) -> str:
    """What the sheet says of the sex registered at birth, where it differs from the gender in somebody's own words.

    >>> from kith.engines.drawing.symbols.sheet import load_sheet
    >>> birth_sex_of(Person(id="p", sex="M", gender="woman"), load_sheet("nsgc"))
    'AMAB'
    """
    lives_as, registered = _shape_of_life(person, sheet), sheet.shape_by_sex.get(person.sex, sheet.other_shape)
    is_told = bool(person.gender.strip()) and lives_as != registered
    return sheet.birth_sex.get(person.sex, "") if is_told else ""


def has_died(person: Person) -> bool:
    """Whether the person has died, with or without a date."""
    return person.has_died or person.death is not None or bool(person.loss)


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split())
