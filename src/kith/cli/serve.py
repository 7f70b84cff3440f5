"""`kith serve`: the web server and one worker under one parent; when either ends, both end."""

import os
import signal
import socket
import subprocess
import sys
import time
from typing import Annotated

import typer

from kith.apps.installation.queries import installation_facts
from kith.cli.own_keys import misplaced_keys
from kith.kernel.errors import KithError

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

LOOPBACK = "127.0.0.1"
PORTS_TO_TRY = 20
PATIENCE = 10  # seconds a child has to finish what it is doing


class CannotServe(KithError):
    """The server cannot be started here."""


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The first port to try.")] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on. A demonstration listens here only.")] = LOOPBACK,
    threads: Annotated[int, typer.Option(help="How many requests at once.")] = 8,
) -> None:
    """Run the web server and one worker until Ctrl+C."""
    run_server(host=host, port=port, threads=threads)


def run_server(*, host: str = LOOPBACK, port: int = 8000, threads: int = 8) -> None:
    if installation_facts().is_demo and host != LOOPBACK:
        raise CannotServe("A demonstration listens on this machine only. Leave --host out.")
    if misplaced := misplaced_keys():
        raise CannotServe(misplaced)
    free = free_port(host, port)
    print(f"Kith is open at http://localhost:{free}  (Ctrl+C stops it)", flush=True)
    watch([web_process(host, free, threads), worker_process()])


def free_port(host: str, first: int) -> int:
    """The first free port from `first` on."""
    for port in range(first, first + PORTS_TO_TRY):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise CannotServe(f"The ports from {first} to {first + PORTS_TO_TRY - 1} are all in use. Give another with --port.")


def web_process(host: str, port: int, threads: int) -> subprocess.Popen[bytes]:
    options = ["--worker-class", "gthread", "--workers", "1", "--threads", str(threads), "--bind", f"{host}:{port}"]
    return begin("gunicorn", *options, "--log-level", "warning", "kith.project.wsgi:application")


def worker_process() -> subprocess.Popen[bytes]:
    return begin("django", "qcluster")


def begin(module: str, *options: str) -> subprocess.Popen[bytes]:
    """A child in a process group of its own, so that it is told once, by us, when to end."""
    return subprocess.Popen([sys.executable, "-m", module, *options], start_new_session=True)


def watch(children: list[subprocess.Popen[bytes]]) -> None:
    """Wait until one child ends or somebody stops us; then end the others, kindly first."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
    finally:
        for child in children:
            child.terminate()
        for child in children:
            end(child)


def end(child: subprocess.Popen[bytes]) -> None:
    """Give a child its time; then end it with everything it began."""
    try:
        child.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
