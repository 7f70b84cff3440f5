"""A print from the page holds what the page holds, says for whom it was made, and nothing else about anybody."""

import io
from collections.abc import Iterator

import pypdf
import pytest

from conftest import leave_out
from kith.apps.networks.queries import pictures
from kith.engines.drawing.output import Passage, missing_for_pdf, pdf
from kith.engines.drawing.picture import Drawing
from tests.trust.canaries import canaries_in
from tests.trust.signing import page_of_mina, signed_in, small_world


@pytest.fixture
def page(db) -> Iterator[str]:
    with small_world() as (_, made):
        yield page_of_mina(made)


def test_the_print_says_what_the_picture_says_and_for_whom_it_was_made(page):
    if missing := missing_for_pdf():
        leave_out(missing)
    client = signed_in()
    shown = client.get(f"{page}/picture").content.decode()
    assert f'href="{page}/picture.pdf"' in shown
    answer = client.get(f"{page}/picture.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "attachment" in answer["Content-Disposition"] and "ina" not in answer["Content-Disposition"]
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    said = " ".join(" ".join(one.extract_text().split()) for one in reader.pages)
    assert "Mina" in said and "Copy for Ana" in said
    assert set(reader.metadata) == {"/Title", "/Producer"}
    assert client.get(f"{page}/picture.pdf").content == answer.content


def test_the_search_for_canaries_reads_prints():
    if missing := missing_for_pdf():
        leave_out(missing)
    family = Drawing(title="Zyxwander", description="At Threnodyford", width=40, height=30)
    told = (Passage("Home", ("Vexmoorish is home.",)),)
    found = set(canaries_in(pdf.to_pdf(family, told, stamp="Copy for Brimboltan")))
    assert found == {"name", "street", "household", "alias"}


def test_without_pango_the_page_says_so_and_the_address_leads_back_to_it(page, monkeypatch):
    sentence = "A PDF needs Pango, which is not on this computer: apt-get install it."
    monkeypatch.setattr(pictures, "missing_for_pdf", lambda: sentence)
    monkeypatch.setattr(pdf, "missing_for_pdf", lambda: sentence)
    client = signed_in()
    shown = client.get(f"{page}/picture").content.decode()
    assert sentence in shown and "picture.pdf" not in shown
    answer = client.get(f"{page}/picture.pdf")
    assert (answer.status_code, answer["Location"]) == (302, f"{page}/picture")
    assert client.get(f"{page}/picture.svg").status_code == 200
