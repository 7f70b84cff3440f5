"""The forms in which a family can be written, each with what it cannot say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kith.engines.drawing.formats.gedcom_out import write_gedcom
from kith.engines.drawing.formats.network_json import write_network_json
from kith.engines.drawing.formats.pedigree.canrisk_writing import write_canrisk
from kith.engines.drawing.formats.pedigree.ped import write_ped
from kith.engines.drawing.formats.writing import CannotWriteFamily, Written
from kith.engines.drawing.network import Network


@dataclass(frozen=True, slots=True)
class Form:
    """One form: what people call it, and who writes it."""

    called: str
    write: Callable[[Network], Written]


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "gedcom7": Form("GEDCOM 7", lambda network: write_gedcom(network, is_newest=True)),
        "gedcom551": Form("GEDCOM 5.5.1", lambda network: write_gedcom(network, is_newest=False)),
        "ped": Form("PED (linkage)", write_ped),
        "canrisk": Form("CanRisk 4", write_canrisk),
        "kith": Form("Kith's own network file, which loses nothing", lambda n: Written(data=write_network_json(n))),
    }
)


def write(network: Network, *, to: str) -> Written:
    """Write a network in the form of that name; raises CannotWriteFamily for a form that is not known.

    >>> write(Network(), to="kith").losses
    ()
    """
    if to not in FORMS:
        raise CannotWriteFamily(f"Kith writes {', '.join(FORMS)}. Choose one of them.")
    return FORMS[to].write(network)
