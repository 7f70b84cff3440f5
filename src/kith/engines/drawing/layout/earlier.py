"""An earlier drawing, as its layout file tells it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from kith.kernel.errors import KithError


class CannotReadLayout(KithError):
    """The file is no layout that an earlier drawing wrote."""


class Earlier(NamedTuple):
    """Each person's x in pixels, of those whom somebody put there by hand as well, and everybody's y."""

    places: Mapping[str, float] = {}
    kept: Mapping[str, float] = {}
    heights: Mapping[str, float] = {}


def again(person: str) -> str:
    """The id of somebody's second symbol, where they are drawn twice; no id in a file holds a line break.

    >>> again("noor")
    'noor\\nagain'
    """
    return f"{person}\nagain"


def is_copy(person: str) -> bool:
    """Whether an id is that of a second symbol."""
    return "\n" in person


def earlier_layout(record: Any) -> Earlier:
    """Where everybody stood, from a layout file as JSON values; raises CannotReadLayout.

    >>> earlier_layout({"nodes": [{"id": "noor", "x": 62.5, "y": 40.0, "kept": True}, {"id": "ann", "x": 7}]})
    Earlier(places={'noor': 62.5, 'ann': 7.0}, kept={'noor': 62.5}, heights={'noor': 40.0, 'ann': 0.0})
    """
    nodes = record.get("nodes") if isinstance(record, dict) else None
    if not isinstance(nodes, list):
        raise CannotReadLayout("The earlier drawing has no list of nodes; give a file that --layout-json wrote.")
    try:
        found = {_id(node): float(node["x"]) for node in nodes}
        kept = {_id(node): float(node["x"]) for node in nodes if node.get("kept")}
        heights = {_id(node): float(node.get("y", 0)) for node in nodes}
    except (AttributeError, TypeError, KeyError, ValueError):
        raise CannotReadLayout(
            "A node of the earlier drawing lacks its id or x; give a file that --layout-json wrote."
        ) from None
    return Earlier(found, kept, heights)


def _id(node: Mapping[str, Any]) -> str:
    return again(str(node["id"])) if node.get("again") else str(node["id"])
