"""Family files as bytes in, one `Network` out, and bytes out again with a sentence for whatever they cannot say.

Nothing here touches a disk, a database or the screen; which people may be stored is decided elsewhere.
"""

from kith.engines.drawing.formats.convert import FORMS, write
from kith.engines.drawing.formats.detect import READS, read
from kith.engines.drawing.formats.network_json import write_network_json
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading
from kith.engines.drawing.formats.writing import CannotWriteFamily, Written

__all__ = [
    "FORMS",
    "READS",
    "CannotReadFamily",
    "CannotWriteFamily",
    "Reading",
    "Written",
    "read",
    "write",
    "write_network_json",
]
