"""Pictures, taken apart to their pixels and put together again: nothing else that the file held comes along."""

import io

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, UnidentifiedImageError, WebPImagePlugin

from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.refusal import CannotReadFile

MOST_PIXELS = 40_000_000
MOST_IN_WEBP = 8_000_000  # its decoder takes several times the memory of the others
LONGEST_SIDE = 2_048
FORMATS = tuple(plugin.format for plugin in (PngImagePlugin.PngImageFile, JpegImagePlugin.JpegImageFile))
FORMATS += (WebPImagePlugin.WebPImageFile.format,)
QUALITY = 88
BAND = 64  # rows of the small picture at a time
ORIENTATION = 0x0112
BROKEN = "This picture is broken or cut off. Save it again, or take it once more."

Image.MAX_IMAGE_PIXELS = None  # the declared size is checked below, with a sentence


def read(asked: Frame) -> Frame:
    try:
        picture = opened(asked.body)
        pixels = small_and_upright(picture)
    except (OSError, SyntaxError, ValueError, EOFError, UnidentifiedImageError) as problem:
        raise CannotReadFile(BROKEN) from problem
    bare = Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())
    form = "PNG" if picture.format == "PNG" or bare.mode in ("LA", "RGBA") else "JPEG"
    out = io.BytesIO()
    bare.save(out, form, **({"compress_level": 3} if form == "PNG" else {"quality": QUALITY}))
    return Frame(facts={"form": form, "width": bare.width, "height": bare.height}, body=out.getvalue())


def opened(data: bytes) -> Image.Image:
    """Its first bytes read, none of its pixels yet."""
    picture = Image.open(io.BytesIO(data), formats=[*FORMATS])
    most = MOST_IN_WEBP if picture.format == "WEBP" else MOST_PIXELS
    if picture.width * picture.height > most:
        raise CannotReadFile(
            f"This picture is {picture.width:,} by {picture.height:,} points, and at most "
            f"{most // 1_000_000} million are read. Save it smaller."
        )
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        raise CannotReadFile("This picture moves. Save one still picture of it.")
    return picture


def small_and_upright(picture: Image.Image) -> Image.Image:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    turned = picture.getexif().get(ORIENTATION, 1)
    small = _reduced(picture)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    small.getexif()[ORIENTATION] = turned
    return ImageOps.exif_transpose(small)


def _reduced(picture: Image.Image) -> Image.Image:
    """At most twice as large as wanted. Band by band, because a second copy of all the pixels has no room."""
    factor = max(1, max(picture.size) // LONGEST_SIDE)
    mode = _mode_of(picture)
    small = Image.new(mode, (-(-picture.width // factor), -(-picture.height // factor)))
    for top in range(0, picture.height, BAND * factor):
        band = picture.crop((0, top, picture.width, min(top + BAND * factor, picture.height)))
        small.paste(_converted(band, mode).reduce(factor), (0, top // factor))
    return small


def _mode_of(picture: Image.Image) -> str:
    if picture.mode in ("L", "LA", "RGB", "RGBA"):
        return picture.mode
    if picture.mode.startswith(("I", "F")):
        return "L"
    return "RGBA" if _has_holes(picture) else "RGB"


def _converted(band: Image.Image, mode: str) -> Image.Image:
    """Shades of 16 bits are brought to 8 first, or all but the darkest would be white."""
    if band.mode.startswith("I"):
        band = band.convert("I").point(lambda shade: shade / 256).convert("L")
    return band.convert(mode)


def _has_holes(picture: Image.Image) -> bool:
    return "transparency" in picture.info or picture.mode in ("PA", "La", "RGBa")
