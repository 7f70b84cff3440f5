"""A drawing as one SVG image: layered, named in words, the same bytes each time.

Looks are presentation attributes only, so the picture shows under a content policy that drops inline styles.
"""

from collections.abc import Iterator

from kith.engines.drawing.output.key_panel import key_panel, picture_height, picture_width
from kith.engines.drawing.output.markup import Value, document, element, escaped, group, text
from kith.engines.drawing.output.svg_curves import curve_markup
from kith.engines.drawing.output.svg_hulls import hull_markup, hull_name
from kith.engines.drawing.output.svg_key import key_parts
from kith.engines.drawing.output.svg_lines import line_markup, mark_markup
from kith.engines.drawing.output.svg_symbols import symbol_parts
from kith.engines.drawing.picture import Drawing, Label, Symbol
from kith.engines.drawing.symbols.labels import line_size
from kith.engines.drawing.symbols.sheet import SymbolSheet, sheet_of
from kith.engines.drawing.symbols.styles import Sizes
from kith.kernel.palette import colour

ASCENT = 0.92  # from the top of a line of text to its base line, in type sizes


def to_svg(drawing: Drawing, *, interactive: bool = False) -> str:
    """The picture as SVG text, one unit to a pixel at 100 %.

    Read-only it is one image with a name and a description. Interactive it is a group in which each person is a
    button named in words; one of them (the child at the centre, else the first) is the picture's tab stop.

    >>> to_svg(Drawing(title="Noor's family", description="", width=40, height=30)).splitlines()[1]
    '<title>Noor&#39;s family</title>'
    """
    sheet = sheet_of(drawing.sheet)
    width, height = picture_width(drawing), picture_height(drawing)
    panel = key_panel(drawing)
    return document(
        {
            "viewBox": f"0 0 {width:.0f} {height:.0f}",
            "width": f"{width:.0f}",
            "height": f"{height:.0f}",
            "role": "group" if interactive else "img",
            "aria-label": drawing.title,
        },
        element("title", {}, escaped(drawing.title)) + "\n",
        element("desc", {}, escaped(drawing.description)) + "\n",
        group(
            "ground", [element("rect", {"width": f"{width:.0f}", "height": f"{height:.0f}", "fill": colour("foam")})]
        ),
        group("homes", (hull_markup(hull, sheet) for hull in drawing.hulls)),
        group("lines", (line_markup(line, sheet) for line in drawing.lines)),
        group("feelings", (curve_markup(curve, sheet) for curve in drawing.curves)),
        group("home-names", (hull_name(hull, sheet) for hull in drawing.hulls if hull.name)),
        group("labels", _labels(drawing, sheet), **{"aria-hidden": "true" if interactive else None}),
        group("marks", (mark_markup(mark, sheet) for mark in drawing.marks)),
        group("symbols", _symbols(drawing, sheet, interactive)),
        group("key", key_parts(drawing, panel, sheet)) if panel else "",
    )


def _symbols(drawing: Drawing, sheet: SymbolSheet, interactive: bool) -> Iterator[str]:
    centre = [symbol for symbol in drawing.symbols if "index" in symbol.marks]
    tab_stop = [*centre, *drawing.symbols][:1]
    for symbol in drawing.symbols:
        attributes: dict[str, Value] = {"data-person": symbol.person, "data-kind": symbol.shape}
        if interactive:
            attributes |= {
                "tabindex": "0" if symbol in tab_stop else "-1",
                "role": "button",
                "aria-label": symbol.described,
            }
        yield element("g", attributes, *symbol_parts(symbol, sheet))


def _labels(drawing: Drawing, sheet: SymbolSheet) -> Iterator[str]:
    for symbol in drawing.symbols:
        if symbol.label and symbol.label.lines:
            yield element("g", {"data-label": symbol.person}, *_label(symbol, symbol.label, sheet.sizes))


def _label(symbol: Symbol, label: Label, sizes: Sizes) -> Iterator[str]:
    box = label.box
    top = box.y - box.h / 2
    for line in label.lines:
        size = line_size(line, sizes)
        fill = colour("ink" if line.bold else "slate")
        yield text(line.text, box.x, top + size * ASCENT, size=size, fill=fill, bold=line.bold)
        top += size * sizes.line_height
