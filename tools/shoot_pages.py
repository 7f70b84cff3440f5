"""Render the invented samples of every page to files and photograph them, so that their makers can look.

python tools/shoot_pages.py [name ...] --out FOLDER
"""

import argparse
import os
import shutil
import subprocess
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings_for_tests")
django.setup()

from kith.web.jinja import environment  # noqa: E402 forms need the platform to have been started
from kith.web.tests.samples import SAMPLES, context_of  # noqa: E402

STATIC = Path(__file__).parents[1] / "src/kith/web/static"
BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-background-networking", "--hide-scrollbars")
HEIGHTS = {1280: 1000, 768: 1200, 360: 1800}


def render(name: str, folder: Path) -> Path:
    pages = environment()
    pages.globals.update(static=lambda path: f"static/{path}", url=lambda route, *args: "#" + "/".join([route, *args]))
    page = folder / f"{name}.html"
    page.write_text(pages.get_template(SAMPLES[name][0]).render(context_of(name)))
    return page


def shoot(page: Path, width: int) -> None:
    """Chromium will not open a window below 500 px, so narrow pages are photographed inside a frame."""
    target = page.with_name(f"{page.stem}-{width}.png")
    shown = page
    if width < 500:
        shown = page.with_name(f"{page.stem}-frame.html")
        shown.write_text(
            f'<iframe src="{page.name}" width="{width}" height="{HEIGHTS[width]}" frameborder="0"></iframe>'
        )
    size = f"--window-size={max(width, 500)},{HEIGHTS[width]}"
    allowed = "--allow-file-access-from-files"
    command = [*BROWSER, allowed, "--virtual-time-budget=3000", size, f"--screenshot={target}", shown.as_uri()]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="samples; all if none is named")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--widths", type=int, nargs="+", default=list(HEIGHTS))
    asked = parser.parse_args()
    shutil.copytree(STATIC, asked.out / "static", dirs_exist_ok=True)
    for name in asked.names or SAMPLES:
        page = render(name, asked.out)
        for width in asked.widths:
            shoot(page, width)
        print(name)


if __name__ == "__main__":
    main()
