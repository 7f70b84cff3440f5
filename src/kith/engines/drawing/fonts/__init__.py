"""The bundled typeface and how wide its words are.

Noto Sans Regular and Bold (SIL Open Font License) serve every output; widths come from one generated table.
"""

from pathlib import Path

from kith.engines.drawing.fonts.widths import text_width

FOLDER = Path(__file__).parent
FAMILY = "Noto Sans, Arial, sans-serif"

__all__ = ["FAMILY", "FOLDER", "text_width"]
