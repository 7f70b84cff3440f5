"""Family files as bytes in, one `Network` out, and our own lossless file back out.

Nothing here touches a disk, a database or the screen; which people may be stored is decided elsewhere.
"""

from kith.engines.drawing.formats.detect import read
from kith.engines.drawing.formats.network_json import write_network_json
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading

__all__ = ["CannotReadFamily", "Reading", "read", "write_network_json"]
