"""The layers of a picture that somebody may switch off, by numbers, so that an address says nothing of a family."""

from collections.abc import Collection, Mapping

from kith.apps.networks.projections import LayerSwitch
from kith.apps.people.queries import is_of_the_family
from kith.engines.drawing.layers import Layers
from kith.engines.drawing.network import Network
from kith.engines.drawing.routing.feelings import feeling_groups
from kith.engines.drawing.symbols import load_sheet

HOMES = "homes"
SAYS: Mapping[str, str] = {
    HOMES: "Homes",
    "closeness": "Close",
    "conflict": "Conflict",
    "distance": "Distant",
    "harm": "Harm",
    "support": "Help",
    "social": "Friends",
    "work": "Work",
    "other": "Other ties",
}


def layers_without(off: Collection[int]) -> Layers:
    """The layers that are left when those of these numbers are switched off; a number without a layer is nothing."""
    groups = tuple(group for number, group in enumerate(_names()) if number not in off)
    return Layers(feelings=groups, homes=HOMES in groups)


def is_switched_on(kind: str, layers: Layers) -> bool:
    """Whether ties of this kind are drawn; what is drawn as the family itself has no switch."""
    return is_of_the_family(kind) or load_sheet().feeling(kind).group in layers.feelings


def switches_of(network: Network, off: Collection[int]) -> tuple[LayerSwitch, ...]:
    """A switch for every layer that this family has something on, with the numbers that are off once it is turned."""
    sheet = load_sheet()
    used = {sheet.feeling(relation.kind).group for relation in network.relations}
    used |= {HOMES} if network.households else set()
    known = {number for number, name in enumerate(_names()) if number in off}
    return tuple(
        LayerSwitch(says=SAYS.get(name, name), is_on=number not in known, turned=_written(known ^ {number}))
        for number, name in enumerate(_names())
        if name in used
    )


def _names() -> tuple[str, ...]:
    return (HOMES, *feeling_groups(load_sheet()))


def _written(off: Collection[int]) -> str:
    return ".".join(str(number) for number in sorted(off))
