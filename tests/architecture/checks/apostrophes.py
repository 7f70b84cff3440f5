"""What Kith says has printed apostrophes; docstrings, which nobody reads on screen, may have any."""

import ast
import re
from pathlib import Path

from tests.architecture.checks.breach import Breach, syntax_of

STRAIGHT = re.compile(r"(?<=[A-Za-z])'(?=[a-z])|(?<=s)'(?= [a-z])")


def straight_apostrophes(path: Path) -> list[Breach]:
    tree = syntax_of(path)
    statements = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in statements]
    return [
        Breach("straight_apostrophes", f"{path}::{node.lineno}", f"says “{node.value}”; write ’.")
        for node in said
        if isinstance(node.value, str) and STRAIGHT.search(node.value)
    ]
