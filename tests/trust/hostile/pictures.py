"""Pictures that lie about their size, carry what nobody should see, or are two things at once."""

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

SECRET = b"Threnodyford"  # found nowhere but in what has to be taken out
GPS = b"51.123456N"


def picture(form: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, form, **options)
    return out.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, rows: bytes = b"", bits: int = 8, colour: int = 2) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b"\x2c" + bytes(9) + b";"


def tiff(width: int, height: int) -> bytes:
    tags = [(256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (278, height), (279, 1)]
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4)


def jpeg_of_size(width: int, height: int) -> bytes:
    """A real one, with another size in its header."""
    data = bytearray(picture("JPEG"))
    at = data.index(b"\xff\xc0") + 5
    struct.pack_into(">HH", data, at, height, width)
    return bytes(data)


def webp_of_size(width: int, height: int) -> bytes:
    body = (
        b"VP8X"
        + struct.pack("<I", 10)
        + bytes(4)
        + (width - 1).to_bytes(3, "little")
        + (height - 1).to_bytes(3, "little")
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def jpeg_with_everything() -> bytes:
    """A place, a telephone, a remark, a second description and a colour table of somebody's own."""
    told = Image.Exif()
    told[0x010E], told[0x010F] = SECRET.decode(), "Telephone of " + SECRET.decode()
    told.get_ifd(0x8825).update({1: "N", 2: (51.0, 7.0, 24.0), 29: GPS.decode()})
    xmp = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    return picture("JPEG", exif=told, comment=SECRET, xmp=xmp, icc_profile=SECRET * 20)


def png_with_everything() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET.decode())
    told.add_itxt("Comment", SECRET.decode(), zip=True)
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    return picture("PNG", pnginfo=told, exif=exif)


def moving(form: str) -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), shade) for shade in ("red", "blue")]
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def text_bomb() -> bytes:
    """A text of 300 MB in a few kilobytes beside the pixels."""
    packed = zlib.compress(bytes(30_000_000), 9)
    return png(2, 2, *(chunk(b"zTXt", b"k%d\0\0" % n + packed) for n in range(10)), rows=bytes(14))
