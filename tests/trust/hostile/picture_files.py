"""Pictures that lie, that carry too much, and what is no picture at all."""

import io

from PIL import Image

from tests.trust.hostile.archives import HEAD, packed
from tests.trust.hostile.hostile_file import SVG, HostileFile
from tests.trust.hostile.office_files import REACH
from tests.trust.hostile.pictures import (
    SECRET,
    chunk,
    gif,
    jpeg_of_size,
    jpeg_with_everything,
    moving,
    picture,
    png,
    png_with_everything,
    text_bomb,
    tiff,
    webp_of_size,
)


def is_bare(data: bytes) -> bool:
    return SECRET not in data and b"51.123" not in data and b"Exif" not in data and b"PK\x03\x04" not in data


def picture_of_noise() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((2_500, 2_000), 90).convert("RGBA").save(out, "PNG")
    return out.getvalue()


PICTURES = [
    HostileFile("a PNG of 50,000 by 50,000", "picture", lambda: png(50_000, 50_000), "50,000 by 50,000"),
    HostileFile("a JPEG of 65,000 by 65,000", "picture", lambda: jpeg_of_size(65_000, 65_000), "65,000 by 65,000"),
    HostileFile("a WebP of 16,000 by 16,000", "picture", lambda: webp_of_size(16_000, 16_000), ""),
    HostileFile("a GIF of 50,000 by 50,000", "picture", lambda: gif(50_000, 50_000), "GIF"),
    HostileFile("a TIFF of 50,000 by 50,000", "picture", lambda: tiff(50_000, 50_000), "TIFF"),
    HostileFile("half a PNG", "picture", lambda: picture("PNG", (300, 300))[:500], "broken"),
    HostileFile("half a JPEG", "picture", lambda: picture("JPEG", (300, 300))[:900], "broken"),
    HostileFile("half a WebP", "picture", lambda: picture("WEBP", (300, 300))[:200], "broken"),
    HostileFile("a PNG without pixels", "picture", lambda: png(100, 100), "broken"),
    HostileFile("a PNG with a wrong sum", "picture", lambda: picture("PNG").replace(b"IDAT", b"IDAU", 1), "broken"),
    HostileFile("a PNG of nothing", "picture", lambda: png(0, 0), "broken"),
    HostileFile("a bomb of words in a PNG", "picture", text_bomb, "broken"),
    HostileFile("a PNG that moves", "picture", lambda: moving("PNG"), "moves"),
    HostileFile("a WebP that moves", "picture", lambda: moving("WEBP"), "moves"),
    HostileFile("a place in a JPEG", "picture", jpeg_with_everything, harmless=lambda seen: is_bare(seen.data)),
    HostileFile("words in a PNG", "picture", png_with_everything, harmless=lambda seen: is_bare(seen.data)),
    HostileFile(
        "a picture and an archive",
        "picture",
        lambda: picture("PNG") + packed({"x": SECRET}),
        harmless=lambda seen: is_bare(seen.data),
    ),
    HostileFile(
        "a picture and a page",
        "picture",
        lambda: picture("JPEG", comment=b"<script>" + SECRET),
        harmless=lambda seen: is_bare(seen.data),
    ),
    HostileFile(
        "a part of its own in a PNG",
        "picture",
        lambda: png(2, 2, chunk(b"kiTh", SECRET), rows=bytes(14)),
        harmless=lambda seen: is_bare(seen.data),
    ),
    HostileFile(
        "a very long strip",
        "picture",
        lambda: png(1, 30_000, rows=bytes(4 * 30_000)),
        harmless=lambda seen: seen.height == 2_048,
    ),
    HostileFile(
        "the largest that is read",
        "picture",
        lambda: png(8_000, 5_000, rows=bytes(5_000 * 8_001), colour=0),
        harmless=lambda seen: seen.width == 2_048,
    ),
    HostileFile("a page called a picture", "picture", lambda: b"GIF89a=1;/*" + bytes(20) + b"*/alert(1)", "GIF"),
    HostileFile("a drawing with a program", "picture", lambda: SVG, "SVG"),
    HostileFile("a drawing that reaches", "picture", lambda: f"{HEAD}{REACH}<svg>&a;</svg>".encode(), "SVG"),
    HostileFile("a drawing in UTF-16", "picture", lambda: SVG.decode().encode("utf-16"), "a web page or an XML file"),
    HostileFile("a HEIC", "picture", lambda: b"\0\0\0\x18ftypheic\0\0\0\0heicmif1", "HEIC"),
    HostileFile("a PDF with a program", "picture", lambda: b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>", "PDF"),
    HostileFile("a PDF as a document", "document", lambda: b"%PDF-1.7\n", "PDF"),
    HostileFile("a program", "picture", lambda: b"MZ" + bytes(100), "program"),
]
HEAVY = [
    HostileFile(
        "the largest with holes",
        "picture",
        lambda: png(8_000, 5_000, rows=bytes(5_000 * 32_001), colour=6),
        harmless=lambda seen: seen.width == 2_048,
    ),
    HostileFile(
        "the largest WebP",
        "picture",
        lambda: picture("WEBP", (4_000, 2_000)),
        harmless=lambda seen: seen.width == 2_048,
    ),
    HostileFile("noise", "picture", picture_of_noise),
]
