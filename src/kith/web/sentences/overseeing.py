"""Whom the officers of one's team or agency supervise, what is overdue, and giving an adult to another officer."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.sentences import queries, services
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.sentences.forms import OfficerForm

GIVEN = (
    "{officer} supervises {adult} from today. Whoever did before no longer does. They are on no team of a child "
    "because of {adult} any more; if they were on one, it is asked to let {officer} in."
)


@require_safe
def overseen(request: HttpRequest) -> HttpResponse:
    adults = queries.overseen_list(request.actor, now=request.now)
    return render(request, "sentences/overseen.html", {"adults": adults})


@require_http_methods(FORM)
def allocate(request: HttpRequest, person_ref: str) -> HttpResponse:
    page = queries.overseen_page(request.actor, person_ref, now=request.now)
    form = OfficerForm(request.POST if request.method == "POST" else None, colleagues=page.colleagues)
    names: list[str] = []

    def deed() -> None:
        officer = form.cleaned_data["officer"]
        names.append(services.allocate(by=request.actor, person_ref=person_ref, officer_ref=officer, now=request.now))

    if form.is_bound and is_saved(form, deed):
        tell(request, Notice(GIVEN.format(officer=names[0], adult=page.adult.name)))
        return HttpResponseRedirect(reverse("sentences:overseen"))
    return render(
        request, "sentences/allocate.html", {"page": page, "form": form}, status=422 if form.is_bound else 200
    )
