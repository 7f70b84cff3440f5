"""A demonstration of its own, served by the real server on a real port, that can be killed and started again."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

BIN = Path(sys.executable).parent
SECONDS_TO_START = 60
MOST_SECONDS = 600  # for what may take long on a busy machine; less than a test may take
WITH_CHILDREN = (", social worker", ", health visitor", ", youth worker", ", school safeguarding lead")
CHECK = """
import json, django; django.setup()
from django.db import connection
from kith.apps.audit.models import AuditRow
from kith.apps.audit.queries import broken_links
from kith.apps.people.models import PersonName
if connection.vendor == "sqlite":
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        assert cursor.fetchone()[0] == "ok"
names = list(PersonName.objects.filter(text__startswith="Kill ").values_list("text", flat=True))
deeds = AuditRow.objects.filter(event="people.person.added").count()
print(json.dumps({"names": names, "deeds": deeds, "broken": [str(link) for link in broken_links()]}))
"""


class Refused(Exception):
    """The server did not acknowledge."""


@dataclass(slots=True)
class Installation:
    """One data folder and one server over it."""

    folder: Path
    database_url: str = ""
    server: subprocess.Popen[bytes] | None = None
    port: int = 0
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        own = {key: value for key, value in os.environ.items() if not key.startswith(("KITH_", "DJANGO_"))}
        own |= {"KITH_DATA_DIR": str(self.folder), "DJANGO_SETTINGS_MODULE": "kith.project.settings"}
        return own | ({"KITH_DATABASE_URL": self.database_url} if self.database_url else {})

    def grow(self) -> None:
        command = [str(BIN / "kith"), "demo", "--no-serve"]
        subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=MOST_SECONDS)

    def start(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [BIN / "gunicorn", "--worker-class=gthread", "--threads=8", f"--bind=127.0.0.1:{self.port}"]
        self.server = subprocess.Popen(
            [*command, "--log-level=critical", "kith.project.wsgi:application"],
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,  # whoever listens to the tests does not wait for a server that outlived them
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            try:
                self.ask("GET", "/health")
            except (OSError, HTTPException):
                time.sleep(0.05)
            else:
                return
        raise Refused("The server did not start.")

    def kill(self) -> None:
        """No farewell: the whole group at once."""
        assert self.server is not None
        with suppress(ProcessLookupError):
            os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait(timeout=SECONDS_TO_START)

    def ask(self, method: str, path: str, words: dict[str, str] | None = None) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Host": f"localhost:{self.port}",
            "Origin": f"http://localhost:{self.port}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            connection.request(method, path, urlencode(words or {}), headers)
            answer = connection.getresponse()
            body = answer.read().decode("utf-8", "replace")
            for name, value in re.findall(
                r"([^=;,\s]+)=([^;]*)", "; ".join(answer.headers.get_all("Set-Cookie") or [])
            ):
                if name.startswith("__Host-"):
                    self.cookies[name] = value
            return answer.status, body
        finally:
            connection.close()

    def sign_in(self, turn: int = 0) -> None:
        """As one worker after the other: how many forms one person sends in a minute has a limit."""
        sign_ins = json.loads((self.folder / "demo-sign-ins.json").read_text())
        self.cookies.clear()
        _, page = self.ask("GET", "/sign-in")
        email, password = _sign_in(sign_ins, turn)
        status, _ = self.ask("POST", "/sign-in", {"login": email, "password": password, **_token(page)})
        if status != 302:
            raise Refused(f"Signing in answered {status}.")

    def a_child(self) -> str:
        _, page = self.ask("GET", "/")
        return re.findall(r'href="/children/([0-9a-z]{26})"', page)[0]

    def form_token(self, child_ref: str) -> dict[str, str]:
        return _token(self.ask("GET", f"/children/{child_ref}/add-person")[1])

    def add(self, child_ref: str, name: str, token: dict[str, str]) -> None:
        """Somebody new in the child's network; returns only where the server said that it is saved."""
        words = {"called": name, "relation": "supporter", "to": child_ref, "kind": "adult", "certainty": "sure"}
        status, page = self.ask("POST", f"/children/{child_ref}/add-person", words | token)
        if status != 302:
            raise Refused(f"{status}: {_words_of(page)}")

    def facts(self) -> dict[str, list[str] | int]:
        """What the database holds, by a fresh process."""
        command = [sys.executable, "-c", CHECK]
        answer = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=MOST_SECONDS
        )
        return json.loads(answer.stdout.splitlines()[-1])


def _token(page: str) -> dict[str, str]:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    return {"csrfmiddlewaretoken": found[1]} if found else {}


def _words_of(page: str) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", page)[:400]


def _sign_in(sign_ins: list[list[str]], turn: int) -> tuple[str, str]:
    """Workers with children of their own."""
    with_children = [entry for entry in sign_ins if entry[2].endswith(WITH_CHILDREN)]
    email, password, _ = with_children[turn % len(with_children)]
    return email, password
