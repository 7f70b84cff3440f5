"""What one of the 20 workers of `make bench-web` does: looks at Today and at children, and searches now and then."""

import itertools
import json
import os
import random
import re
from pathlib import Path

from locust import HttpUser, between, task

VISITS = json.loads(Path(os.environ["KITH_BENCH_VISITS"]).read_text(encoding="utf-8"))["visits"]
PAUSE = float(os.environ["KITH_BENCH_PAUSE"])  # on average
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
FIND = "/children"
_next_visit = itertools.cycle(VISITS)


class Worker(HttpUser):
    """Signed in already; clicks, reads for a while, clicks again."""

    wait_time = between(0.5 * PAUSE, 1.5 * PAUSE)  # in step, they would meet again and again

    def on_start(self) -> None:
        self.visit = next(_next_visit)
        self.client.headers["Cookie"] = f"__Host-kith-session={self.visit['cookie']}"
        self.choice = random.Random(self.visit["email"])

    @task(3)
    def today(self) -> None:
        self.client.get("/", name="today")

    @task(6)
    def child(self) -> None:
        self.client.get(self.choice.choice(self.visit["children"]), name="child")

    @task(1)
    def search(self) -> None:
        page = self.client.get(FIND, name="find")
        token, cookie = TOKEN.search(page.text), page.cookies.get("__Host-kith-csrf")
        headers = {
            "Cookie": f"{self.client.headers['Cookie']}; __Host-kith-csrf={cookie}",
            "Referer": self.client.base_url,
        }
        asked = {"asked": self.choice.choice(self.visit["names"]), "csrfmiddlewaretoken": token[1] if token else ""}
        self.client.post(FIND, asked, headers=headers, name="search")
