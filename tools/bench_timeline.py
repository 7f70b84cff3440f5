"""Measures the chronology of a child with 5,000 rows: what its page costs the server, and how smoothly it pans.

On both databases; a small county is grown once and kept in `var/bench`. In the browser, on a phone: the picture is
moved by a few pixels each frame from one end to the other, then walked by keys; the longest task that kept the browser
from answering, and how many frames came late. `python -m tools.bench_timeline [--only sqlite|postgresql]`
"""

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tools.bench_pictures import PAINTED, WATCH, found_browser
from tools.bench_web import BIN, HOUSE, KEPT, free_port, settings_for, wait_until_open
from tools.postgres_for_tests import CannotStartPostgres

MOST_SERVER, MOST_BLOCKED = 300, 50
KEYS = 40
PHONE = {"width": 390, "height": 844}
PAN = """async () => {
  const pan = document.getElementById("lanes");
  const far = pan.scrollWidth - pan.clientWidth;
  const times = [];
  window.longest = 0;
  pan.scrollLeft = 0;
  await new Promise((done) => {
    const step = (now) => {
      times.push(now);
      pan.scrollLeft = (far / 2) * (1 - Math.cos(times.length / 20));
      if (times.length < 240) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
  const gaps = times.slice(1).map((time, at) => time - times[at]);
  const frame = [...gaps].sort((a, b) => a - b)[gaps.length >> 1];
  return { frame, late: gaps.filter((gap) => gap > 1.5 * frame).length, of: gaps.length, far };
}"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    asked = parser.parse_args()
    missed: list[str] = []
    for database in (asked.only,) if asked.only else ("sqlite", "postgresql"):
        try:
            missed += [f"{database}: {words}" for words in report(database, measure(database))]
        except CannotStartPostgres as problem:
            print(f"PostgreSQL is left out: {problem}", file=sys.stderr)
    print("\nMissed: " + ("; ".join(missed) if missed else "nothing") + ".")
    return 0


def measure(database: str) -> dict[str, Any]:
    place = KEPT / "timeline" / database
    place.mkdir(parents=True, exist_ok=True)
    with settings_for(database, place) as settings:
        made = place / "timeline.json"
        subprocess.run([sys.executable, "-m", "tools.measure_timeline", str(made)], env=settings, cwd=HOUSE, check=True)
        found: dict[str, Any] = json.loads(made.read_text(encoding="utf-8"))
        return found | in_a_browser(found, settings)


def in_a_browser(made: dict[str, Any], settings: dict[str, str]) -> dict[str, Any]:
    """The whole story on a phone, where most of it is out of sight: panned, and walked by keys."""
    port = free_port()
    address = f"http://localhost:{port}"
    server = [str(BIN / "kith"), "serve", "--port", str(port)]
    with subprocess.Popen(server, env=settings, stdout=subprocess.DEVNULL) as web, sync_playwright() as player:
        try:
            wait_until_open(address)
            browser = player.chromium.launch(executable_path=found_browser(), args=["--no-sandbox"])
            context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
            safe = address.replace("http:", "https:")  # a cookie of this name is taken from no other
            cookies = made["cookie"].items()
            context.add_cookies([{"name": name, "value": one, "url": safe, "secure": True} for name, one in cookies])
            context.add_init_script(WATCH)
            page = context.new_page()
            for _ in range(2):  # the first look, for which nothing is kept yet, does not count
                page.goto(address + made["page"], wait_until="load")
            return walked(page)
        finally:
            web.terminate()


def walked(page: Page) -> dict[str, Any]:
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    painted, opened = page.evaluate(PAINTED), page.evaluate("window.longest")
    panned = page.evaluate(PAN)
    blocked = page.evaluate("window.longest")
    page.locator("[data-story] a[tabindex='0']").focus()
    page.evaluate("window.longest = 0")
    for number in range(KEYS):
        page.keyboard.press("ArrowLeft" if number % 4 else "ArrowUp")
    marks = page.locator("[data-story] a").count()
    keys = page.evaluate("window.longest")
    return {"paint": painted, "opened": opened, "pan": panned, "blocked": blocked, "keys": keys, "marks": marks}


def report(database: str, found: dict[str, Any]) -> Iterator[str]:
    """Print one database's figures; what missed its target, in words."""
    title = "SQLite" if database == "sqlite" else "PostgreSQL"
    print(f"\n{title}: a child with 5,000 rows, milliseconds on the server, median / worst of nine")
    print(f"  {'':<18}{'by the clock':>16}{'CPU':>16}{'KB':>8}")
    for name, look in found["looks"].items():
        cells = [f"{statistics.median(look[one]):.0f} / {max(look[one]):.0f}" for one in ("clock", "cpu")]
        print(f"  {name:<18}" + "".join(f"{cell:>16}" for cell in cells) + f"{look['size'][0]:>8.0f}")
        if (median := statistics.median(look["clock"])) > MOST_SERVER:
            yield f"{name}: {median:.0f} ms (at most {MOST_SERVER})"
    pan = found["pan"]
    print(f"  In a browser, the whole story in {found['marks']} marks and piles:")
    print(f"    painted {found['paint']:.0f} ms after the last byte, longest task {found['opened']:.0f} ms")
    print(f"    panned over {pan['far']:.0f} px in {pan['of']} frames of {pan['frame']:.1f} ms, {pan['late']} late,")
    print(f"    longest task {found['blocked']:.0f} ms; while {KEYS} keys are pressed {found['keys']:.0f} ms")
    for what, longest in (("panning", found["blocked"]), ("keys", found["keys"])):
        if longest > MOST_BLOCKED:
            yield f"{what}: a task of {longest:.0f} ms (at most {MOST_BLOCKED})"


if __name__ == "__main__":
    sys.exit(main())
