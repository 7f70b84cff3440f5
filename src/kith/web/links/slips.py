"""The square on a paper slip that a telephone's camera reads: the address of a link as a picture, drawn here."""

from markupsafe import Markup
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET = 4  # modules of white around it, without which cameras do not find it


def square_of(address: str) -> Markup:
    """As SVG, in one path, without a colour of its own.

    >>> square_of("https://kith.example/p/x").startswith("<svg")
    True
    """
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(address)
    rows = code.get_matrix()
    size = len(rows)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return Markup(  # noqa: S704 numbers alone stand in it
        '<svg class="kith-slip__square" role="img" aria-label="The address, for a camera" shape-rendering="crispEdges" '
        f'viewBox="0 0 {size} {size}"><path d="{path}" fill="currentColor"/></svg>'
    )
