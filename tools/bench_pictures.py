"""Measures a picture of 60 people and things in a browser, for every kind of picture, on both databases.

What is measured: from the page's last byte to its first paint; from a key to the change on the screen, and to the
server's answer; until the page is drawn anew, which nobody waits for; the longest task that kept the browser from
answering; what page and saving cost the server.
A county is grown once and kept in `var/bench`.
`python -m tools.bench_pictures [--only sqlite|postgresql] [--runs N] [--kinds genogram,ecomap]`
"""

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tools.bench_web import BIN, HOUSE, KEPT, free_port, settings_for, wait_until_open
from tools.postgres_for_tests import CannotStartPostgres
from tools.system_parts import chromium

MOST_PAINT, MOST_SEEN, MOST_SAVED, MOST_BLOCKED = 300, 100, 200, 200
MOST = {"paint": MOST_PAINT, "seen": MOST_SEEN, "saved": MOST_SAVED, "blocked": MOST_BLOCKED}
SHOWN = "shown"
HEADS = {
    "paint": "first paint",
    "seen": "change seen",
    "saved": "saved",
    SHOWN: "drawn anew",
    "blocked": "longest task",
}
BETWEEN_EDITS = 500  # milliseconds: nobody sends more than 120 forms a minute
PATIENCE = 180_000  # milliseconds: the search for layouts is compiled once on a machine
TABLET = {"width": 1024, "height": 768}
WATCH = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.longest = Math.max(window.longest, one.duration);
}).observe({ type: "longtask", buffered: true });
"""
PAINTED = """() => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return paint.startTime - performance.getEntriesByType("navigation")[0].responseEnd;
}"""
LISTEN = """() => {
  performance.clearResourceTimings();
  window.seen = null;
  window.longest = 0;
  addEventListener("keydown", () => {
    const began = performance.now();
    const root = document.querySelector("[data-picture]");
    const watch = new MutationObserver((changes) => {
      if (!changes.some(({ target }) => target === root || target.closest("#canvas"))) return;
      watch.disconnect();
      requestAnimationFrame(() => { window.seen = performance.now() - began; });
    });
    watch.observe(root, { subtree: true, childList: true, attributes: true,
      attributeFilter: ["transform"] });
  }, { capture: true, once: true });
}"""
SAVED = """() => {
  const sent = performance.getEntriesByType("resource").filter((one) => one.initiatorType === "fetch");
  if (!sent.length || window.seen === null) return null;
  const [one] = sent; // kept once the server leads on, shown once the page it leads to has come
  return { seen: window.seen, saved: one.redirectEnd - one.startTime, shown: one.duration, blocked: window.longest };
}"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--runs", type=int, default=9, help="how often each is measured")
    parser.add_argument("--kinds", default="", help="of which kinds, with commas between them; else of all")
    asked = parser.parse_args()
    missed: list[str] = []
    for database in (asked.only,) if asked.only else ("sqlite", "postgresql"):
        try:
            found = measure(database, asked.runs, asked.kinds)
            missed += [f"{database}: {words}" for words in report(database, found, asked.runs)]
        except CannotStartPostgres as problem:
            print(f"PostgreSQL is left out: {problem}", file=sys.stderr)
    print("\nMissed: " + ("; ".join(missed) if missed else "nothing") + ".")
    return 0


def measure(database: str, runs: int, kinds: str) -> dict[str, dict[str, Any]]:
    place = KEPT / "pictures" / database
    place.mkdir(parents=True, exist_ok=True)
    with settings_for(database, place) as settings:
        made = place / "pictures.json"
        drawing = [sys.executable, "-m", "tools.measure_pictures", str(made), kinds]
        subprocess.run(drawing, env=settings, cwd=HOUSE, check=True)
        return looked_at(json.loads(made.read_text(encoding="utf-8")), settings, runs)


def looked_at(made: dict[str, Any], settings: dict[str, str], runs: int) -> dict[str, dict[str, Any]]:
    """Every picture in a browser, as a worker and a child would look at it on a tablet."""
    port = free_port()
    address = f"http://localhost:{port}"
    server = [str(BIN / "kith"), "serve", "--port", str(port)]
    with subprocess.Popen(server, env=settings, stdout=subprocess.DEVNULL) as web, sync_playwright() as player:
        try:
            wait_until_open(address)
            browser = player.chromium.launch(executable_path=found_browser(), args=["--no-sandbox"])
            return {
                name: picture | in_a_browser(browser, address, made["cookie"], picture, runs)
                for name, picture in made["pictures"].items()
            }
        finally:
            web.terminate()


def found_browser() -> Path:
    path = chromium()
    if path is None:
        raise SystemExit("Chromium is not installed (apt-get install chromium).")
    return path


def in_a_browser(
    browser: Browser, address: str, cookies: dict[str, str], picture: dict[str, Any], runs: int
) -> dict[str, list[float]]:
    """Times in milliseconds, a number for each run; the first look, for which nothing is kept yet, does not count."""
    context = browser.new_context(viewport=TABLET)  # type: ignore[arg-type]
    safe = address.replace("http:", "https:")  # a cookie of this name is taken from no other
    context.add_cookies([{"name": name, "value": one, "url": safe, "secure": True} for name, one in cookies.items()])
    context.add_init_script(WATCH)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    found: dict[str, list[float]] = {name: [] for name in HEADS}
    for _ in range(runs + 1):
        page.goto(address + picture["page"], wait_until="load")
        page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
        painted, blocked = page.evaluate(PAINTED), page.evaluate("window.longest")
        times = edited(page, is_moved=picture["is_moved"])
        for name, time in (times | {"paint": painted, "blocked": max(blocked, times["blocked"])}).items():
            found[name].append(time)
    context.close()
    return {name: times[1:] for name, times in found.items()}


def edited(page: Page, *, is_moved: bool) -> dict[str, float]:
    """Moved by a key; what stands where its lines put it is joined by one instead."""
    page.locator("#canvas [data-item]").nth(3).focus()
    if not is_moved:
        page.keyboard.press("l")
    page.evaluate(LISTEN)
    page.keyboard.press("Shift+ArrowUp" if is_moved else "Enter")
    times: dict[str, float] = page.wait_for_function(SAVED).json_value()
    page.wait_for_timeout(BETWEEN_EDITS)
    return times


def report(database: str, found: dict[str, dict[str, Any]], runs: int) -> Iterator[str]:
    """Print one database's table; what missed its target, in words."""
    title = "SQLite" if database == "sqlite" else "PostgreSQL"
    print(f"\n{title}: milliseconds, median / worst of {runs}; 60 on each picture")
    print(f"  {'':<20}" + "".join(f"{head:>16}" for head in HEADS.values()) + f"{'page CPU':>12}{'save CPU':>12}")
    for name, picture in found.items():
        cells = [f"{statistics.median(picture[one]):.0f} / {max(picture[one]):.0f}" for one in HEADS]
        costs = f"{picture['page_cpu']:>12.0f}{picture['save_cpu']:>12.0f}"
        print(f"  {name:<20}" + "".join(f"{cell:>16}" for cell in cells) + costs)
        yield from missed_by(name, picture)


def missed_by(name: str, picture: dict[str, Any]) -> Iterator[str]:
    for one, most in MOST.items():
        median = statistics.median(picture[one])
        # What is joined is seen with the answer: where it comes to stand is worked out by the server.
        limit = MOST_SAVED if one == "seen" and not picture["is_moved"] else most
        if median > limit:
            yield f"{name}, {one}: {median:.0f} ms (at most {limit})"


if __name__ == "__main__":
    sys.exit(main())
