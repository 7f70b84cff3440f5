"""One throw-away PostgreSQL for one test run: started, used and removed again, whatever happens.

It listens on a random loopback port, has a random password, and keeps nothing on disk safely (fsync off).
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools.system_parts import postgres_binaries

DATABASE_VARIABLE = "KITH_TEST_DATABASE_URL"
SECONDS_TO_START = SECONDS_TO_END = 30
FAST_AND_UNSAFE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=2GB")


class CannotStartPostgres(Exception):
    """No PostgreSQL could be started for the tests; the text says why."""


class Cluster:
    """One server over a folder: made the first time, started, stopped or killed, and started again."""

    def __init__(self, home: Path, *, is_durable: bool = False) -> None:
        binaries = postgres_binaries()
        if binaries is None:
            raise CannotStartPostgres("PostgreSQL is not installed; on Debian or Ubuntu: apt-get install postgresql")
        self.binaries, self.home, self.owner = binaries, home, _owner_of_the_server()
        self.settings = () if is_durable else FAST_AND_UNSAFE
        self.server: subprocess.Popen[bytes] | None = None
        self.port = 0

    @property
    def address(self) -> str:
        """Where it answers; the database that every server has."""
        password = (self.home / "password").read_text()
        return f"postgresql://kith:{password}@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        if self.owner:
            shutil.chown(self.home, self.owner)
        if not (self.home / "data").exists():
            _initialise(self.binaries, self.home, self.owner, secrets.token_urlsafe(24))
        self.server, self.port = _start(self.binaries, self.home, self.owner, self.settings)

    def stop(self) -> None:
        if self.server is not None:
            _stop(self.server)

    def kill(self) -> None:
        """The server and every process of it at once, without a farewell."""
        if self.server is None:
            return
        children = subprocess.run(["pgrep", "-P", str(self.server.pid)], capture_output=True, text=True, check=False)
        for process in (self.server.pid, *map(int, children.stdout.split())):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.server.wait(timeout=SECONDS_TO_END)


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Yield the address of an empty server."""
    home = Path(tempfile.mkdtemp(prefix="kith-postgres-"))
    try:
        with kept_postgres(home) as address:
            yield address
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def kept_postgres(home: Path) -> Iterator[str]:
    """Yield the address of the server whose data stay in a folder; the first time it is empty."""
    signal.signal(signal.SIGTERM, _leave_tidily)
    cluster = Cluster(home)
    cluster.start()
    try:
        yield cluster.address
    finally:
        cluster.stop()


def _leave_tidily(*_: object) -> None:
    sys.exit(143)


def _owner_of_the_server() -> str | None:
    """PostgreSQL refuses to run as root: the account to run it as, or None to stay who we are."""
    if os.geteuid() != 0:
        return None
    accounts = {account.pw_name for account in pwd.getpwall()}
    return "postgres" if "postgres" in accounts else "nobody"


def _initialise(binaries: Path, home: Path, owner: str | None, password: str) -> None:
    password_file = home / "password"
    password_file.write_text(password)
    if owner:
        shutil.chown(password_file, owner)
    command = [
        str(binaries / "initdb"),
        "--pgdata",
        str(home / "data"),
        "--username=kith",
        "--encoding=UTF8",
        "--locale=C",
    ]
    command += ["--auth=scram-sha-256", f"--pwfile={password_file}", "--no-sync"]
    answer = subprocess.run(
        command, user=owner, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if answer.returncode != 0:
        raise CannotStartPostgres(f"initdb failed:\n{answer.stdout}")


def _start(
    binaries: Path, home: Path, owner: str | None, settings: tuple[str, ...] = FAST_AND_UNSAFE
) -> tuple[subprocess.Popen[bytes], int]:
    """Start the server; another program may take the free port first, so try three times."""
    log = home / "log"
    for _ in range(3):
        port = _free_port()
        command = [
            str(binaries / "postgres"),
            "-D",
            str(home / "data"),
            "-k",
            str(home),
            "-h",
            "127.0.0.1",
            "-p",
            str(port),
        ]
        for setting in settings:
            command += ["-c", setting]
        with log.open("w") as output:
            server = subprocess.Popen(command, user=owner, cwd=home, stdout=output, stderr=subprocess.STDOUT)
        if _is_answering(binaries, server, port):
            return server, port
        _stop(server)
    raise CannotStartPostgres(f"the server did not start:\n{log.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_answering(binaries: Path, server: subprocess.Popen[bytes], port: int) -> bool:
    question = [str(binaries / "pg_isready"), "--quiet", "--host=127.0.0.1", f"--port={port}"]
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        if subprocess.run(question, check=False, timeout=SECONDS_TO_START).returncode == 0:
            return True
        time.sleep(0.05)
    return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    """A fast shutdown, after ten seconds a hard one, and then none at all."""
    for farewell in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        server.send_signal(farewell)  # which does nothing where it has ended
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=10)
            return


def main() -> int:
    """Run the command given with the address of a throw-away server in its environment."""
    try:
        with throwaway_postgres() as address:
            return subprocess.run(sys.argv[1:], env=os.environ | {DATABASE_VARIABLE: address}, check=False).returncode
    except CannotStartPostgres as problem:
        print(f"Cannot start PostgreSQL: {problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
