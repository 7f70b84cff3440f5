"""Why a clock of a child's path is late or will be: seeing it, saying it, taking out what was wrong."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.cases import queries, services
from kith.apps.cases.projections import WhyLatePage
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, is_saved
from kith.web.contacts.forms import DelayForm
from kith.web.notices import Notice, tell
from kith.web.pressing import press


def _again(page: WhyLatePage) -> dict[str, str]:
    """What stood there, where somebody is to look at it again: if nothing has changed, only the next day is missing."""
    due = next((one for one in page.clock.reasons if one.is_look_due), None)
    names = {says: name for name, says in page.offered}
    return {"reason": names[due.says], "words": due.words, "done": due.done, "agreed_by": due.agreed_by} if due else {}


@require_http_methods(FORM)
def why_late(request: HttpRequest, child_ref: str, step_ref: str, rule: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.why_late_page(request.actor, child_ref, step_ref, rule, now=request.now)
    is_sent = request.method == "POST"
    form = DelayForm(request.POST if is_sent else None, reasons=page.offered, again=_again(page))

    def deed() -> None:
        services.explain_delay(
            by=request.actor, child_ref=child_ref, step_ref=step_ref, rule=rule, told=form.told(), now=request.now
        )

    if is_sent and is_saved(form, deed):
        tell(request, Notice("Recorded. The clock stays what it is, and the reason stands beside it."))
        return HttpResponseRedirect(reverse("contacts:path", args=[child_ref]))
    context = {"child": child, "clock": page.clock, "form": form}
    return render(request, "contacts/why_late.html", context, status=422 if is_sent else 200)


@require_POST
def take_out(request: HttpRequest, child_ref: str, reason_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.take_out_delay(by=request.actor, child_ref=child_ref, reason_ref=reason_ref, now=request.now),
        says="Taken out. It stays beside the clock, struck through.",
    )
    return HttpResponseRedirect(reverse("contacts:path", args=[child_ref]))
