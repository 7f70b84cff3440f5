"""The yard-stick and the families that stand beside the checkout, for tests that compare drawings."""

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kith.engines.drawing.network import ChildLink, Network, Person, Status, Union
from kith.engines.drawing.picture import Layout, Size
from kith.engines.drawing.routing import Routes

_SHARED = Path(__file__).resolve().parents[6] / "shared"
SYMBOL, LABEL_GAP = 44.0, 4.0


def yardstick() -> ModuleType:
    """The yard-stick as a module; skips the test where it is absent."""
    path = _SHARED / "bench" / "layout_yardstick.py"
    if not path.exists():
        pytest.skip(f"the yard-stick is not beside this checkout ({path.parent.name}/{path.name})")
    spec = importlib.util.spec_from_file_location("layout_yardstick", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def raw_family(name: str) -> dict[str, Any]:
    """A family as the yard-stick reads it; skips the test where it is absent."""
    path = _SHARED / "data" / "families" / f"{name}.json"
    if not path.exists():
        pytest.skip(f"the families to measure are not beside this checkout (families/{path.name})")
    family: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return family


def network_of(family: Mapping[str, Any]) -> Network:
    """The same family as a network."""
    return Network(
        persons=tuple(Person(id=person["id"], sex=person["sex"]) for person in family["persons"]),
        unions=tuple(
            Union(
                id=union["id"],
                partners=tuple(union["partners"]),
                statuses=(Status(kind=union["status"]),) if union.get("status") else (),
                children=tuple(
                    ChildLink(child=child["id"], kind=child["rel"], twin=child.get("twin", ""))
                    for child in union["children"]
                ),
            )
            for union in family["unions"]
        ),
    )


def rooms(network: Network) -> dict[str, Size]:
    """Rooms of many widths and one to three lines of words, the same for the same network."""
    return {
        person.id: Size(80.0 + number * 37 % 41, SYMBOL + LABEL_GAP + 17 * (1 + number * 7 % 3))
        for number, person in enumerate(network.persons)
    }


def as_drawn(layout: Layout, routes: Routes, sizes: Mapping[str, Size]) -> dict[str, Any]:
    """The drawing as the yard-stick reads it."""
    at = {person: (place.x, routes.row_y(place.row)) for person, place in layout.places.items()}
    return {
        "nodes": [{"id": person, "x": x, "y": y, "w": SYMBOL, "h": SYMBOL} for person, (x, y) in at.items()],
        "unions": [{"id": union, "x": point.x, "y": point.y} for union, point in routes.hangs.items()],
        "lines": [{"points": [list(point) for point in line.points]} for line in routes.lines],
        "labels": [
            {
                "id": person,
                "x": x,
                "y": y + (sizes[person].h + LABEL_GAP) / 2,
                "w": sizes[person].w,
                "h": sizes[person].h - SYMBOL - LABEL_GAP,
            }
            for person, (x, y) in at.items()
        ],
    }
