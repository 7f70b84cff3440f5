"""A PDF is tagged, holds the sentences and nothing from outside, and has the sheets that were planned."""

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pypdf
import pytest

from kith.engines.drawing.compose import draw
from kith.engines.drawing.network import Network
from kith.engines.drawing.output import pdf, plan_for, story, to_pdf, to_svg
from kith.engines.drawing.output.pdf import CannotMakePdf, missing_for_pdf
from kith.engines.drawing.output.print_pages import print_pages
from kith.engines.drawing.output.tests.families import KIN, TODAY, noor_family
from kith.engines.drawing.output.window import through_window
from kith.engines.drawing.picture import Drawing
from kith.engines.drawing.tests.tied_families import tied_family

A4, A4_TURNED = (595, 842), (842, 595)
A3, A3_TURNED = (842, 1191), (1191, 842)


@pytest.fixture(scope="module")
def family() -> Network:
    return noor_family()


@pytest.fixture(scope="module")
def drawing(family: Network) -> Drawing:
    return draw(family, on=TODAY, kin=KIN)


@pytest.fixture
def pango() -> None:
    if missing := missing_for_pdf():
        if os.environ.get("CI") == "true":
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)


def made(drawing: Drawing, family: Network, **options: object) -> pypdf.PdfReader:
    data = to_pdf(drawing, story(family, on=TODAY, kin=KIN), **options)  # type: ignore[arg-type]
    return pypdf.PdfReader(io.BytesIO(data))


def sizes(reader: pypdf.PdfReader) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages]


def words(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def catalog(reader: pypdf.PdfReader) -> pypdf.generic.DictionaryObject:
    return cast("pypdf.generic.DictionaryObject", reader.trailer["/Root"])


def elements(reader: pypdf.PdfReader) -> Iterator[pypdf.generic.DictionaryObject]:
    """Every element of the structure tree."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, pypdf.generic.ArrayObject):
            waiting += list(one)
        elif isinstance(one, pypdf.generic.DictionaryObject):
            yield one
            waiting += [one["/K"]] if "/K" in one else []


@pytest.mark.usefixtures("pango")
def test_the_document_is_tagged_and_says_its_language_and_title(drawing: Drawing, family: Network) -> None:
    reader = made(drawing, family)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB" and root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()  # type: ignore[index]
    assert reader.metadata == {"/Title": drawing.title, "/Producer": "Kith"}
    tags = {element.get("/S") for element in elements(reader)}
    assert {"/H1", "/H2", "/L", "/LI", "/Figure"} <= tags


@pytest.mark.usefixtures("pango")
def test_every_figure_is_described(drawing: Drawing, family: Network) -> None:
    for spread in (False, True):
        reader = made(replace(drawing, width=4_000), family, spread=spread)
        figures = [element for element in elements(reader) if str(element.get("/S")) == "/Figure"]
        assert figures and all(figure.get("/Alt") for figure in figures)


@pytest.mark.usefixtures("pango")
def test_the_sentences_and_the_key_are_text(drawing: Drawing, family: Network) -> None:
    said = words(made(drawing, family))
    for passage in story(family, on=TODAY, kin=KIN):
        assert passage.heading in said
        assert all(" ".join(sentence.split()) in said for sentence in passage.sentences)
    assert all(entry.says in said for entry in drawing.key)


@pytest.mark.usefixtures("pango")
def test_a_small_family_is_one_sheet_and_the_sentences(drawing: Drawing, family: Network) -> None:
    first, *others = sizes(made(drawing, family, paper="a3"))
    assert first == (A3 if drawing.height > drawing.width else A3_TURNED)
    assert set(others) == {A4}


@pytest.mark.usefixtures("pango")
def test_a_wide_family_is_spread_over_numbered_sheets(drawing: Drawing, family: Network) -> None:
    wide = replace(drawing, width=3_000)
    plan, reader = plan_for(wide), made(wide, family)
    assert plan.count > 1
    pages = sizes(reader)
    assert pages[: plan.count + 1] == [A4_TURNED] * (plan.count + 1) and set(pages[plan.count + 1 :]) == {A4}
    assert plan.note in words(reader)
    for tile in plan.tiles():
        expected = f"Sheet {tile.number} of {plan.count}, row {tile.row}, column {tile.column}"
        assert expected in reader.pages[tile.number].extract_text()


@pytest.mark.usefixtures("pango")
def test_the_same_input_gives_the_same_bytes(drawing: Drawing, family: Network) -> None:
    passages = story(family, on=TODAY, kin=KIN)
    assert to_pdf(drawing, passages) == to_pdf(drawing, passages)


@pytest.mark.usefixtures("pango")
def test_what_somebody_wrote_stays_words(drawing: Drawing) -> None:
    """Neither markup nor an address in a name, a title or a stamp does anything."""
    evil = '</style><img src="file:///etc/passwd">'
    passages = story(noor_family())[:1]
    reader = pypdf.PdfReader(io.BytesIO(to_pdf(replace(drawing, title=evil), passages, stamp=evil)))
    assert reader.metadata and str(reader.metadata["/Title"]) == evil
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(catalog(reader))
    assert not any("/Annots" in page for page in reader.pages)
    assert words(reader).count("file:///etc/passwd") == 3  # at the top, and at the foot of two pages


def test_a_sheet_shows_whoever_touches_it_and_nobody_else(drawing: Drawing) -> None:
    plan = plan_for(replace(drawing, width=3_000))
    shown = [{s.person for s in through_window(drawing, tile.window).symbols} for tile in plan.tiles()]
    assert set().union(*shown) == {symbol.person for symbol in drawing.symbols}
    assert not shown[-1]


@pytest.mark.parametrize("more", [0, 100])
def test_no_sheet_holds_only_the_margin(drawing: Drawing, more: int) -> None:
    """At 100 % a sheet of A4 is 933 pixels high."""
    plan = plan_for(replace(drawing, width=1_200, height=930 + drawing.margin + more, key=()), spread=True)
    assert drawing.margin > 3 and (plan.columns, plan.rows) == ((2, 1) if not more else (2, 2))


def test_a_picture_that_fits_only_without_its_key_has_the_key_on_a_page_before_it(drawing: Drawing) -> None:
    plan = plan_for(replace(drawing, width=1_300, height=850))
    assert (plan.count, plan.carries_key) == (1, False)
    pages = print_pages(replace(drawing, width=1_300, height=850), (), plan)
    assert {"key", "sheet-1"} <= set(pages.pictures) and "heet 1 of" not in pages.html and "spread" not in pages.html


def test_pages_hold_the_picture_as_every_other_output_has_it(drawing: Drawing) -> None:
    assert print_pages(drawing, (), plan_for(drawing)).pictures == {"picture": to_svg(drawing)}


def test_without_pango_one_sentence_names_what_to_install(drawing: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_is_there", lambda library: False)
    missing_for_pdf.cache_clear()
    with pytest.raises(CannotMakePdf, match=r"apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"):
        to_pdf(drawing, ())
    missing_for_pdf.cache_clear()


def test_homes_and_feelings_are_on_their_own_sheets_and_not_in_the_key() -> None:
    tied = draw(tied_family(4, generations=5, roots=4), on=TODAY)
    assert tied.hulls and tied.curves
    plan = plan_for(tied)
    pictures = print_pages(tied, (), plan).pictures
    sheets = [pictures[f"sheet-{tile.number}"] for tile in plan.tiles()]
    for sign, things in (("data-from=", tied.curves), ("data-members=", tied.hulls)):
        shown = [sheet.count(sign) for sheet in sheets]
        assert sum(shown) >= len(things) > min(shown)
        assert pictures["overview"].count(sign) == len(things)
        assert sign not in pictures["key"]
