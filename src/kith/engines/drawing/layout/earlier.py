"""An earlier drawing, as its layout file tells it."""

from typing import Any

from kith.kernel.errors import KithError


class CannotReadLayout(KithError):
    """The file is no layout that an earlier drawing wrote."""


def earlier_places(record: Any) -> dict[str, float]:
    """Each person's x in pixels, from a layout file as JSON values; raises CannotReadLayout.

    >>> earlier_places({"nodes": [{"id": "noor", "x": 62.5, "y": 40.0}]})
    {'noor': 62.5}
    """
    nodes = record.get("nodes") if isinstance(record, dict) else None
    if not isinstance(nodes, list):
        raise CannotReadLayout("The earlier drawing has no list of nodes; give a file that --layout-json wrote.")
    try:
        return {str(node["id"]): float(node["x"]) for node in nodes}
    except (TypeError, KeyError, ValueError):
        raise CannotReadLayout(
            "A node of the earlier drawing lacks its id or x; give a file that --layout-json wrote."
        ) from None
