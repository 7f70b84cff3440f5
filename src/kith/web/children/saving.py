"""What every form about a family does: ask, save or say why not with every word kept, and go back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.apps.access.queries import NothingHere
from kith.apps.networks.projections import ChildFace, FormPage
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError
from kith.web.children.fields import say_back
from kith.web.sent import in_address, posted, typed

FORM = ["GET", "HEAD", "POST"]
Asking = TypeVar("Asking", bound=forms.Form)


def is_saved(form: forms.Form, deed: Callable[[], object]) -> bool:
    """Whether the form is sound and the deed went through; a refusal stands in the form, with every word kept."""
    if not form.is_valid():
        return False
    try:
        deed()
    except (StaleVersion, NothingHere):
        raise
    except KithError as problem:
        form.add_error(None, problem.message)
        return False
    return True


def saved(
    request: HttpRequest,
    make: Callable[[Any], Asking],
    deed: Callable[[Asking], object],
    *,
    newer: Mapping[str, int | str],
    then: str = "Look again, then save.",
) -> tuple[Asking, bool]:
    """The form, and whether it was sent and done. When somebody else was first, it comes back with every word and the
    newer versions, by the names of their fields."""
    form = make(request.POST if request.method == "POST" else None)
    try:
        return form, request.method == "POST" and is_saved(form, lambda: deed(form))
    except StaleVersion as problem:
        form = make(with_versions(request, **newer))
        form.add_error(None, f"{problem.message} {then}")
        return form, False


def form_page(
    request: HttpRequest, template: str, page: FormPage, form: forms.Form, heading: str, act: str
) -> HttpResponse:
    return shown(request, template, form, {"child": page.child, "heading": heading, "act": act})


def shown(request: HttpRequest, template: str, form: forms.Form, context: dict[str, Any]) -> HttpResponse:
    """The form; when it comes back it says what it understood of each date."""
    if form.is_bound:
        say_back(form)
    return render(request, template, {"form": form} | context, status=422 if form.is_bound else 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A small form about one person or home: its words, and where it leads back."""

    child: ChildFace
    heading: str
    lead: str
    first: tuple[str, ...]
    back: str
    act: str = "Add"
    version: int = 0

    def context(self) -> dict[str, Any]:
        names = ("child", "heading", "lead", "first", "back", "act")
        return {name: getattr(self, name) for name in names}


def ask(
    request: HttpRequest,
    question: Question,
    make: Callable[[Any], Any],
    deed: Callable[[Any], Any],
    done: Callable[[Any, Any], HttpResponse],
) -> HttpResponse:
    """Ask, do, and go on."""
    results: list[Any] = []
    newer = {"version": question.version}
    form, is_done = saved(
        request, lambda data: make(data or None), lambda form: results.append(deed(form)), newer=newer
    )
    if is_done:
        return done(form, results[0])
    return shown(request, "children/fact_form.html", form, question.context())


def with_versions(request: HttpRequest, **newer: int | str) -> Any:
    """What was sent, against newer versions by the names of their fields."""
    data = request.POST.copy()
    for name, version in newer.items():
        data[name] = str(version)
    return data


def to_picture(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("children:picture", args=[child_ref]))


def to_person(child_ref: str, person_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("children:person", args=[child_ref, person_ref]))


def undo_url(route: str, *refs: str, version: int) -> str:
    return f"{reverse(route, args=refs)}?version={version}"


def version_of(request: HttpRequest) -> int:
    """The version the page showed; without one the act is stale by definition."""
    text = posted(request, "version") or in_address(request, "version")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def why_of(request: HttpRequest) -> str:
    return typed(request, "why")[:500]
