"""A scene on paper: every word of it, one sheet or several, large, easy and with little ink; nothing gets out of it."""

import io
import re
from dataclasses import replace
from html import unescape

import pypdf
import pytest

from conftest import leave_out
from kith.engines.drawing.output import CannotFitPaper, missing_for_pdf
from kith.engines.drawing.scenes import OnPaper, Scene, arrange, said, to_pdf, to_svg
from kith.engines.drawing.scenes.easy_read import easy_read
from kith.engines.drawing.scenes.low_ink import in_low_ink
from kith.engines.drawing.scenes.paper import paper_pages
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.tests.samples import EVERY, LONG_NAME, crowd, ecomap, rings
from kith.kernel.palette import colour

LEAD = ("As Noor sees it, 22 November 2026.", "With her sister.")
HOSTILE = "<script>x</script> & \"quoted\" 'Ann' \u202e" + "w" * 90
every_scene = pytest.mark.parametrize("scene", EVERY, ids=lambda scene: f"{scene.kind}-{scene.look}")


def pages_of(scene: Scene, how: OnPaper) -> list[str]:
    if missing := missing_for_pdf():
        leave_out(missing)
    reader = pypdf.PdfReader(io.BytesIO(to_pdf(scene, how, lead=LEAD, stamp="Copy for Rowan")))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@every_scene
def test_everything_that_the_picture_says_stands_on_the_pages_of_words(scene: Scene) -> None:
    told = paper_pages(scene, OnPaper(), lead=LEAD).html
    for part in said(scene):
        assert all(line.words.replace("'", "&#39;") in told for line in part.lines)
    assert all(words in told for words in LEAD)


@every_scene
def test_easy_read_has_everybody_once_each_with_one_thought_a_line(scene: Scene) -> None:
    things = [thing for part in easy_read(scene) for thing in part.things]
    assert len(things) == len(scene.items)
    assert not any(". " in line for thing in things for line in thing.lines if line not in str(scene.items))
    words = {item.words for item in scene.items if item.words}
    assert words <= {line for thing in things for line in thing.lines}


@every_scene
def test_little_ink_keeps_every_word_and_mark_and_uses_two_colours(scene: Scene) -> None:
    drawn = to_svg(arrange(scene))
    thin = in_low_ink(drawn)
    assert set(re.findall(r'(?:fill|stroke)="(#\w+)"', thin)) == {colour("ink"), colour("foam")}
    assert re.findall(r">([^<>\n]+)</text>", unescape(thin)) == re.findall(r">([^<>\n]+)</text>", unescape(drawn))
    assert thin.count("<path") == drawn.count("<path")


def test_with_little_ink_a_pale_leaf_is_still_told_from_a_green_one() -> None:
    people = (Item("m", "person", "Mum", part="leaves"), Item("d", "person", "Dede", part="leaves", state="has_died"))
    tree = next(scene for scene in EVERY if scene.kind == "tree_of_life")
    thin = in_low_ink(to_svg(arrange(replace(tree, items=people))))
    edges = re.findall(r'data-item="[md]".*?stroke-width="([\d.]+)"', thin, re.S)
    assert len(set(edges)) == 2


def test_a_small_picture_is_one_sheet_and_its_words_one_more() -> None:
    for how in (OnPaper(), OnPaper(paper="a3"), OnPaper(is_low_ink=True)):
        pages = pages_of(ecomap(), how)
        assert len(pages) == 2
        assert all("Copy for Rowan" in page and f"Page {number} of 2" in page for number, page in enumerate(pages, 1))


def test_sixty_are_spread_over_sheets_that_say_their_place_and_all_are_in_the_list() -> None:
    scene = crowd(rings(), 60)
    pages = pages_of(scene, OnPaper(is_large=True))
    assert "This picture is spread over" in pages[0] and pages[1].startswith("Sheet 1 of")
    listed = " ".join(pages[1:])
    assert all(" ".join(item.name.split()) in listed for item in scene.items if item.name.isascii())


def test_large_print_and_easy_read_are_larger_than_what_is_usual() -> None:
    styles = {how: paper_pages(rings(), how).html for how in (OnPaper(), OnPaper(is_large=True), OnPaper(is_easy=True))}
    assert ["html { font-size: 18pt }" in html for html in styles.values()] == [False, True, True]


def test_an_empty_picture_says_that_nobody_is_on_it() -> None:
    for how in (OnPaper(), OnPaper(is_easy=True)):
        assert "Nobody is on it yet." in pages_of(replace(ecomap(), items=(), lines=()), how)[-1]


def test_names_cannot_break_out_of_the_page_and_long_ones_are_whole() -> None:
    things = (Item("h", "person", HOSTILE, part="inner"), Item("l", "person", LONG_NAME, part="outer"))
    scene = replace(rings(), items=things, title=HOSTILE)
    html = paper_pages(scene, OnPaper(is_easy=True), lead=(HOSTILE,), stamp=HOSTILE).html
    assert "<script>" not in html
    assert LONG_NAME in " ".join(pages_of(scene, OnPaper()))


def test_the_same_picture_is_the_same_file() -> None:
    if missing := missing_for_pdf():
        leave_out(missing)
    assert to_pdf(rings(), OnPaper(), stamp="Copy") == to_pdf(rings(), OnPaper(), stamp="Copy")


def test_paper_that_is_not_known_is_refused() -> None:
    with pytest.raises(CannotFitPaper):
        paper_pages(rings(), OnPaper(paper="b5"))
