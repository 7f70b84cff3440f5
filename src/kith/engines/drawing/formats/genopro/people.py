"""A GenoPro individual as a person: names, gender, birth, death."""

from kith.engines.drawing.formats.gedcom_dates import NOT_UNDERSTOOD, read_date
from kith.engines.drawing.formats.genopro.xml_tree import Element
from kith.engines.drawing.formats.plain_text import fits, one_line
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Name, Person
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS

_SEXES = {"M": "M", "F": "F"}
_PET = "P"


def person_of(element: Element, id: str, warnings: Warnings) -> Person:
    said = _claim_word(element, ("M", "F", _PET), "Gender")
    death = element.first("Death")
    died = _claim_word(element, ("Y", "N"), "IsDead") == "Y"
    return Person(
        id=id,
        names=tuple(_claim_names(element, warnings)),
        kind="pet" if said == _PET else "adult",
        sex=_SEXES.get(said, ""),
        birth=claim_date(element.first("Birth"), warnings),
        death=claim_date(death, warnings),
        has_died=died or death is not None,
    )


def claim_date(event: Element | None, warnings: Warnings) -> PartialDate | None:
    """The date of an event such as `Birth`; words that are no date stay and are kept."""
    if event is None:
        return None
    event.claimed = not event.text
    said = event.first("Date")
    if said is None or not said.text:
        return None
    found = read_date(said.text)
    said.claimed = found.is_whole
    if not found.is_understood:
        warnings.add(NOT_UNDERSTOOD, said.place, example=one_line(said.text, most=40))
    return found.date


def _claim_word(element: Element, words: tuple[str, ...], tag: str) -> str:
    said = element.first(tag)
    word = said.text.upper()[:1] if said else ""
    if said and word in words:
        said.claimed = True
        return word
    return ""


def _claim_names(element: Element, warnings: Warnings) -> list[Name]:
    said = element.first("Name")
    if said is None:
        return []
    given = " ".join(part for part in (_claim(said, "First", warnings), _claim(said, "Middle", warnings)) if part)
    family = _claim(said, "Last", warnings)
    whole = one_line(said.text, most=LIMITS["name"]) or _claim(said, "Display", warnings)
    said.claimed = fits(said.text, most=LIMITS["name"])
    text = whole or f"{given} {family}".strip()
    names = [Name(text=text, given=given, family=family)] if text else []
    nick = _claim(said, "Nickname", warnings)
    return [*names, Name(text=nick, kind="known_as")] if nick else names


def _claim(name: Element, tag: str, warnings: Warnings) -> str:
    part = name.first(tag)
    if part is None:
        return ""
    part.claimed = fits(part.text, most=LIMITS["name"])
    if not part.claimed:
        warnings.add("A name was too long or held invisible characters, so it was cleaned and kept", part.place)
    return one_line(part.text, most=LIMITS["name"])
