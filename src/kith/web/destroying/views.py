"""Proposing that somebody's record is destroyed before its time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.networks import queries
from kith.web.children.saving import FORM, is_saved, to_person
from kith.web.destroying.forms import DestroyForm
from kith.web.notices import Notice, tell

WAITS = "It waits for a second person. Until they agree, the record stays as it is."


@require_http_methods(FORM)
def propose(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    page = queries.destroying_page(request.actor, child_ref, person_ref, now=request.now)
    grounds = access.grounds_to_destroy().items()
    form = DestroyForm(request.POST or None, grounds=grounds, version=page.version)

    def deed() -> None:
        said = form.cleaned_data
        services.propose_destroying(
            by=request.actor,
            subject_ref=person_ref,
            ground=said["ground"],
            why=said["why"],
            seen=said["version"],
            now=request.now,
        )

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice(WAITS))
        return to_person(child_ref, person_ref)
    context = {"page": page, "child": page.child, "form": form}
    return render(request, "destroying/propose.html", context, status=422 if form.is_bound else 200)
