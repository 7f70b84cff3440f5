"""Numbers by which agencies know somebody: their kinds in words, and the check each kind has."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kith.engines.drawing.network import Identifier
from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError
from kith.kernel.identifiers import CHECKERS, NotAnIdentifier, spaced_nhs_number
from kith.kernel.text import LIMITS, cleaned


class CannotAddIdentifier(KithError):
    """A number cannot be kept as it was given."""


@dataclass(frozen=True, slots=True)
class NumberKind:
    """One kind of number in words, and who issues it where that is the same everywhere."""

    says: str
    issuer: str


@cache
def number_kinds() -> Mapping[str, NumberKind]:
    data = toml_of("kith.apps.people", "data/number_kinds.toml")
    kinds = {name: spec for name, spec in data.items() if isinstance(spec, dict)}
    return {name: NumberKind(spec["says"], spec["issuer"]) for name, spec in kinds.items()}


def checked_identifier(given: Identifier) -> Identifier:
    """The number in its normal form; a wrong check digit is refused in the kernel's own sentence."""
    kind = number_kinds().get(given.kind)
    if kind is None:
        raise CannotAddIdentifier("Choose what kind of number this is from the list.")
    text = cleaned(given.value, limit=LIMITS["identifier"])
    if not text:
        raise CannotAddIdentifier("Write the number.")
    check = CHECKERS.get(given.kind)
    value = check(text) if check else text
    return Identifier(kind=given.kind, value=value, issuer=kind.issuer or cleaned(given.issuer, limit=LIMITS["name"]))


def number_words(kind: str) -> str:
    known = number_kinds().get(kind)
    return known.says if known else kind.replace("_", " ")


def spoken_number(kind: str, value: str) -> str:
    """The number as people read it aloud; one that was kept unchecked is shown as it is."""
    if kind != "nhs_number":
        return value
    try:
        return spaced_nhs_number(value)
    except NotAnIdentifier:
        return value
