"""PED (linkage) files: family, id, father, mother, sex, affected, and genotypes that are kept as they are."""

import re

from kith.engines.drawing.formats.pedigree.births import births_of
from kith.engines.drawing.formats.pedigree.ids import family_names, kept_by_owner, short_ids
from kith.engines.drawing.formats.pedigree.losses import Table, losses
from kith.engines.drawing.formats.pedigree.rows import NOBODY, Row, network_of
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading, counted
from kith.engines.drawing.formats.text_lines import text_lines
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.formats.writing import CannotWriteFamily, Written
from kith.engines.drawing.network import Network, Person

LOOKS = re.compile(rb"(?:\s*#[^\r\n]*[\r\n]+)*\s*(?:[^\s,;]+[ \t]+){4}(?:[012]|-9)(?:[ \t]+\S+)+[ \t]*(?:[\r\n]|$)")
FAMILY, ID, AFFECTED, GENOTYPES = "PED.family", "PED.id", "PED.affected", "PED.genotypes"
_COLUMNS = 6
_SEXES = {"1": "M", "2": "F"}
_CODES = {"M": "1", "F": "2"}
_UNKNOWN = ("0", "-9")
_TABLE = Table(called="a PED file", tag="PED.")
_FIT = re.compile(r"(?!0$|-9$|#)\S{1,40}")


def read_ped(data: bytes, *, name: str) -> Reading:
    """Read a table that `LOOKS` like one; ids that two families use get the family before them."""
    warnings = Warnings()
    lines = text_lines(data)
    rows = [_row(number, line.split()) for number, line in lines if line.strip() and not line.lstrip().startswith("#")]
    network = network_of(rows, name=name, warnings=warnings)
    return Reading(
        network=network, format="PED", encoding="UTF-8", counts=counted(network), warnings=warnings.sentences()
    )


def _row(number: int, columns: list[str]) -> Row:
    if len(columns) < _COLUMNS:
        raise CannotReadFamily(
            f"Line {number} has {len(columns)} columns and a PED line at least {_COLUMNS} (family, id, father, mother, "
            "sex, affected); mend that line."
        )
    family, id, father, mother, sex, affected = columns[:_COLUMNS]
    if sex not in ("1", "2", *_UNKNOWN):
        raise CannotReadFamily(f"Line {number} has a sex that is not 1 (male), 2 (female) or 0; mend that line.")
    kept = {FAMILY: family, ID: id}
    kept |= {} if affected in _UNKNOWN else {AFFECTED: affected}
    kept |= {GENOTYPES: " ".join(columns[_COLUMNS:])} if columns[_COLUMNS:] else {}
    person = Person(id=id, sex=_SEXES.get(sex, ""))
    return Row(line=number, family=family, id=id, father=father, mother=mother, person=person, kept=kept)


def write_ped(network: Network) -> Written:
    """A table with one row for each person; raises CannotWriteFamily where there is nobody.

    >>> write_ped(Network(persons=(Person(id="a", sex="F"),))).data
    b'1 a 0 0 2 0\\n'
    """
    if not network.persons:
        raise CannotWriteFamily("There is nobody in this family, and a PED file needs people; add somebody first.")
    births = births_of(network)
    families = family_names(network, births, before=kept_by_owner(network, FAMILY))
    everybody = [*((person.id, person.sex) for person in network.persons), *births.made_up.items()]
    before = kept_by_owner(network, ID)
    ids = _ids([id for id, _ in everybody], families, before)
    affected, genotypes = kept_by_owner(network, AFFECTED), kept_by_owner(network, GENOTYPES)
    lines = []
    for id, sex in everybody:
        parents = [ids.get(parent, NOBODY) for parent in births.parents.get(id, ("", ""))]
        columns = [families[id], ids[id], *parents, _CODES.get(sex, NOBODY), affected.get(id, NOBODY)]
        lines.append(" ".join([*columns, *genotypes.get(id, "").split()]))
    return Written(data=("\n".join(lines) + "\n").encode(), losses=losses(network, births, _TABLE))


def _ids(everybody: list[str], families: dict[str, str], before: dict[str, str]) -> dict[str, str]:
    """Ids from an earlier table where no two of one family would be the same."""
    keys = [(families[id], before.get(id, id)) for id in everybody]
    return short_ids(everybody, fit=_FIT, before=before if len(set(keys)) == len(keys) else {})
