"""Two people after all: each gets back what was theirs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kith.apps.access import services
from kith.apps.networks import queries
from kith.apps.networks.projections import PartingPage
from kith.web.children.saving import FORM, saved, to_person
from kith.web.merging.forms import PartForm
from kith.web.notices import Notice, tell


@require_http_methods(FORM)
def part(request: HttpRequest, child_ref: str, person_ref: str, merge_ref: str) -> HttpResponse:
    page = queries.parting_page(request.actor, child_ref, person_ref, merge_ref, now=request.now)
    form, is_done = saved(
        request,
        lambda data: PartForm(data or None, page=page),
        lambda form: _part(request, page, form),
        newer={"version": page.version},
        then="Look again, then part them.",
    )
    if is_done:
        tell(request, Notice("They are two people again. Each has back what was theirs."))
        return to_person(child_ref, person_ref)
    context = {"page": page, "child": page.child, "form": form}
    return render(request, "merging/part.html", context, status=422 if form.is_bound else 200)


def _part(request: HttpRequest, page: PartingPage, form: PartForm) -> None:
    said = form.cleaned_data
    services.unmerge(
        by=request.actor, merge_ref=page.merge_ref, why=said["why"], seen=(said["version"],), now=request.now
    )
