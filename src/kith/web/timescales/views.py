"""Looking at the timescales, confirming one, taking the county's word back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.cases import queries, services
from kith.kernel.text import LIMITS
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.sent import posted, typed
from kith.web.timescales.forms import ConfirmForm, TakeBackForm


@require_http_methods(FORM)
def rules(request: HttpRequest) -> HttpResponse:
    asked = " ".join(typed(request, "asked").split())[: LIMITS["search"]]
    page = queries.rules_page(request.actor, asked, posted(request, "which"), now=request.now)
    return render(request, "timescales/rules.html", {"page": page})


@require_http_methods(FORM)
def confirm(request: HttpRequest, rule: str) -> HttpResponse:
    page = queries.rule_page(request.actor, rule, now=request.now)
    is_sent = request.method == "POST"
    form = ConfirmForm(request.POST if is_sent else None, page=page)

    def deed() -> None:
        services.confirm_rule(by=request.actor, rule=rule, told=form.told(), now=request.now)

    if is_sent and is_saved(form, deed):
        tell(request, Notice(f"{page.line.name}: confirmed. Clocks started from that day on are judged by it."))
        return HttpResponseRedirect(reverse("timescales:confirm", args=[rule]))
    context = {"page": page, "form": form}
    return render(request, "timescales/confirm.html", context, status=422 if is_sent else 200)


@require_http_methods(FORM)
def take_back(request: HttpRequest, rule: str, confirmed_ref: str) -> HttpResponse:
    said = queries.taking_back_page(request.actor, rule, confirmed_ref, now=request.now)
    is_sent = request.method == "POST"
    form = TakeBackForm(request.POST if is_sent else None)

    def deed() -> None:
        services.take_back_rule(
            by=request.actor, rule=rule, confirmed_ref=confirmed_ref, now=request.now, **form.cleaned_data
        )

    if is_sent and is_saved(form, deed):
        tell(request, Notice(f"{said.name}: taken back. It stays on this page, with the day and the reason."))
        return HttpResponseRedirect(reverse("timescales:confirm", args=[rule]))
    context = {"said": said, "form": form}
    return render(request, "timescales/take_back.html", context, status=422 if is_sent else 200)
