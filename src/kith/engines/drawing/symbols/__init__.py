"""The signs of a picture: which shape stands for whom, what each mark looks like and what it says.

Looks are data (`sheets/`), so a practice may bring its own; deciding who may be seen does not belong here.
"""

from kith.engines.drawing.symbols.building import move, room_of, symbol_of
from kith.engines.drawing.symbols.facts import described
from kith.engines.drawing.symbols.labels import label_of
from kith.engines.drawing.symbols.shapes import marks_of, shape_of
from kith.engines.drawing.symbols.sheet import SymbolSheet, load_sheet, read_sheet, sheet_names, sheet_of
from kith.engines.drawing.symbols.sheet_reading import CannotReadSheet

__all__ = [
    "CannotReadSheet",
    "SymbolSheet",
    "described",
    "label_of",
    "load_sheet",
    "marks_of",
    "move",
    "read_sheet",
    "room_of",
    "shape_of",
    "sheet_names",
    "sheet_of",
    "symbol_of",
]
