"""What no file may hold: colours outside the palette, paths of one machine, addresses of package registries."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checks.breach import Breach, syntax_of

COLOURED_FILES = {".py", ".css", ".scss", ".js", ".html", ".jinja", ".svg", ".toml", ".json"}
COLOUR = re.compile(r"(?<![&\w/])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b(?!-)|\b(?:rgba?|hsla?)\(\s*\d")
LINK_TARGET = re.compile(r"""href=(["'])#.*?\1""")

# Written so that they do not find themselves.
MACHINE_PATH = re.compile(r"(?<![\w.$}/])/(?:work|root|home/\w+|Users/\w+|opt/pypi)[/](?=\w)")
REGISTRY = re.compile(
    r"pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org|registry\.yarnpkg\.com"
)


def colour_literals(path: Path) -> list[Breach]:
    """Colours live in the palette; CSS tokens are generated from it. Examples in docstrings may show one."""
    if path.suffix not in COLOURED_FILES:
        return []
    texts = _strings_of_code(path) if path.suffix == ".py" else enumerate(_lines(path), start=1)
    says = "line {} writes the colour {}; take it from the palette by name."
    return [
        Breach("colour_literals", str(path), says.format(number, found.group()))
        for number, text in texts
        if (found := COLOUR.search(LINK_TARGET.sub("", text)))
    ]


def machine_traces(path: Path) -> list[Breach]:
    """Kith has to build anywhere: no path of one machine, no address of one registry."""
    return [
        Breach("machine_traces", f"{path}:{number}", f"names {found.group()!r}, which is true on one machine only.")
        for number, line in enumerate(_lines(path), start=1)
        if (found := MACHINE_PATH.search(line) or REGISTRY.search(line))
    ]


def _strings_of_code(path: Path) -> Iterator[tuple[int, str]]:
    """Text that the code uses: every string with its line, except docstrings."""
    tree = syntax_of(path)
    standing_alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in standing_alone:
            yield node.lineno, node.value


def _lines(path: Path) -> list[str]:
    """The lines of a text file; none for anything else."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
