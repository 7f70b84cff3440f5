"""The environment for processes that tools start: as on most computers, where modules are compiled once and kept."""

import os


def ordinary_environment() -> dict[str, str]:
    """Without the wish of some machines that every process compile every module anew, which costs each two seconds."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
