"""An address at which an adult and a child were found whom a condition keeps apart, for the front door to look into."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.sentences import queries, services
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sentences.forms import CameOfForm


@require_http_methods(FORM)
def found(request: HttpRequest, found_ref: str) -> HttpResponse:
    page = queries.found_page(request.actor, found_ref, now=request.now)
    form = CameOfForm(request.POST if request.method == "POST" else None)

    def deed() -> None:
        said = form.cleaned_data["came_of"]
        services.look_into(by=request.actor, found_ref=found_ref, came_of=said, now=request.now)

    if form.is_bound and is_saved(form, deed):
        undo = reverse("sentences:look_again", args=[found_ref])
        tell(request, Notice("Kept. It has left the list.", undo, "Undo: looked into"))
        return HttpResponseRedirect(reverse("contacts:queue"))
    return render(request, "sentences/found.html", {"page": page, "form": form}, status=422 if form.is_bound else 200)


@require_POST
def look_again(request: HttpRequest, found_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.put_back(by=request.actor, found_ref=found_ref, now=request.now),
        says="It waits again.",
    )
    return HttpResponseRedirect(reverse("sentences:found", args=[found_ref]))
