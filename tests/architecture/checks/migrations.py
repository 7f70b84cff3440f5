"""Migrations stand in one line per app: one first, one last, no forks."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checks.breach import Breach, syntax_of


def not_linear(folder: Path) -> list[Breach]:
    """Forks and second beginnings among the migrations of one app (`.../<app>/migrations`)."""
    parents = {path.stem: _parents(path, app=folder.parent.name) for path in sorted(folder.glob("[0-9]*.py"))}
    return [*_forks(folder, parents), *_beginnings(folder, parents)]


def _forks(folder: Path, parents: dict[str, list[str]]) -> Iterator[Breach]:
    children = Counter(parent for before in parents.values() for parent in before)
    for name, count in sorted(children.items()):
        if count > 1:
            yield Breach("not_linear", f"{folder}/{name}.py", "is followed by two migrations; put them in order.")


def _beginnings(folder: Path, parents: dict[str, list[str]]) -> Iterator[Breach]:
    firsts = [name for name, before in parents.items() if not before]
    if len(firsts) > 1:
        yield Breach("not_linear", str(folder), f"has more than one beginning: {', '.join(firsts)}.")


def _parents(path: Path, *, app: str) -> list[str]:
    """Names of the migrations of the same app that this one follows."""
    for node in ast.walk(syntax_of(path)):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "dependencies":
            return [_name(pair) for pair in getattr(node.value, "elts", []) if _is_of(pair, app)]
    return []


def _is_of(pair: ast.expr, app: str) -> bool:
    return isinstance(pair, ast.Tuple) and ast.literal_eval(pair.elts[0]) == app


def _name(pair: ast.expr) -> str:
    return str(ast.literal_eval(pair)[1])
