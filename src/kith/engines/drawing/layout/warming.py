"""Getting the search ready before somebody waits for it."""

from kith.engines.drawing.layout.engine import layout
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.network import ChildLink, Network, Person, Union
from kith.engines.drawing.picture import Size


def warm() -> None:
    """Compile the search, which numba then keeps on disk; at once where that has been done.

    >>> warm()
    """
    hub = Network(
        persons=tuple(Person(id=name) for name in "habcxyz"),
        unions=tuple(
            Union(id=name, partners=("h", name), children=(ChildLink(child=child),))
            for name, child in zip("abc", "xyz", strict=True)
        ),
    )  # somebody with three partners: no walk is perfect
    layout(hub, {person.id: Size(44, 60) for person in hub.persons}, style=Spacing())
