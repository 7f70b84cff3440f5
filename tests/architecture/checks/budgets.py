"""Where each budget stops: files, functions, classes, parameters, imports inside functions, names.

Complexity stops at 8 too; ruff measures it (C901), by McCabe's count.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checks.breach import (
    Breach,
    Function,
    classes_in,
    functions_in,
    is_migration,
    lines_of,
    syntax_of,
)

FILE_LINES = 500
FUNCTION_LINES = 50
CLASS_LINES = 300
CLASS_METHODS = 20
PARAMETERS = 7
BANNED_NAMES = re.compile(r"(^|_)(utils?|utilities|helpers?|misc|commons?|managers?)(_|$)")

# The only places where something is imported when it is needed, because it is heavy or because Django is not ready.
MAY_IMPORT_LATE = (
    "*/apps.py",
    "*/cli/loader.py",
    "*/engines/drawing/layout/engine.py",
    "*/engines/pairing/proposing.py",
    "*/engines/drawing/layout/ordering/arrange.py",
    "*/engines/drawing/output/pdf.py",
    "*/engines/drawing/output/png.py",
)


def file_length(path: Path) -> Iterator[Breach]:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > FILE_LINES:
        yield Breach("file_length", str(path), f"has {lines} lines; a file stops at {FILE_LINES}.")


def function_length(path: Path) -> Iterator[Breach]:
    for function in functions_in(syntax_of(path)):
        if (lines := lines_of(function)) > FUNCTION_LINES:
            yield Breach("function_length", _at(path, function), f"has {lines} lines; it stops at {FUNCTION_LINES}.")


def class_size(path: Path) -> Iterator[Breach]:
    for one in classes_in(syntax_of(path)):
        methods = sum(isinstance(node, Function) for node in one.body)
        if (lines := lines_of(one)) > CLASS_LINES:
            yield Breach("class_size", _at(path, one), f"has {lines} lines; a class stops at {CLASS_LINES}.")
        if methods > CLASS_METHODS:
            yield Breach("class_size", _at(path, one), f"has {methods} methods; a class stops at {CLASS_METHODS}.")


def parameters(path: Path) -> Iterator[Breach]:
    for function in functions_in(syntax_of(path)):
        given = function.args
        names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        count = len([name for name in names if name not in ("self", "cls")])
        if not _is_command(function) and count > PARAMETERS:
            yield Breach("parameters", _at(path, function), f"takes {count} parameters; it stops at {PARAMETERS}.")


def late_imports(path: Path) -> Iterator[Breach]:
    if any(path.match(pattern) for pattern in MAY_IMPORT_LATE):
        return
    for function in functions_in(syntax_of(path)):
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function)):
            yield Breach("late_imports", _at(path, function), "imports inside a function; move it to the top.")


def banned_name(path: Path) -> Iterator[Breach]:
    if BANNED_NAMES.search(path.stem):
        yield Breach("banned_name", str(path), "has a name that says nothing; name the file after its one idea.")


def _is_command(function: Function) -> bool:
    """Options of a command are parameters that a person types, so they are not counted."""
    return any("command" in ast.unparse(decorator) for decorator in function.decorator_list)


def _at(path: Path, node: Function | ast.ClassDef) -> str:
    return f"{path}::{node.name}"


EVERYWHERE = (file_length, function_length, class_size, parameters, late_imports, banned_name)


def over_budget(path: Path) -> list[Breach]:
    """Every budget that one Python file overruns; migrations are written by Django and are not measured."""
    if is_migration(path):
        return []
    return [breach for budget in EVERYWHERE for breach in budget(path)]
