"""Filling in a form of a finished page: kept words go back into the boxes, and nothing else on the page changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate
from urllib.parse import urlsplit

from django.http import QueryDict

Attributes = list[tuple[str, str | None]]
TICKED = ("checkbox", "radio")
ALWAYS_FRESH = "csrfmiddlewaretoken"
LEFT_ALONE = ("file", "password", "submit", "button", "image", "reset")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the page and what stands there instead."""

    start: int
    end: int
    text: str


def filled_in(page: str, *, path: str, to: str, said: QueryDict) -> str:
    """The page with what was said in its form that goes to `to`; `path` is where a form without an address goes."""
    form = _FormOnPage(page, path=path, to=to, said=said)
    done, position = [], 0
    for edit in form.edits:
        done += [page[position : edit.start], edit.text]
        position = edit.end
    return "".join([*done, page[position:]])


class _FormOnPage(HTMLParser):
    """Walks a page and notes what has to change in the one form that words were kept of."""

    def __init__(self, page: str, *, path: str, to: str, said: QueryDict) -> None:
        super().__init__(convert_charrefs=False)
        self.edits: list[Edit] = []
        self._page, self._path, self._to = page, path, to
        self._said = said
        self._values = self._fresh_values()
        self._is_inside = False
        self._select = ""
        self._textarea: tuple[int, str] | None = None
        self._folded: Edit | None = None
        self._lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag == "form":
            self._is_inside = self._is_the_form(dict(attrs))
            self._values = self._fresh_values()  # several small forms may go to one address
        elif self._is_inside:
            fill = getattr(self, f"_fill_{tag}", None)
            if fill:
                fill(attrs)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_inside = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea" and self._textarea:
            self._end_textarea(*self._textarea)
        elif tag == "details":
            self._folded = None

    def _fresh_values(self) -> dict[str, Iterator[str]]:
        return {name: iter(values) for name, values in self._said.lists() if name != ALWAYS_FRESH}

    def _is_the_form(self, given: dict[str, str | None]) -> bool:
        goes_to = urlsplit(given.get("action") or self._path).path
        return (given.get("method") or "").lower() == "post" and goes_to == self._to

    def _fill_input(self, attrs: Attributes) -> None:
        given = dict(attrs)
        name, kind = given.get("name") or "", given.get("type") or "text"
        if kind in TICKED:
            self._mark("input", attrs, "checked", self._is_said(name, given.get("value") or "on"))
        elif kind not in LEFT_ALONE and name in self._values:
            said = next(self._values[name], "")
            if said != (given.get("value") or ""):
                self._replace("input", [*_without(attrs, "value"), ("value", said)])

    def _fill_textarea(self, attrs: Attributes) -> None:
        name = dict(attrs).get("name") or ""
        if name in self._values:
            end_of_tag = self._here() + len(self.get_starttag_text() or "")
            self._textarea = (end_of_tag, next(self._values[name], ""))

    def _end_textarea(self, start: int, said: str) -> None:
        """A browser leaves out the first line end of a text area, so words that begin with one get another."""
        end, self._textarea = self._here(), None
        text = escape(f"\n{said}" if said[:1] in ("\r", "\n") else said)
        if unescape(self._page[start:end]) != unescape(text):
            self._note(Edit(start, end, text))

    def _fill_select(self, attrs: Attributes) -> None:
        self._select = dict(attrs).get("name") or ""

    def _fill_option(self, attrs: Attributes) -> None:
        if self._select:
            self._mark("option", attrs, "selected", self._is_said(self._select, dict(attrs).get("value") or ""))

    def _fill_details(self, attrs: Attributes) -> None:
        """What is folded away is opened as soon as something in it is filled in."""
        if "open" not in dict(attrs):
            self._folded = self._rewritten("details", [*attrs, ("open", None)])

    def _is_said(self, name: str, value: str) -> bool:
        return value in self._said.getlist(name)

    def _mark(self, tag: str, attrs: Attributes, mark: str, is_marked: bool) -> None:
        if is_marked != (mark in dict(attrs)):
            self._replace(tag, [*_without(attrs, mark), *([(mark, None)] if is_marked else [])])

    def _replace(self, tag: str, attrs: Attributes) -> None:
        self._note(self._rewritten(tag, attrs))

    def _rewritten(self, tag: str, attrs: Attributes) -> Edit:
        start = self._here()
        text = " ".join([tag, *_written(attrs)])
        return Edit(start, start + len(self.get_starttag_text() or ""), f"<{text}>")

    def _note(self, edit: Edit) -> None:
        if self._folded:
            self.edits.append(self._folded)
            self._folded = None
        self.edits.append(edit)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _without(attrs: Attributes, name: str) -> Attributes:
    return [(key, value) for key, value in attrs if key != name]


def _written(attrs: Attributes) -> Iterator[str]:
    for name, value in attrs:
        yield name if value is None else f'{name}="{escape(value)}"'
