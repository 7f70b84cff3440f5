"""Cut the web fonts out of Debian's fonts-noto-core: one WOFF2 per script and weight, and the stylesheet naming them.

Run by hand, with an interpreter that has fonttools and brotli:
    python tools/make_fonts.py --source /usr/share/fonts/truetype/noto
"""

import argparse
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "src/kith/web/static/fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
# Indic shaping joins with these wherever the script stands, so each of those files carries them.
JOINERS = "U+200C-200D, U+25CC"


class Script(NamedTuple):
    """One writing system: the font it is cut from and the characters it serves."""

    name: str
    font: str
    ranges: str


SCRIPTS = (
    Script(
        "latin",
        "NotoSans",
        "U+0000-024F, U+0250-02AF, U+02B0-036F, U+1D00-1DBF, U+1E00-1EFF, U+2000-206F, U+2070-209F, U+20A0-20BF, "
        "U+2100-214F, U+2212, U+2C60-2C7F, U+A720-A7FF, U+FB00-FB06",
    ),
    Script("cyrillic", "NotoSans", "U+0400-052F, U+1C80-1C8F, U+2DE0-2DFF, U+A640-A69F"),
    Script("greek", "NotoSans", "U+0370-03FF, U+1F00-1FFF"),
    Script("arabic", "NotoSansArabic", "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FDF0-FDFF"),
    Script("hebrew", "NotoSansHebrew", "U+0590-05FF, U+FB1D-FB4F"),
    Script(
        "devanagari",
        "NotoSansDevanagari",
        f"U+0900-097F, U+1CD0-1CFF, U+A8E0-A8FF, {JOINERS}",
    ),
    Script("bengali", "NotoSansBengali", f"U+0980-09FF, {JOINERS}"),
    Script("gurmukhi", "NotoSansGurmukhi", f"U+0A00-0A7F, {JOINERS}"),
    Script("tamil", "NotoSansTamil", f"U+0B80-0BFF, {JOINERS}"),
    Script("ethiopic", "NotoSansEthiopic", "U+1200-139F, U+2D80-2DDF, U+AB00-AB2F"),
)


def file_name(script: Script, weight: str) -> str:
    return f"noto-sans-{script.name}-{weight.lower()}.woff2"


def cut(script: Script, weight: str, source: Path) -> None:
    font = TTFont(source / f"{script.font}-{weight}.ttf")
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        layout_features=["*"],
        name_IDs=["*"],
        notdef_outline=True,
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(script.ranges.replace("U+", "")))
    cutter.subset(font)
    subset.save_font(font, str(TARGET / file_name(script, weight)), options)


def face(script: Script, weight: str) -> str:
    lines = (
        '  font-family: "Noto Sans";',
        "  font-style: normal;",
        f"  font-weight: {WEIGHTS[weight]};",
        "  font-display: swap;",
        f'  src: url("{file_name(script, weight)}") format("woff2");',
        f"  unicode-range: {script.ranges};",
    )
    return "@font-face {\n" + "\n".join(lines) + "\n}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=Path, required=True, help="folder holding Noto's TTF files")
    source = parser.parse_args().source
    pairs = [(script, weight) for script in SCRIPTS for weight in WEIGHTS]
    for script, weight in pairs:
        cut(script, weight, source)
    head = "/* Noto Sans, SIL Open Font License 1.1 (OFL.txt). Written by tools/make_fonts.py; do not edit. */\n"
    (TARGET / "fonts.css").write_text(head + "".join(face(*pair) for pair in pairs))


if __name__ == "__main__":
    main()
