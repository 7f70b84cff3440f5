"""An emergency look: asked for with a reason, taken once the person has confirmed who they are, and ended early."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access import services
from kith.apps.access.services import WhyLook
from kith.apps.networks import queries
from kith.apps.networks.projections import EmergencyPage
from kith.web.account.confirming import needs_confirming
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, forget, tell
from kith.web.seeing.forms import LookForm


@require_http_methods(FORM)
def look(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.emergency_page(request.actor, child_ref, now=request.now)
    if not page.is_needed:
        return _to_known(child_ref)
    if request.method == "POST":
        return _take(request, page)
    return _shown(request, page, LookForm(None, reasons=page.reasons))


@needs_confirming
def _take(request: HttpRequest, page: EmergencyPage) -> HttpResponse:
    """On to the child's page; where that does not open even so, it leads to the one that says whom to ring."""
    form = LookForm(request.POST, reasons=page.reasons)
    if is_saved(form, lambda: _deed(request, page.child_ref, form)):
        forget(request)
        return HttpResponseRedirect(reverse("children:child", args=[page.child_ref]))
    is_suspended_now = not queries.emergency_page(request.actor, page.child_ref, now=request.now).is_needed
    return _to_known(page.child_ref) if is_suspended_now else _shown(request, page, form)


def _deed(request: HttpRequest, child_ref: str, form: LookForm) -> None:
    why = WhyLook(**{name: form.cleaned_data[name] for name in ("reason", "words", "call_reference")})
    services.take_look(by=request.actor, subject_ref=child_ref, why=why, now=request.now)


def _shown(request: HttpRequest, page: EmergencyPage, form: LookForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "seeing/emergency.html", {"page": page, "form": form}, status=status)


def _to_known(child_ref: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("seeing:known", args=[child_ref]))


@require_POST
def end(request: HttpRequest, look_ref: str) -> HttpResponse:
    services.end_look(by=request.actor, look_ref=look_ref, now=request.now)
    tell(request, Notice("Your emergency look has ended."))
    return HttpResponseRedirect(reverse("today:home"))
