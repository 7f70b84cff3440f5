"""One hostile file: what it is, what it is sent as, and what has to become of it."""

from collections.abc import Callable
from typing import Any, NamedTuple

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


class HostileFile(NamedTuple):
    """`says` is part of the sentence of refusal; where it is empty, `harmless` looks at what was read."""

    name: str
    kind: str
    make: Callable[[], bytes]
    says: str = ""
    harmless: Callable[[Any], bool] = bool
