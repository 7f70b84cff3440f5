"""Write the pages' colour tokens and the tab's icon from the one palette, so that no other file holds a colour.

Run by hand after a change of the palette: python tools/make_tokens.py
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src/kith"
PALETTE = PACKAGE / "kernel/data/palette.toml"
STATIC = PACKAGE / "web/static/kith"


def load_colours() -> dict[str, str]:
    return dict(tomllib.loads(PALETTE.read_text())["colour"])


def tokens_css(colours: Mapping[str, str]) -> str:
    """Return the stylesheet that names every colour of the palette as a custom property."""
    properties = "".join(f"  --{name}: {value};\n" for name, value in colours.items())
    return f"/* Written by tools/make_tokens.py from the palette; do not edit. */\n:root {{\n{properties}}}\n"


def icon_svg(colours: Mapping[str, str]) -> str:
    """Return the sign of the logo on a header-coloured plate; an icon in a tab cannot reach our stylesheets."""
    lines = '<rect x="2.5" y="4.5" width="10" height="10"/><circle cx="26" cy="9.5" r="5.2"/>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 44 44">'
        f'<rect x="-5" y="-5" width="44" height="44" rx="9" fill="{colours["fen-deep"]}"/>'
        f'<g fill="none" stroke="{colours["foam"]}" stroke-width="2.6">{lines}<path d="M12.5 9.5H20.8M17 9.5V21"/></g>'
        f'<circle cx="17" cy="25.5" r="5.6" fill="{colours["lantern"]}"/></svg>\n'
    )


def written_files() -> dict[Path, str]:
    colours = load_colours()
    return {STATIC / "tokens.css": tokens_css(colours), STATIC / "icon.svg": icon_svg(colours)}


def main() -> None:
    for path, content in written_files().items():
        path.write_text(content)


if __name__ == "__main__":
    main()
