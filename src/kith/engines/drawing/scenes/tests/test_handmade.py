"""What is drawn by hand looks alike on screen, on paper and in words; the photograph of a paper map has its marks."""

import re
from dataclasses import replace

import pytest

from kith.engines.drawing.scenes import (
    Item,
    Line,
    Made,
    Mark,
    MarkedPhotograph,
    OnPaper,
    Scene,
    arrange,
    hand_tools,
    marked_svg,
    said,
    sticker_svg,
    to_svg,
)
from kith.engines.drawing.scenes.easy_read import easy_read
from kith.engines.drawing.scenes.paper import paper_pages

WAVE = Made("wave", "stroke", "green", (0, 0, 500, 500, 1000, 1000), "thick")
STAR = Made("star", "sticker", "star", (250, 750))
MUM = Item("m", "person", "Mum", farness=9)
NOOR = Scene(kind="ecomap", title="My island", centre="Noor", look="island", items=(MUM,), made=(WAVE, STAR))


def path_of(svg: str, key: str) -> list[float]:
    found = re.search(rf'data-made="{key}"[^>]*><path d="([^"]+)"', svg)
    assert found
    return [float(number) for number in re.findall(r"-?[0-9.]+", found[1])]


def test_a_stroke_reaches_from_corner_to_corner_at_every_size_and_lets_a_finger_through() -> None:
    for width, height in ((1024, 608), (700, 620)):
        arranged = arrange(NOOR, width=width, height=height)
        svg = to_svg(arranged)
        assert path_of(svg, "wave")[:2] == [0, 0]
        assert path_of(svg, "wave")[-2:] == [arranged.width, arranged.key_top or arranged.height]
        assert 'data-made="wave" pointer-events="none"' in svg


def test_the_key_is_not_drawn_on() -> None:
    keyed = arrange(replace(NOOR, lines=(Line("l", "m", ("strong",)),)))
    assert keyed.key_top
    assert path_of(to_svg(keyed), "wave")[-1] == keyed.key_top


def test_a_dot_is_a_stroke_too() -> None:
    dot = Scene(kind="rings", title="", centre="Noor", made=(Made("dot", "stroke", "red", (500, 500), "thin"),))
    assert len(path_of(to_svg(arrange(dot)), "dot")) == 4


def test_a_sticker_is_a_button_in_words_where_the_picture_is_drawn_on_and_a_shape_on_paper() -> None:
    live = to_svg(arrange(NOOR), interactive=True, selected="star")
    assert 'data-item="star"' in live and 'aria-label="A star" aria-pressed="true"' in live
    assert 'role="button"' not in to_svg(arrange(NOOR))


@pytest.mark.parametrize("how", [OnPaper(), OnPaper(is_easy=True), OnPaper(is_low_ink=True)])
def test_it_is_on_every_sheet_and_in_its_words(how: OnPaper) -> None:
    pages = paper_pages(NOOR, how)
    assert "A drawing in green" in pages.html and "A star" in pages.html
    assert "data-made" in pages.pictures["picture"]


def test_it_is_said_after_everything_else() -> None:
    last = said(NOOR)[-1]
    assert (last.title, [line.words for line in last.lines]) == ("Drawn by hand", ["A drawing in green", "A star"])
    assert [thing.name for thing in easy_read(NOOR)[-1].things] == ["A drawing in green", "A star"]


def test_every_sticker_can_be_drawn_and_none_is_a_heart_or_a_tick() -> None:
    stickers = hand_tools()["stickers"]
    assert len(stickers) >= 8 and not {"heart", "tick"} & set(stickers)
    for name in stickers:
        assert "<path" in sticker_svg(name)


def test_marks_stand_where_they_were_pointed_at_and_carry_their_numbers() -> None:
    nan, mum = Mark("nan", 1, "Nan & Co", 100, 900), Mark("mum", 2, "Mum", 0, 0)
    shown = MarkedPhotograph("/photograph", 1000, 2000, "A <map>", (nan, mum))
    live = marked_svg(shown, interactive=True, selected="mum")
    assert 'cx="100" cy="1800"' in live and 'aria-label="1, Nan &amp; Co"' in live
    assert re.findall('data-item="(.*?)" tabindex="(.*?)"', live) == [("nan", "-1"), ("mum", "0")]
    assert "A &lt;map&gt;" in live and "style=" not in live


def test_a_ring_lies_behind_everybody_and_a_stroke_over_them() -> None:
    ring = Made("ring", "ring", "red", (), "thin", ("m",))
    svg = to_svg(arrange(replace(NOOR, made=(WAVE, ring))))
    assert svg.index('data-made="ring"') < svg.index('data-item="m"') < svg.index('data-made="wave"')


@pytest.mark.parametrize(("look", "lines"), [("island", 1), ("planets", 2)])
def test_what_is_drawn_on_a_night_sky_has_a_pale_edge(look: str, lines: int) -> None:
    svg = to_svg(arrange(replace(NOOR, look=look)))
    drawn = svg[svg.index('data-made="wave"') :]
    assert drawn[: drawn.index("</g>")].count("<path") == lines
