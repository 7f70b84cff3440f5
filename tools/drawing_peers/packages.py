"""The JavaScript packages: installed on demand into `var`, each drawn with by a small script of ours."""

import json
import shutil
from functools import partial
from pathlib import Path

from tools.drawing_peers.peer import CannotRunPeer, Drawn, Family, Peer, run

SCRIPTS = Path(__file__).parent / "scripts"
PLACE = Path(__file__).resolve().parents[2] / "var" / "bench" / "peers"
INSTALL = ("npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
LONGEST_INSTALL = 600.0


def package(script: str) -> Peer:
    return partial(draw, script)


def draw(script: str, family: Family, limit: float) -> Drawn:
    provide_packages()
    answer = json.loads(run(["node", f"{script}.mjs"], given=json.dumps(family), limit=limit, folder=PLACE))
    return Drawn(answer["layout"], answer["seconds"])


def provide_packages() -> None:
    """The scripts stand beside the packages, because that is where Node looks; npm asks this machine's own registry."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise CannotRunPeer("not installed: apt-get install nodejs npm")
    PLACE.mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS.iterdir():
        shutil.copy(script, PLACE)
    wanted, installed = (SCRIPTS / "package.json").read_text(encoding="utf-8"), PLACE / "installed.txt"
    if not installed.exists() or installed.read_text(encoding="utf-8") != wanted:
        run(INSTALL, limit=LONGEST_INSTALL, folder=PLACE)
        installed.write_text(wanted, encoding="utf-8")
