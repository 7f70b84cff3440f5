"""What good files become behind the fences: the same family, the same rows, the same words, and a smaller picture."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from PIL import Image, ImageChops

from kith.apps.files.sandbox.kinds import DOCUMENT, FAMILY, PICTURE, WORKBOOK, Kind
from kith.apps.files.sandbox.refusal import CannotReadFile
from kith.apps.files.sandbox.sniffing import SEEMS, looks_like, refuse_other_kinds
from kith.apps.files.services import AT_A_TERMINAL, read_family, read_picture, read_workbook
from kith.engines.drawing.formats import read

SAMPLES = Path(__file__).parents[4] / "engines" / "drawing" / "formats" / "tests" / "data"
ROYALS = Path(__file__).parents[7] / "shared" / "data" / "gedcom" / "royal92.ged"


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.[gjpc]*")), ids=lambda path: path.name)
def test_a_family_is_the_same_inside_and_out(path: Path) -> None:
    data = path.read_bytes()
    assert read_family(data, name=path.name) == read(data, name=path.name)


def test_a_family_in_an_archive_is_the_same_inside_and_out() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.write(SAMPLES / "genopro-data.xml", "Data.xml")
    found = read_family(out.getvalue(), name="example.gno")
    assert found == read(out.getvalue(), name="example.gno")
    assert (found.format, len(found.network.persons)) == ("GenoPro", 5)


@pytest.mark.skipif(not ROYALS.exists(), reason="the shared family files are not beside this checkout")
def test_a_family_of_three_thousand_is_read_within_the_limits_of_a_page() -> None:
    data = ROYALS.read_bytes()
    reading = read_family(data, name="royal92.ged")
    assert len(reading.network.persons) == 3_010
    assert reading == read(data, name="royal92.ged")


@pytest.mark.long
def test_twenty_thousand_people_are_read_at_a_terminal() -> None:
    lines = ["0 HEAD", "1 GEDC", "2 VERS 5.5.1", "1 CHAR UTF-8"]
    for n in range(20_000):
        lines += [f"0 @I{n}@ INDI", f"1 NAME Given{n} /Family{n % 500}/", "1 BIRT", f"2 DATE {1 + n % 28} MAR 1950"]
        lines += ["2 PLAC Somewhere", f"1 FAMS @F{n // 2}@"] + ([f"1 FAMC @F{n // 2 - 1}@"] if n > 1 else [])
    for n in range(10_000):
        children = [f"1 CHIL @I{2 * n + 2}@", f"1 CHIL @I{2 * n + 3}@"] if n < 9_999 else []
        lines += [f"0 @F{n}@ FAM", f"1 HUSB @I{2 * n}@", f"1 WIFE @I{2 * n + 1}@", *children]
    data = "\n".join([*lines, "0 TRLR"]).encode()
    assert len(read_family(data, name="large.ged", limits=AT_A_TERMINAL).network.persons) == 20_000


@pytest.mark.parametrize(
    ("form", "mode", "becomes"),
    [
        ("PNG", "RGBA", "PNG"),
        ("JPEG", "RGB", "JPEG"),
        ("WEBP", "RGB", "JPEG"),
        ("PNG", "P", "PNG"),
        ("JPEG", "CMYK", "JPEG"),
        ("PNG", "1", "PNG"),
    ],
)
def test_a_picture_keeps_what_it_shows(form: str, mode: str, becomes: str) -> None:
    shown = Image.linear_gradient("L").resize((300, 200)).convert(mode)
    found = read_picture(saved(shown, form))
    assert (found.form, found.width, found.height, found.content_type) == (
        becomes,
        300,
        200,
        f"image/{becomes.lower()}",
    )
    again = Image.open(io.BytesIO(found.data)).convert("L")
    expected = shown.convert("L")
    assert not ImageChops.difference(again, expected).point(lambda off: max(0, off - 25)).getbbox()


def test_a_picture_is_made_smaller_and_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the telephone lay on its side
    found = read_picture(saved(Image.new("RGB", (4_000, 1_000)), "JPEG", exif=exif))
    assert (found.width, found.height) == (512, 2_048)


def test_shades_of_sixteen_bits_stay_shades() -> None:
    deep = Image.linear_gradient("L").convert("I").point(lambda shade: shade * 257).convert("I;16")
    assert Image.open(io.BytesIO(read_picture(saved(deep, "PNG")).data)).getextrema() == (0, 255)


def test_of_a_picture_with_a_second_one_inside_the_first_is_kept() -> None:
    first = Image.new("RGB", (60, 40))
    data = saved(first, "MPO", save_all=True, append_images=[first])
    assert read_picture(data).width == 60


def test_a_workbook_is_rows_of_text() -> None:
    book = openpyxl.Workbook()
    book.active.title = "People"
    book.active.append(["Name", 7, 2.5, True, dt.date(2019, 3, 5), None, "=1+1"])
    book.create_sheet("Empty")
    out = io.BytesIO()
    book.save(out)
    people, empty = read_workbook(out.getvalue())
    assert people.title == "People"
    assert people.rows[0][:6] == ("Name", "7", "2.5", "TRUE", "2019-03-05T00:00:00", "")
    assert empty.rows == ()


@pytest.mark.parametrize("kind", [FAMILY, PICTURE, WORKBOOK, DOCUMENT], ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    ("data", "seems"),
    [(b"%PDF-1.7", "pdf"), (b"<svg/>", "svg"), (b"MZ" + bytes(60), "exe"), (b"\xff\xfe<\0s\0v\0g\0", "xml")],
)
def test_a_file_of_another_kind_is_refused_by_its_bytes(kind: Kind, data: bytes, seems: str) -> None:
    assert looks_like(data) == seems
    with pytest.raises(CannotReadFile) as refused:
        refuse_other_kinds(data, kind)
    assert SEEMS[seems] in refused.value.message and refused.value.message.endswith(".")


@pytest.mark.parametrize("text", ["0 HEAD", "{", "\ufeff0 HEAD", "BM I am a name", "ID3", "hello"])
def test_text_is_text_in_any_alphabet(text: str) -> None:
    for coded in ("utf-8", "utf-16", "utf-16-le"):
        if text not in ("BM I am a name", "ID3") or coded != "utf-8":
            assert looks_like(text.encode(coded)) == "text"
