"""Versions for professionals: numbered editions, and the review with its own columns."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.chronologies import queries, services
from kith.apps.chronologies.projections import AnalysisCard
from kith.apps.chronologies.queries import MOST_WORDS
from kith.apps.networks.queries import child_head
from kith.web.children.fields import LongText, PlainText, version_field
from kith.web.children.saving import FORM, is_saved, saved, shown
from kith.web.notices import Notice, tell

WHAT_FOR = "“Conference on 3 December”. Everybody who reads the chronology reads this."


class PublishForm(forms.Form):
    """What an edition is for."""

    what_for = PlainText(label="What is this edition for?", limit="line", help_text=WHAT_FOR)


class AnalysisForm(forms.Form):
    """The three columns of a review; each may stay empty."""

    comment = LongText(label="Analysis and comment", most=MOST_WORDS, required=False)
    expected = LongText(label="Practice that was to be expected", most=MOST_WORDS, required=False)
    actual = LongText(label="Practice that there was", most=MOST_WORDS, required=False)

    def __init__(self, data: Any = None, *, standing: AnalysisCard) -> None:
        columns = {name: getattr(standing, name) for name in self.base_fields}
        super().__init__(data, initial=columns)
        self.fields["version"] = version_field(standing.version)


@require_http_methods(FORM)
def editions(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.editions_of(request.actor, child_ref, now=request.now)
    form = PublishForm(request.POST or None)
    refs: list[str] = []

    def deed() -> None:
        at = {"by": request.actor, "child_ref": child_ref, "now": request.now}
        refs.append(services.publish_edition(what_for=form.cleaned_data["what_for"], **at))

    if request.method == "POST":
        if not page.may_publish:
            raise NothingHere
        if is_saved(form, deed):
            tell(request, Notice("Published. It stays as it is now; what is sealed later is gone from it too."))
            return HttpResponseRedirect(reverse("chronologies:edition", args=[child_ref, refs[0]]))
    return shown(request, "chronologies/editions.html", form, {"child": child, "page": page})


@require_safe
def edition(request: HttpRequest, child_ref: str, edition_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.edition_page(request.actor, child_ref, edition_ref, called=child.first_name, now=request.now)
    return render(request, "chronologies/edition.html", {"child": child, "page": page})


@require_safe
def review(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    rows = queries.review_of(request.actor, child_ref, called=child.first_name, now=request.now)
    return render(request, "chronologies/review.html", {"child": child, "rows": rows})


@require_http_methods(FORM)
def analyse(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    one = queries.review_row(request.actor, child_ref, entry_ref, called=child.first_name, now=request.now)

    def deed(form: AnalysisForm) -> None:
        said = {name: form.cleaned_data[name] for name in form.base_fields}
        at = {"by": request.actor, "child_ref": child_ref, "row_ref": entry_ref, "now": request.now}
        services.analyse_row(said=said, expected_version=form.cleaned_data["version"], **at)

    form, is_done = saved(
        request,
        lambda data: AnalysisForm(data, standing=one.analysis),
        deed,
        newer={"version": one.analysis.version},
    )
    if is_done:
        tell(request, Notice("Written down. It stands in the review alone."))
        return HttpResponseRedirect(f"{reverse('chronologies:review', args=[child_ref])}#row-{entry_ref}")
    return shown(request, "chronologies/analyse.html", form, {"child": child, "one": one})
