"""No page can be made that does not say whom to ring: it stands in every layout, outside any condition."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
LAYOUTS = [path for path in TEMPLATES.rglob("*.html") if "<!doctype html>" in path.read_text(encoding="utf-8")]
WHOM = re.compile(r'{% include "components/(?:help_strip|out_of_hours)\.html" %}')
OPENS_OR_CLOSES = re.compile(r"{%-? *(?P<end>end)?(?:if|for|block|macro|call|set|filter)\b[^%]*%}")


def depth_of(text: str, place: int) -> int:
    """How many conditions, loops and blocks stand open at a place; a `set` on one line opens nothing."""
    depth = 0
    for tag in OPENS_OR_CLOSES.finditer(text[:place]):
        if "set " not in tag.group() or "=" not in tag.group():
            depth += -1 if tag["end"] else 1
    return depth


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.name)
def test_a_layout_says_whom_to_ring_whatever_happens(layout):
    text = layout.read_text(encoding="utf-8")
    found = WHOM.search(text)
    assert found, f"{layout.name} does not say whom to ring"
    assert depth_of(text, found.start()) == 0, f"{layout.name} says it only sometimes"


def test_there_are_layouts_to_look_at():
    assert {path.name for path in LAYOUTS} >= {"base.html", "family.html", "layout.html", "signed_out.html"}


def test_something_open_is_noticed():
    assert depth_of("{% if a %}{% endif %}{% set b = 1 %}{% block c %}", 60) == 1
