"""Measures the two commands in a fresh clone: `make demo` until the first page answers, cold and warm."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tools.processes import ordinary_environment

HOUSE = Path(__file__).resolve().parent.parent
LONGEST = 300


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="kith-bench-") as folder:
        clone, home = Path(folder) / "kith", Path(folder) / "home"
        home.mkdir()
        subprocess.run(["git", "clone", "--quiet", HOUSE, clone], check=True)
        environment = fresh_environment(home)
        print(f"make demo, empty folder and empty caches: {seconds_until_open(clone, environment):6.1f} s")
        print(f"make demo, the second time:               {seconds_until_open(clone, environment):6.1f} s")
    return 0


def fresh_environment(home: Path) -> dict[str, str]:
    """Nothing of this user's: another home, other caches, no settings of Kith."""
    kept = {
        name: value
        for name, value in ordinary_environment().items()
        if not name.startswith(("KITH_", "UV_", "VIRTUAL_ENV"))
    }
    caches = {
        "UV_CACHE_DIR": str(home / "uv"),
        "PIP_CACHE_DIR": str(home / "pip"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    return kept | {"HOME": str(home)} | caches


def seconds_until_open(clone: Path, environment: dict[str, str]) -> float:
    began = time.monotonic()
    demo = subprocess.Popen(
        ["make", "demo"], cwd=clone, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        address = address_in(demo)
        wait_for(f"{address}/health")
        return time.monotonic() - began
    finally:
        os.killpg(demo.pid, signal.SIGTERM)
        demo.wait(timeout=30)


def address_in(demo: "subprocess.Popen[str]") -> str:
    for line in demo.stdout or ():
        if found := re.search(r"http://localhost:\d+", line):
            return found[0]
    raise RuntimeError("make demo ended without printing an address.")


def wait_for(address: str) -> None:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("The demonstration did not answer.")


if __name__ == "__main__":
    sys.exit(main())
