"""Writes CanRisk files of version 4, with the health data that an earlier CanRisk file told of the same people."""

import re
from collections.abc import Iterator, Mapping

from kith.engines.drawing.formats.pedigree.births import Births, births_of
from kith.engines.drawing.formats.pedigree.canrisk_columns import FACTOR, HEALTH, PEOPLE, TAG
from kith.engines.drawing.formats.pedigree.ids import family_names, kept_by_owner, short_ids
from kith.engines.drawing.formats.pedigree.losses import DEATHS, IDENTICAL_TWINS, NAMES, YEARS_OF_BIRTH, Table, losses
from kith.engines.drawing.formats.pedigree.rows import NOBODY
from kith.engines.drawing.formats.writing import CannotWriteFamily, Written, how_many
from kith.engines.drawing.network import Network, Person

_FIT = re.compile(r"(?!0$)[A-Za-z0-9]{1,7}")
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_LONGEST_NAME = 8
_TABLE = Table(called="a CanRisk file", tag=TAG, carries=(NAMES, YEARS_OF_BIRTH, DEATHS, IDENTICAL_TWINS))
_TWIN_CODES = "123456789A"


def write_canrisk(network: Network) -> Written:
    """A file of version 4; raises CannotWriteFamily where there is nobody.

    >>> written = write_canrisk(Network(persons=(Person(id="a", sex="F"),)))
    >>> " ".join(written.data.decode().splitlines()[-1].split()[:11])
    '1 NA 0 a 0 0 F 0 0 0 0'
    """
    if not network.persons:
        raise CannotWriteFamily("There is nobody in this family, and a CanRisk file needs people; add somebody first.")
    births = births_of(network)
    everybody = [*network.persons, *(Person(id=id, sex=sex) for id, sex in births.made_up.items())]
    factors = [f"##{kept.value}" for kept in network.kept if kept.tag == FACTOR]
    heading = "##" + "\t".join((*PEOPLE, *HEALTH))
    lines = ["##CanRisk 4.0", *factors, heading, *_table(network, everybody, births)]
    said = losses(network, births, _TABLE)
    return Written(data=("\n".join(lines) + "\n").encode(), losses=(*said, *_shortened(everybody, births)))


def _table(network: Network, everybody: list[Person], births: Births) -> Iterator[str]:
    families = family_names(network, births, before=kept_by_owner(network, f"{TAG}FamID"))
    before = kept_by_owner(network, f"{TAG}IndivID")
    is_usable = len(set(before.values())) == len(before)
    ids = short_ids([person.id for person in everybody], fit=_FIT, before=before if is_usable else {})
    twins = _twin_codes(births)
    ages = kept_by_owner(network, f"{TAG}Age")
    health = {column: kept_by_owner(network, f"{TAG}{column}") for column in HEALTH}
    for person in everybody:
        father, mother = (ids.get(id, NOBODY) for id in births.parents.get(person.id, ("", "")))
        target = "1" if person.id == network.about else "0"
        columns = [families[person.id], _short_name(person), target, ids[person.id], father, mother, _sex(person)]
        columns += [twins.get(person.id, NOBODY), *_life(person, ages)]
        columns += [health[column].get(person.id, nothing) for column, nothing in HEALTH.items()]
        yield "\t".join(columns)


def _sex(person: Person) -> str:
    return person.sex if person.sex in ("M", "F") else "U"


def _life(person: Person, ages: Mapping[str, str]) -> tuple[str, str, str]:
    """Dead or not, age as far as it is certain, year of birth."""
    born = person.birth.year if person.birth else None
    died = person.death.year if person.death else None
    age = str(died - born) if born and died and died >= born else NOBODY
    is_dead = person.has_died or person.death is not None
    return str(int(is_dead)), ages.get(person.id, age), str(born or NOBODY)


def _short_name(person: Person) -> str:
    return _NOT_IN_NAMES.sub("", person.called)[:_LONGEST_NAME] or "NA" if person.names else "NA"


def _twin_codes(births: Births) -> dict[str, str]:
    """One sign for each group of identical twins, as many groups as there are signs."""
    groups: dict[tuple[str, ...], str] = {}
    codes: dict[str, str] = {}
    for child, link in births.links.items():
        group = (*births.parents[child], link.twin)
        if link.twin and link.identical and (group in groups or len(groups) < len(_TWIN_CODES)):
            codes[child] = groups.setdefault(group, _TWIN_CODES[len(groups) % len(_TWIN_CODES)])
    return codes


def _shortened(everybody: list[Person], births: Births) -> Iterator[str]:
    cut = sum(bool(person.names) and person.called != _short_name(person) for person in everybody)
    if cut:
        yield f"The names of {how_many(cut, 'person')} are cut to {_LONGEST_NAME} letters without spaces."
    unknown = sum(_sex(person) == "U" for person in everybody)
    if unknown:
        yield f"CanRisk asks for M or F; the sex of {how_many(unknown, 'person')} is written as U and may be refused."
    groups = {(*births.parents[child], link.twin) for child, link in births.links.items() if link.identical}
    if len(groups) > len(_TWIN_CODES):
        yield f"Only {len(_TWIN_CODES)} groups of identical twins have room in a CanRisk file, so others are left out."
