"""A young person's own page on paper, and as a link for them: choose, look at it, and only then make the link."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.access.projections import PublishedLink
from kith.apps.networks.queries import child_head
from kith.apps.ownpages import queries, services
from kith.apps.ownpages.projections import GivePreview, GiveWish
from kith.web.account.confirming import needs_confirming
from kith.web.children.saving import FORM, is_saved
from kith.web.links.easy import of_own_page
from kith.web.links.forms import add_terms, terms_of
from kith.web.links.publishing import made, preview_or_why
from kith.web.sent import posted


@require_safe
def sheet(request: HttpRequest, child_ref: str) -> HttpResponse:
    """One sheet and a card for the pocket, made for paper."""
    child = child_head(request.actor, child_ref, now=request.now)
    made_sheet = queries.own_page_sheet(request.actor, child_ref, now=request.now)
    return render(request, "ownpages/sheet.html", {"child": child, "sheet": made_sheet})


class GivingForm(forms.Form):
    """For how long, and how they are told the six digits. Who reads it is the young person."""

    def __init__(self, data: Any, *, child_ref: str) -> None:
        super().__init__(data, initial={"days": 30, "visits": 50, "telling": "in_person", "reading": ""})
        self.child_ref = child_ref
        add_terms(self)

    def wish(self, seen: str) -> GiveWish:
        return GiveWish(child_ref=self.child_ref, seen=seen, **terms_of(self))


@require_http_methods(FORM)
def give(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _publish(request, child_ref) if "publish" in request.POST else _look(request, child_ref)


def _look(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _shown(request, GivingForm(request.POST or None, child_ref=child_ref))


@needs_confirming
def _publish(request: HttpRequest, child_ref: str) -> HttpResponse:
    """The two secrets are shown on this answer and never again."""
    form = GivingForm(request.POST, child_ref=child_ref)
    links: list[PublishedLink] = []

    def deed() -> None:
        wish = form.wish(posted(request, "seen"))
        links.append(services.give_page(by=request.actor, wish=wish, now=request.now))

    if not is_saved(form, deed):
        return _shown(request, form)
    child = child_head(request.actor, child_ref, now=request.now)
    return made(request, form, links[0], child=child, reader=child.first_name)


def _shown(request: HttpRequest, form: GivingForm) -> HttpResponse:
    queries.require_to_give(request.actor, form.child_ref, now=request.now)
    preview: GivePreview | None = preview_or_why(
        form, lambda: queries.give_preview(request.actor, form.wish(""), now=request.now)
    )
    context = {
        "child": child_head(request.actor, form.child_ref, now=request.now),
        "form": form,
        "preview": preview,
        "easy": of_own_page(preview.copy) if preview and form.wish("").is_easy_read else None,
        "back": reverse("ownpages:page", args=[form.child_ref]),
    }
    return render(request, "ownpages/give.html", context, status=422 if form.is_bound and form.errors else 200)
