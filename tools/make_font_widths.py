"""Writes the table of advance widths that label sizes rest on, from the bundled fonts.

    python tools/make_font_widths.py

Needs fontTools, which the product does not; run it from an environment that has it, only when the fonts change.
"""

import json
import sys
from pathlib import Path

try:
    from fontTools.ttLib import TTFont
except ModuleNotFoundError:
    sys.exit("Cannot measure the fonts: fontTools is not installed here. Install it in an environment of its own.")

FONTS = Path(__file__).parents[1] / "src/kith/engines/drawing/fonts"
FACES = {"regular": "NotoSans-Regular.ttf", "bold": "NotoSans-Bold.ttf"}
SCRIPTS = {
    "Basic Latin and Latin-1": (0x0020, 0x00FF),
    "Latin Extended A and B, IPA": (0x0100, 0x02AF),
    "Modifier letters and combining marks": (0x02B0, 0x036F),
    "Greek": (0x0370, 0x03FF),
    "Cyrillic": (0x0400, 0x052F),
    "Latin Extended Additional and Greek Extended": (0x1E00, 0x1FFF),
    "Punctuation": (0x2010, 0x2044),
    "Currency": (0x20A0, 0x20BF),
}
ABSENT = -1


def measure(path: Path) -> dict[str, list[int]]:
    """Widths in thousandths of the type size, by first code point of each range; -1 where there is no glyph."""
    font = TTFont(path)
    per_em = font["head"].unitsPerEm
    glyphs, advances = font.getBestCmap(), font["hmtx"]

    def width(code: int) -> int:
        return round(advances[glyphs[code]][0] * 1000 / per_em) if code in glyphs else ABSENT

    return {f"{low:04X}": [width(code) for code in range(low, high + 1)] for low, high in SCRIPTS.values()}


def main() -> None:
    """Measures both faces and writes one file beside them."""
    table = {face: measure(FONTS / name) for face, name in FACES.items()}
    path = FONTS / "advance_widths.json"
    path.write_text(json.dumps(table, separators=(",", ":")).replace("],", "],\n") + "\n", encoding="utf-8")
    print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
