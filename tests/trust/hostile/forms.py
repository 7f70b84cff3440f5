"""Every form that a page shows, found on the page itself: a new form is tried without anybody naming it here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPED = {"text", "search", "email", "tel", "url", "password", "hidden", "textarea", ""}
WORDS_ONLY = {"value", "title", "aria-label"}
NOT_WORDS = {"csrfmiddlewaretoken", "version"}

# What stands in the other fields, so that only the hostile one can be the reason of a refusal.
PLAIN = {
    "called": "Baz",
    "text": "Minnie",
    "lines": "3 High Street",
    "postcode": "EM1 1EM",
    "value": "ABC 12",
    "told_by": "Mum",
    "name": "Nan’s",
    "spoken": "Turkish",
    "until": "2020",
    "words": "So they said.",
    "why": "Told by mistake",
}


@dataclass(slots=True)
class Form:
    """A form that is sent with POST: where to, what stands in it, and which of it is words."""

    where: str
    values: dict[str, list[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    def filled(self, hostile: Iterable[str], text: str) -> dict[str, list[str]]:
        """Everything as somebody would send it, with one text in some of its places."""
        plain = {key: values if any(values) else [PLAIN.get(key, "")] for key, values in self.values.items()}
        return plain | {name: [text] for name in hostile}

    @property
    def is_versioned(self) -> bool:
        return "version" in self.values


class Page(HTMLParser):
    """The forms of a page, and everything on it that could act."""

    def __init__(self, path: str, html: str) -> None:
        super().__init__()
        self.path = path
        self.forms: list[Form] = []
        self.acts: list[str] = []
        self._form: Form | None = None
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._watch(tag, given)
        if tag == "form" and given.get("method", "get").lower() == "post":
            self._form = Form(given.get("action", "") or self.path)
            self.forms.append(self._form)
        elif self._form is not None:
            self._take(tag, given, self._form)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    def _take(self, tag: str, given: dict[str, str], form: Form) -> None:
        name = given.get("name", "")
        if tag == "select":
            self._select = name
            form.values[name] = []
        elif tag == "option" and self._select:
            if "selected" in given or not any(form.values[self._select]):
                form.values[self._select] = [given.get("value", "")]
        elif tag in ("input", "textarea") and name:
            self._take_input("textarea" if tag == "textarea" else given.get("type", ""), given, form)

    @staticmethod
    def _take_input(kind: str, given: dict[str, str], form: Form) -> None:
        name, value = given["name"], given.get("value", "")
        if kind in ("radio", "checkbox"):
            if "checked" in given or not any(form.values.setdefault(name, [])):
                form.values[name] = [value]
        elif kind in TYPED:
            form.values[name] = [value]
            if name not in NOT_WORDS:
                form.words.append(name)
            if kind not in ("hidden", "password"):
                form.shown.add(name)

    def _watch(self, tag: str, given: dict[str, str]) -> None:
        """Nothing of ours acts from within the page: no handler, no address that is a program, no script of words."""
        for name, value in given.items():
            is_program = name not in WORDS_ONLY and value.strip().lower().startswith("javascript:")
            if name.startswith("on") or name in ("srcdoc", "style") or is_program:
                self.acts.append(f"<{tag} {name}>")
        is_ours = given.get("src", "").startswith("/static/")
        if tag in ("iframe", "object", "embed", "base", "foreignobject") or (tag == "script" and not is_ours):
            self.acts.append(f"<{tag}>")
