"""Every template, in every sampled state: whole HTML, one heading, named controls, nothing inline."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment

from kith.web.jinja import environment
from kith.web.tests.samples import SAMPLES, context_of

TEMPLATES = Path(__file__).parents[1] / "templates"
LAYOUTS = {"base.html", "family.html", "signed_out.html", "errors/layout.html", "form_page.html", "children/form.html"}
LAYOUTS |= {"pictures/calm.html"}
VOID = {"meta", "link", "input", "br", "hr", "img", "wbr", "path", "rect", "circle", "polygon", "line"}
UNLABELLED = {"hidden", "submit", "button"}


class Page(HTMLParser):
    """Collects what the promises are about, and complains where tags do not close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at line {self.getpos()[0]} closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text[self.open[-1]] = self.text.get(self.open[-1], "") + data

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@cache
def pages() -> Environment:
    made = environment()
    made.globals.update(static=lambda path: f"/static/{path}", url=lambda route, *args: "/" + "/".join([route, *args]))
    return made


@cache
def read_once(name: str) -> Page:
    """Ten promises are asked of each page, and none changes it."""
    return Page(pages().get_template(SAMPLES[name][0]).render(context_of(name)))


@pytest.fixture(params=SAMPLES)
def shown(request: pytest.FixtureRequest) -> Page:
    return read_once(request.param)


def test_every_template_has_a_sample() -> None:
    present = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")}
    assert present - LAYOUTS == {template for template, _ in SAMPLES.values()}


def test_tags_close_in_order(shown: Page) -> None:
    assert shown.faults == []
    assert shown.open == []


def test_one_heading_says_what_the_page_is(shown: Page) -> None:
    assert len(shown.all("h1")) == 1


def test_title_names_no_child_in_full(shown: Page) -> None:
    assert shown.text["title"].strip()
    assert "Wrayburn" not in shown.text["title"]


def test_language_and_way_past_the_header(shown: Page) -> None:
    assert shown.all("html")[0]["lang"] == "en-GB"
    assert len(shown.all("main")) == 1


def test_nothing_is_inline(shown: Page) -> None:
    assert [attributes for _, attributes in shown.tags if "style" in attributes] == []
    assert [name for _, attributes in shown.tags for name in attributes if name.startswith(("on", "hx-on"))] == []
    assert shown.all("style") == []
    assert all(script.get("src") for script in shown.all("script"))


def test_nothing_comes_from_elsewhere(shown: Page) -> None:
    addresses = [attributes.get(name) or "" for _, attributes in shown.tags for name in ("src", "href", "action")]
    assert [address for address in addresses if "//" in address] == []


def test_every_control_has_a_label(shown: Page) -> None:
    labelled = {label.get("for") for label in shown.all("label")}
    controls = [each for each in shown.all("input", "select", "textarea") if each.get("type") not in UNLABELLED]
    assert [each for each in controls if each.get("id") not in labelled and not each.get("aria-label")] == []


def test_ids_are_unique_and_references_lead_somewhere(shown: Page) -> None:
    ids = [attributes["id"] for _, attributes in shown.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    pointed = [
        attributes.get(name) or "" for _, attributes in shown.tags for name in ("aria-labelledby", "aria-describedby")
    ]
    assert {ref for value in pointed for ref in value.split()} <= set(ids)


def test_every_posted_form_carries_its_token(shown: Page) -> None:
    posted = [form for form in shown.all("form") if form.get("method") == "post"]
    tokens = [field for field in shown.all("input") if field.get("name") == "csrfmiddlewaretoken"]
    assert len(posted) == len(tokens)


def test_names_never_stand_in_an_address(shown: Page) -> None:
    """A form of the method "dialog" sends nothing at all: it is for what only the browser reads."""
    assert all(form.get("method") in ("post", "dialog") for form in shown.all("form"))


@pytest.mark.parametrize("status", [400, 404, 409, 413, 429, 503])
def test_error_pages_are_the_same_for_everybody(status: int) -> None:
    template = pages().get_template(f"errors/{status}.html")
    assert template.render() == template.render(context_of("today"))


def test_hidden_and_absent_are_one_page() -> None:
    words = pages().get_template("errors/404.html").render()
    assert "There is nothing here for you to open" in words
    assert "If a child may be hurt, ring the duty desk" in words


def test_text_of_others_is_escaped() -> None:
    context = {**context_of("find-none"), "asked": "<script>alert(1)</script>"}
    assert "<script>alert" not in pages().get_template("children/find.html").render(context)


def test_readers_without_the_right_get_no_way_to_change() -> None:
    words = pages().get_template("children/picture.html").render(context_of("picture-read"))
    assert "add_person" not in words
    assert "add_tie" not in words


def test_groups_of_choices_keep_their_names_and_what_was_chosen() -> None:
    form = Page(pages().get_template("children/tie_form.html").render(context_of("tie-form")))
    assert [group["label"] for group in form.all("optgroup")] == ["Partners", "Feelings"]
    assert [each["value"] for each in form.all("option") if "selected" in each] == ["close"]


def test_lantern_is_the_childs_alone() -> None:
    person = pages().get_template("children/person.html").render(context_of("person"))
    assert 'class="kith-child' not in person
    child = Page(pages().get_template("children/child.html").render(context_of("child")))
    tokens = [span for span in child.all("span") if "kith-child" in (span.get("class") or "").split()]
    assert len(tokens) == 2  # at the head of the page, and at her own name in the list
