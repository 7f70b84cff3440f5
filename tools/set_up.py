"""Prepares `.venv`: the locked packages, each checked against its hash, and Kith itself.

Standard library only, because nothing is installed when this runs. Nothing is built: Kith is put on the path
and its commands are written from `pyproject.toml`. A stamp makes the next run return at once.
"""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
VENV = HOUSE / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
UV_HOME = VENV / "uv"
UV = UV_HOME / "bin" / "uv"
STAMP = VENV / "kith-set-up.json"
LOCKS = {"demo": "requirements.lock", "dev": "requirements-dev.lock"}
INSTALLER_LOCK = "requirements-uv.lock"  # uv, and the setuptools that builds the few packages without a wheel
WITHOUT_A_WHEEL = ("pymeeus",)
WARM = "from kith.engines.drawing.layout import warm; warm()"
DECIDING_FILES = ("pyproject.toml", INSTALLER_LOCK, *LOCKS.values(), "tools/set_up.py")


class CannotSetUp(Exception):
    """Kith's packages could not be installed; the text says what to do."""


def main() -> int:
    """Prepare what the purpose named on the command line needs, and say what happened."""
    purpose = sys.argv[1] if len(sys.argv) == 2 else ""
    if purpose not in LOCKS:
        print("Usage: tools/set-up demo|dev", file=sys.stderr)
        return 2
    if is_ready(purpose):
        return 0
    try:
        prepare(purpose)
    except CannotSetUp as problem:
        print(f"\nSet-up stopped: {problem}", file=sys.stderr)
        return 1
    return 0


def is_ready(purpose: str) -> bool:
    """Whether an earlier run prepared this purpose from the very same files."""
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return False
    return purpose in stamp["purposes"] and stamp["files"] == fingerprint() and VENV_PYTHON.exists()


def fingerprint() -> str:
    digest = hashlib.sha256(f"{HOUSE} {sys.version_info[:2]}".encode())
    for name in DECIDING_FILES:
        digest.update((HOUSE / name).read_bytes())
    return digest.hexdigest()


def prepare(purpose: str) -> None:
    began = time.monotonic()
    print(f"Preparing Kith for the first time, or after a change ({LOCKS[purpose]}).")
    STAMP.unlink(missing_ok=True)
    make_venv()
    install_uv()
    install_packages(purpose)
    put_kith_on_the_path()
    warm_drawing()
    write_stamp(purpose)
    print(f"Prepared in {time.monotonic() - began:.0f} s. The next run skips this.\n")


def make_venv() -> None:
    if is_same_python():
        return
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise CannotSetUp(
            f"this Python has no {' and no '.join(missing)}. "
            f"On Debian or Ubuntu: apt-get install python{version}-venv (or python3-venv), then run make again."
        )
    run("a private Python environment in .venv", [sys.executable, "-m", "venv", "--clear", VENV])


def is_same_python() -> bool:
    """Whether `.venv` works, has pip, and is of the version running now."""
    question = "import sys, pip; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([VENV_PYTHON, "-c", question], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def install_uv() -> None:
    lock = HOUSE / INSTALLER_LOCK
    if UV.exists() and f"uv=={installed_uv()} " in lock.read_text():
        return
    pip: list[str | Path] = [VENV_PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--require-hashes", "--only-binary=:all:", "--upgrade", "--target", UV_HOME, "--requirement", lock]
    run("the installer (uv), checked by its hash", pip)


def installed_uv() -> str:
    answer = subprocess.run([UV, "--version"], capture_output=True, text=True, check=False)
    return answer.stdout.split()[1] if answer.returncode == 0 else ""


def install_packages(purpose: str) -> None:
    sync: list[str | Path] = [UV, "pip", "sync", "--python", VENV_PYTHON, "--require-hashes", "--only-binary", ":all:"]
    sync += [f"--no-binary={name}" for name in WITHOUT_A_WHEEL]
    sync += ["--build-constraints", INSTALLER_LOCK, LOCKS[purpose]]
    run(f"installing {count_of_packages(purpose)} packages, each checked by its hash", sync)


def count_of_packages(purpose: str) -> int:
    """Locked packages; one or two may be for other systems only."""
    return sum(line[:1].isalnum() for line in (HOUSE / LOCKS[purpose]).read_text().splitlines())


def put_kith_on_the_path() -> None:
    site_packages = next((VENV / "lib").glob("python3.*/site-packages"))
    (site_packages / "kith.pth").write_text(f"{HOUSE / 'src'}\n")
    scripts = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]["scripts"]
    for command, target in scripts.items():
        write_command(command, *target.split(":"))


def write_command(command: str, module: str, function: str) -> None:
    path = VENV / "bin" / command
    path.unlink(missing_ok=True)
    path.write_text(f"#!{VENV_PYTHON}\nimport sys\n\nfrom {module} import {function}\n\nsys.exit({function}())\n")
    path.chmod(0o755)


def warm_drawing() -> None:
    """So that nobody waits for it before their first picture; numba keeps what it compiles beside the source."""
    run("compiling the search for good drawings", [VENV_PYTHON, "-c", WARM])


def write_stamp(purpose: str) -> None:
    purposes = ["demo", "dev"] if purpose == "dev" else ["demo"]  # the dev lock holds everything of the other
    STAMP.write_text(json.dumps({"purposes": purposes, "files": fingerprint()}))


def run(what: str, command: list[str | Path]) -> None:
    """Run one step, showing its name and its seconds, and its output only when it fails."""
    began = time.monotonic()
    environment = os.environ | {"UV_PYTHON_DOWNLOADS": "never"}
    with tempfile.TemporaryFile("w+") as output:
        print(f"  {what} ...", end="", flush=True)
        step = subprocess.Popen(command, cwd=HOUSE, env=environment, stdout=output, stderr=subprocess.STDOUT)
        wait_showing_seconds(step, what)
        print(f" {time.monotonic() - began:.1f} s")
        if step.returncode == 0:
            return
        output.seek(0)
        print(output.read(), file=sys.stderr)
    raise CannotSetUp(f"{what} did not work; the reason is above. Is there a network? Then run make again.")


def wait_showing_seconds(step: subprocess.Popen[bytes], what: str) -> None:
    seconds = 0
    while True:
        try:
            step.wait(timeout=1)
        except subprocess.TimeoutExpired:
            seconds += 1
            if sys.stdout.isatty():
                print(f"\r  {what} ... {seconds} s", end="", flush=True)
        else:
            if sys.stdout.isatty():
                print(f"\r  {what} ...", end="", flush=True)
            return


if __name__ == "__main__":
    sys.exit(main())
