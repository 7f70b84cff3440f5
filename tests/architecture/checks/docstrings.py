"""Every module says in a sentence what it is, every package in two, and public engine functions show an example."""

import ast
import re
from pathlib import Path

from tests.architecture.checks.breach import Breach, Function, is_migration, is_test, syntax_of

SENTENCE_END = re.compile(r"[.?!:][)\"'`»”]*(?=\s|$)")


def missing_words(path: Path) -> list[Breach]:
    """A package's `__init__` needs two sentences (what it owns, what does not belong), a module one."""
    if is_migration(path) or (is_test(path) and path.name == "__init__.py"):
        return []
    needed = 2 if path.name == "__init__.py" else 1
    docstring = ast.get_docstring(syntax_of(path)) or ""
    if len(SENTENCE_END.findall(docstring)) >= needed:
        return []
    what = "package needs a docstring of two sentences" if needed == 2 else "module needs a docstring of one sentence"
    return [Breach("missing_words", str(path), f"this {what}.")]


def missing_inits(folder: Path) -> list[Breach]:
    """Folders with modules and without `__init__.py`: the tools that read imports would not see them."""
    folders = sorted({path.parent for path in folder.rglob("*.py")})
    return [
        Breach("missing_inits", str(one), "holds modules and needs an __init__.py.")
        for one in folders
        if not (one / "__init__.py").exists()
    ]


def missing_examples(package: Path) -> list[Breach]:
    """Functions that an engine's `__init__.py` offers must show an example that runs."""
    return [
        Breach("missing_examples", f"{path}::{name}", "is offered by its engine and shows no example (>>>).")
        for path, name in sorted(_offered(package / "__init__.py"))
        if (function := _function(path, name)) and ">>>" not in (ast.get_docstring(function) or "")
    ]


def _offered(init: Path) -> list[tuple[Path, str]]:
    """Every name that a package re-exports, with the file it comes from."""
    root = next((parent for parent in init.parents if parent.name == "src"), init.parent)
    offered = []
    for node in syntax_of(init).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            path = root.joinpath(*node.module.split(".")).with_suffix(".py")
            offered += [(path, alias.name) for alias in node.names if path.exists()]
    return offered


def _function(path: Path, name: str) -> Function | None:
    nodes = (node for node in syntax_of(path).body if isinstance(node, Function))
    return next((node for node in nodes if node.name == name), None)
