"""Fetch the outside styles and scripts our pages use, compile them in our colours, and keep them under static/vendor.

A maintainer runs this by hand (it needs npm); what it writes is committed, so nobody else needs Node:
    python tools/vendor_web.py
"""

import hashlib
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.make_tokens import load_colours

TARGET = Path(__file__).parents[1] / "src/kith/web/static/vendor"
FONT = '("Noto Sans", Arial, sans-serif)'
PAGE_WIDTH = "1216px"

# GOV.UK Frontend's functional colour, and the token of our palette that takes its place.
FUNCTIONAL = {
    "brand": "fen",
    "text": "ink",
    "inverse-text": "foam",
    "template-background": "tide",
    "body-background": "tide",
    "secondary-text": "slate",
    "focus": "focus",
    "focus-text": "ink",
    "error": "berry",
    "success": "samphire",
    "border": "line",
    "input-border": "ink",
    "hover": "line",
    "link": "reed",
    "link-visited": "dusk",
    "link-hover": "fen",
    "link-active": "ink",
    "surface-background": "tide",
    "surface-text": "ink",
    "surface-border": "line",
}

# Marks of the Crown and of GOV.UK do not belong on a county's pages.
FOREIGN_MARKS = re.compile(r"crest|crown|logotype|footer__copyright-logo|rebrand")
SOURCE_MAP = re.compile(r"\n?(//|/\*)# sourceMappingURL=.*?(\*/|$)", re.MULTILINE)


class Part(NamedTuple):
    """One package: the version asked for, its licence, and the holder named in the licence text."""

    name: str
    wanted: str
    licence: str
    holder: str


PARTS = (
    Part(
        "govuk-frontend",
        "~6.6.0",
        "MIT",
        "Copyright (C) 2017 Crown Copyright (Government Digital Service)",
    ),
    Part(
        "@ministryofjustice/frontend",
        "~11.1.0",
        "MIT",
        "Copyright (c) 2019 Ministry of Justice",
    ),
    Part("htmx.org", "2.0.11", "0BSD", ""),
)
# What each written file is made of.
FILES = {
    "govuk.css": ("govuk-frontend", "@ministryofjustice/frontend"),
    "govuk-frontend.min.js": ("govuk-frontend",),
    "htmx.min.js": ("htmx.org",),
}
MIT = """Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies
of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


def sass_entry() -> str:
    """Settings first, then MOJ (it loads and configures GOV.UK's base), then GOV.UK, whose rules must come last."""
    colours = load_colours()
    functional = ", ".join(f"{name}: {colours[token]}" for name, token in FUNCTIONAL.items())
    return f"""
@use "@ministryofjustice/frontend/moj/settings/all" as moj-settings with (
  $moj-font-family: {FONT}, $moj-page-width: {PAGE_WIDTH}
);
@use "@ministryofjustice/frontend/moj/all" as moj with (
  $govuk-functional-colours: ({functional}),
  $govuk-font-family-print: {FONT},
  $govuk-button-background-colour: {colours["fen"]}
);
@use "govuk-frontend/dist/govuk/index" as govuk;
"""


def install(folder: Path) -> None:
    (folder / "package.json").write_text('{"private": true}')
    wanted = [f"{part.name}@{part.wanted}" for part in PARTS]
    subprocess.run(["npm", "install", "--no-package-lock", *wanted, "sass"], cwd=folder, check=True)


def compile_css(folder: Path) -> str:
    (folder / "entry.scss").write_text(sass_entry())
    paths = ["--load-path=.", "--load-path=node_modules"]
    command = ["npx", "sass", "--quiet", "--no-source-map", *paths, "entry.scss"]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def blocks(css: str) -> Iterator[tuple[str, str]]:
    """Yield each rule's prelude and its body, one level deep; a statement without a body has an empty one."""
    start = depth = opened = 0
    for at, sign in enumerate(css):
        if sign == "{":
            depth += 1
            opened = at if depth == 1 else opened
        elif sign == "}":
            depth -= 1
        if (sign == "}" and depth == 0) or (sign == ";" and depth == 0):
            body = css[opened + 1 : at] if sign == "}" else ""
            yield css[start : opened if sign == "}" else at].strip(), body
            start = at + 1


def cleaned(css: str) -> str:
    """Drop rules for foreign marks and every declaration that points at a file we do not ship."""
    kept: list[str] = []
    for prelude, body in blocks(css):
        if not body:
            continue  # @charset: we serve UTF-8 and keep no other statements
        if prelude.startswith("@"):
            body = body if prelude.startswith("@keyframes") else cleaned(body)
        else:
            selectors = [part for part in prelude.split(",") if not FOREIGN_MARKS.search(part)]
            prelude = ",".join(part.strip() for part in selectors)
            body = ";".join(line.strip() for line in body.split(";") if line.strip() and "url(" not in line)
        if prelude and body:
            kept.append(f"{prelude}{{{body}}}")
    return "\n".join(kept)


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def written_files(folder: Path) -> dict[str, str]:
    modules = folder / "node_modules"
    scripts = {
        "govuk-frontend.min.js": modules / "govuk-frontend/dist/govuk/govuk-frontend.min.js",
        "htmx.min.js": modules / "htmx.org/dist/htmx.min.js",
    }
    files = {name: SOURCE_MAP.sub("", path.read_text()) for name, path in scripts.items()}
    return {"govuk.css": cleaned(without_comments(compile_css(folder))) + "\n", **files}


def licence_file(part: Part) -> str:
    return f"LICENCE-{part.name.strip('@').replace('/', '-')}.txt"


def licence_text(folder: Path, part: Part) -> str:
    if part.licence == "MIT":
        return f"The MIT License\n\n{part.holder}\n\n{MIT}"
    return (folder / "node_modules" / part.name / "LICENSE").read_text()


def record(folder: Path, files: dict[str, str]) -> str:
    """Return VENDOR.toml: which packages, which versions, and the fingerprint of each file made of them."""
    lines = ["# Written by tools/vendor_web.py; do not edit."]
    for part in PARTS:
        version = json.loads((folder / "node_modules" / part.name / "package.json").read_text())["version"]
        lines += ["", "[[package]]", f'name = "{part.name}"', f'version = "{version}"']
        lines += [
            f'licence = "{part.licence}"',
            f'licence_text = "{licence_file(part)}"',
        ]
    for name, content in files.items():
        sources = ", ".join(f'"{source}"' for source in FILES[name])
        digest = hashlib.sha256(content.encode()).hexdigest()
        lines += [
            "",
            "[[file]]",
            f'name = "{name}"',
            f"made_of = [{sources}]",
            f'sha256 = "{digest}"',
        ]
    return "\n".join(lines) + "\n"


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        install(folder)
        files = written_files(folder)
        for file_name, content in files.items():
            (TARGET / file_name).write_text(content)
        for part in PARTS:
            (TARGET / licence_file(part)).write_text(licence_text(folder, part))
        (TARGET / "VENDOR.toml").write_text(record(folder, files))


if __name__ == "__main__":
    main()
