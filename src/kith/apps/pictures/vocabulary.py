"""The kinds of picture, their parts and looks, and the kinds of line, as data with their version and source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kith.apps.pictures.reading import Made, read_table, require_known, require_tables, require_unlike
from kith.kernel.data_files import toml_of

SCENES = (
    "rings", "ecomap", "supporters", "tree_of_life", "mobility", "community", "family_tree", "genogram",
)  # fmt: skip
ITEM_KINDS = ("person", "pet", "place", "service", "group", "home", "words")
AGE_BANDS = ("under_8", "8_to_11", "12_to_17", "grown_up")
TOWARDS = ("", "a", "b", "both")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemKind:
    """One kind of thing that may be placed: its word for workers, for a child, and on the button that adds it."""

    name: str
    title: str
    for_child: str
    adds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One place of a picture; `title` and `hint` are what a child reads, `for_workers` is the word of the field."""

    id: str
    title: str
    for_workers: str
    hint: str = ""
    is_inner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How near, or in which row, for whoever would rather choose than drag; `farness` is 0 for nearest."""

    farness: int
    title: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a child may choose to be in the middle of, with the heading that goes with it."""

    id: str
    title: str
    button: str
    first_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureKind:
    """One kind of picture of the file `data/kinds.toml`."""

    name: str
    title: str
    title_for_child: str
    scene: str
    minutes: int
    about: str
    for_child: str
    items: tuple[str, ...]
    source: str
    note: str = ""
    parts: tuple[Part, ...] = ()
    steps: tuple[Step, ...] = ()
    looks: tuple[Look, ...] = ()
    lines: tuple[str, ...] = ()
    from_network: bool = False
    asks_both_reasons: bool = False
    asks_period: bool = False
    self_described: bool = False
    ours: bool = False

    @property
    def uses_farness(self) -> bool:
        """Whether how far away something was put says something and is kept."""
        return bool(self.steps)

    @property
    def uses_lines(self) -> bool:
        return bool(self.lines)

    def look_for(self, band: str) -> Look | None:
        """The look with which an age begins; none where a picture has one look only."""
        return next((look for look in self.looks if band in look.first_for), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineKind:
    """One kind of line: `for_child` is how it feels, `words` what it looks like, by the look that was chosen.

    `is_family` tells a line of kinship, in which `b` is the one that the kind names.
    """

    name: str
    title: str
    about: str
    for_child: str
    words: Mapping[str, str] = field(default_factory=dict)
    is_family: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """From whom help goes to whom, in words with `{a}` and `{b}` for the two names."""

    name: str
    title: str
    for_child: str


def file_of(name: str) -> Mapping[str, Any]:
    return toml_of("kith.apps.pictures", f"data/{name}.toml")


@cache
def picture_kinds() -> Mapping[str, PictureKind]:
    """By name, in the order in which they are offered."""
    return read_kinds(file_of("kinds"))


@cache
def item_kinds() -> Mapping[str, ItemKind]:
    """By name, in the order in which they are offered."""
    return read_items(file_of("kinds"))


@cache
def line_kinds() -> Mapping[str, LineKind]:
    """By name, in the order in which they are offered."""
    return read_lines(file_of("lines"))


@cache
def directions() -> Mapping[str, Direction]:
    """By name: none, to a, to b, both ways."""
    return read_directions(file_of("lines"))


def read_kinds(body: Mapping[str, Any]) -> Mapping[str, PictureKind]:
    require_tables(body, ("items", "steps", "kinds"), "kinds.toml")
    steps = {name: _several(Step, body["steps"], name, "kinds.toml, steps") for name in body["steps"]}
    return {name: _kind(name, table, steps) for name, table in body["kinds"].items()}


def read_items(body: Mapping[str, Any]) -> Mapping[str, ItemKind]:
    require_known(body["items"], ITEM_KINDS, "kinds.toml, items")
    return {
        name: read_table(ItemKind, table, f"kinds.toml, items.{name}", name=name)
        for name, table in body["items"].items()
    }


def read_lines(body: Mapping[str, Any]) -> Mapping[str, LineKind]:
    require_tables(body, ("kinds", "towards"), "lines.toml")
    return {
        name: read_table(LineKind, table, f"lines.toml, {name}", name=name) for name, table in body["kinds"].items()
    }


def read_directions(body: Mapping[str, Any]) -> Mapping[str, Direction]:
    require_known(body["towards"], TOWARDS, "lines.toml, towards")
    return {
        name: read_table(Direction, table, f"lines.toml, towards.{name}", name=name)
        for name, table in body["towards"].items()
    }


def _kind(name: str, table: Mapping[str, Any], steps: Mapping[str, tuple[Step, ...]]) -> PictureKind:
    where = f"kinds.toml, {name}"
    chosen = [table["steps"]] if "steps" in table else []
    require_known(chosen, steps, f"{where}, steps")
    kind = read_table(
        PictureKind,
        table,
        where,
        name=name,
        parts=_several(Part, table, "parts", where),
        looks=_several(Look, table, "looks", where),
        steps=tuple(step for one in chosen for step in steps[one]),
    )
    require_known([kind.scene], SCENES, f"{where}, scene")
    require_known(kind.items, ITEM_KINDS, f"{where}, items")
    require_known(kind.lines, line_kinds(), f"{where}, lines")
    require_unlike((part.id for part in kind.parts), f"{where}, parts")
    require_known((band for look in kind.looks for band in look.first_for), AGE_BANDS, f"{where}, first_for")
    return kind


def _several(made: type[Made], table: Mapping[str, Any], name: str, where: str) -> tuple[Made, ...]:
    """Every table of a list, in order; an empty one where the list is not there."""
    tables = enumerate(table.get(name, ()), 1)
    return tuple(read_table(made, one, f"{where}, {name} {place}") for place, one in tables)
