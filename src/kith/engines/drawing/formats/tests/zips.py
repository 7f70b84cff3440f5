"""Archives for tests, packed from their parts."""

import io
import zipfile

from kith.engines.drawing.formats.tests.samples import DATA


def packed(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return out.getvalue()


def genopro(*, replacing: tuple[str, str] = ("", "")) -> bytes:
    """The invented GenoPro family, with one change."""
    text = (DATA / "genopro-data.xml").read_text(encoding="utf-8")
    assert replacing[0] in text
    return packed({"Data.xml": text.replace(*replacing, 1).encode()})
