"""A small square out of a picture: what is around it is not in the answer, so it can reach nobody."""

import io

from PIL import Image, UnidentifiedImageError

from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.readers.picture import BROKEN, QUALITY, opened, small_and_upright
from kith.apps.files.sandbox.refusal import CannotReadFile

SIDE = 160  # points: a circle of 58 pixels stays sharp on a fine screen and on paper
WHOLE = 1000
PAPER = (255, 255, 255)


def read(asked: Frame) -> Frame:
    try:
        picture = small_and_upright(opened(asked.body))
    except (OSError, SyntaxError, ValueError, EOFError, UnidentifiedImageError) as problem:
        raise CannotReadFile(BROKEN) from problem
    flat = Image.new("RGB", picture.size, PAPER)
    seen = picture.convert("RGBA")
    flat.paste(seen, mask=seen.getchannel("A"))
    box = _window(flat.size, *(int(asked.facts[name]) for name in ("across", "down", "size")))
    face = flat.crop(box).resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    face.save(out, "JPEG", quality=QUALITY)
    return Frame(facts={"form": "JPEG", "width": SIDE, "height": SIDE}, body=out.getvalue())


def _window(whole: tuple[int, int], across: int, down: int, size: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom: a square that never reaches over the edge."""
    wide, high = whole
    side = min(max(round(min(whole) * size / WHOLE), 1), *whole)
    left = min(max(round(wide * across / WHOLE - side / 2), 0), wide - side)
    top = min(max(round(high * down / WHOLE - side / 2), 0), high - side)
    return left, top, left + side, top + side
