"""A GEDCOM individual as a person: names, sex, birth, death and addresses."""

from kith.engines.drawing.formats.gedcom_addresses import claim_addresses
from kith.engines.drawing.formats.gedcom_dates import claim_date
from kith.engines.drawing.formats.gedcom_names import claim_names
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Person
from kith.kernel.partial_dates import PartialDate

# "Undetermined" and "neither" say that nothing is recorded, which is our empty sex.
_SEXES = {"M": "M", "F": "F", "X": "X", "U": "", "N": "", "": ""}


def person_of(record: Record, warnings: Warnings) -> Person:
    birth = _claim_event(record, "BIRT", warnings)
    death = _claim_event(record, "DEAT", warnings)
    return Person(
        id=record.xref,
        names=claim_names(record, warnings),
        sex=_claim_sex(record, warnings),
        birth=birth,
        death=death,
        has_died=any(event.claimed for event in record.each("DEAT")),
        addresses=claim_addresses(record, warnings),
    )


def _claim_sex(record: Record, warnings: Warnings) -> str:
    said = record.first("SEX")
    if said is None:
        return ""
    word = said.text.upper()
    if word not in _SEXES:
        warnings.add("A sex other than F, M, X or U was not understood, so its word is kept", said.place)
        return ""
    said.claimed = True
    return _SEXES[word]


def _claim_event(record: Record, tag: str, warnings: Warnings) -> PartialDate | None:
    """The date of the first such event that tells one; a bare event, or "Y", only says that it happened."""
    found: PartialDate | None = None
    for event in record.each(tag):
        if event.text.upper() in ("", "Y"):
            event.claimed = True
            found = found or claim_date(event, warnings)
    return found
