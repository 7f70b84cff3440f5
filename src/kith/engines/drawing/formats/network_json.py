"""Our own file: every field of a network, word for word, the same bytes for the same network."""

import json
import re
from dataclasses import replace

from kith.engines.drawing.formats.checks import path_places, refuse_impossible_kin, refuse_too_many, refuse_wrong_ids
from kith.engines.drawing.formats.plain_records import PlainReader, plain_fields
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading, counted
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Kept, Network

FORMAT, VERSION = "kith-network", 1

_OWNED = re.compile(r"(persons|unions)\[(\d+)\]")


def write_network_json(network: Network) -> bytes:
    """The network as UTF-8 JSON; fields at their default are left out, so that files stay readable.

    >>> from kith.engines.drawing.network import Person
    >>> print(write_network_json(Network(name="Example", persons=(Person(id="p1"),))).decode())
    {
     "format": "kith-network",
     "version": 1,
     "name": "Example",
     "persons": [
      {
       "id": "p1"
      }
     ]
    }
    <BLANKLINE>
    """
    whole = {"format": FORMAT, "version": VERSION, **plain_fields(network)}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read_network(whole: dict[str, object]) -> Reading:
    """Read an already parsed file; an equal network comes back, and fields of another Kith are kept in words."""
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise CannotReadFamily(f'"version" must be a whole number such as {VERSION}; write the file again with Kith.')
    if version > VERSION:
        raise CannotReadFamily(
            f"This file is in version {version} of the network form and this Kith reads version {VERSION}; update Kith."
        )
    members = {key: value for key, value in whole.items() if key not in ("format", "version")}
    reader, warnings = PlainReader(), Warnings()
    network = reader.record(Network, members, "")
    refuse_too_many(network)
    refuse_wrong_ids(network)
    refuse_impossible_kin(network, path_places(network))
    for other in reader.others:
        warnings.add("A field that this Kith does not know is kept in words", other.where)
    network = replace(network, kept=(*network.kept, *(_owned(other, network) for other in reader.others)))
    return Reading(
        network=network, format=FORMAT, encoding="UTF-8", counts=counted(network), warnings=warnings.sentences()
    )


def _owned(kept: Kept, network: Network) -> Kept:
    found = _OWNED.match(kept.where)
    if not found:
        return kept
    among = network.persons if found[1] == "persons" else network.unions
    return replace(kept, owner=among[int(found[2])].id)
