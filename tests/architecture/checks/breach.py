"""What every check returns, and what every check asks of a file."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, order=True)
class Breach:
    """One broken promise: which check, where (a file, or file::name), and a sentence for whoever mends it."""

    check: str
    where: str
    says: str

    def __str__(self) -> str:
        return f"{self.where}: {self.says}"


def syntax_of(path: Path) -> ast.Module:
    return _parsed(path.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def functions_in(tree: ast.AST) -> tuple[Function, ...]:
    return tuple(node for node in ast.walk(tree) if isinstance(node, Function))


def classes_in(tree: ast.AST) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def lines_of(node: Function | ast.ClassDef) -> int:
    """Lines from `def` or `class` to the end, without the docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is None:
        return lines
    docstring = node.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def is_test(path: Path) -> bool:
    return "tests" in path.parts or path.name.startswith("test_") or path.name == "conftest.py"


def is_migration(path: Path) -> bool:
    return path.parent.name == "migrations"
