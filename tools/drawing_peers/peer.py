"""What every peer answers, and how its program is run: with a time limit, and every failure a sentence."""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Family = Mapping[str, Any]
Layout = dict[str, Any]


@dataclass(frozen=True)
class Drawn:
    """A layout as the yard-stick reads it, and the seconds the peer needed for the layout alone."""

    layout: Layout
    seconds: float


Peer = Callable[[Family, float], Drawn]


class CannotRunPeer(Exception):
    """A peer is not installed, failed or took too long; said in a few words for the table."""


def run(
    command: Sequence[str],
    *,
    given: str = "",
    limit: float,
    folder: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> str:
    """What the program wrote; raises CannotRunPeer."""
    try:
        answer = subprocess.run(
            command,
            input=given,
            capture_output=True,
            text=True,
            timeout=limit,
            cwd=folder,
            env=os.environ | dict(settings or {}),
            check=False,
        )
    except FileNotFoundError:
        raise CannotRunPeer(f"not installed: {command[0]}") from None
    except subprocess.TimeoutExpired:
        raise CannotRunPeer(f"not done in {limit:.0f} s") from None
    if answer.returncode:
        raise CannotRunPeer(f"failed: {reason_in(answer.stderr) or f'exit code {answer.returncode}'}")
    return answer.stdout


def reason_in(words: str) -> str:
    """The line of an error stream that names the error, else its last one."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    named = [line for line in lines if "Error" in line or "error:" in line]
    return (named or lines or [""])[-1 if not named else 0][:100]
