"""Why somebody does not come, and what is done that fits."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.networks.queries import child_head
from kith.apps.occasions import queries, services
from kith.web.children.saving import FORM, is_saved, shown
from kith.web.notices import Notice, tell
from kith.web.occasions.forms import ComingForm
from kith.web.occasions.ledger import loop_url
from kith.web.pressing import press


@require_http_methods(FORM)
def add(request: HttpRequest, child_ref: str) -> HttpResponse:
    offered = queries.not_coming_form(request.actor, child_ref, now=request.now)
    form = ComingForm(request.POST or None, offered=offered)

    def deed() -> None:
        services.keep_not_coming(
            by=request.actor,
            child_ref=child_ref,
            person_ref=form.cleaned_data["person"],
            said=form.said(),
            now=request.now,
        )

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("Recorded."))
        return HttpResponseRedirect(loop_url(child_ref))
    child = child_head(request.actor, child_ref, now=request.now)
    return shown(request, "occasions/coming.html", form, {"child": child, "kinds": offered.kinds})


@require_POST
def take_out(request: HttpRequest, child_ref: str, away_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.take_out_not_coming(by=request.actor, child_ref=child_ref, row_ref=away_ref, now=request.now),
        says="Taken out. It stays, struck through.",
    )
    return HttpResponseRedirect(loop_url(child_ref))
