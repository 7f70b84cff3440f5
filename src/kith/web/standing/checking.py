"""Answering a standing check, taking the answer out, and putting it back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.cases import services
from kith.apps.networks.queries import check_to_answer, child_head
from kith.web.children.saving import FORM, saved, shown, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press_on
from kith.web.sent import posted
from kith.web.standing.forms import CheckForm


@require_http_methods(FORM)
def answer(request: HttpRequest, child_ref: str, check: str, about: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    offered = check_to_answer(request.actor, child_ref, check, about, now=request.now)
    made: list[tuple[str, int]] = []
    form, is_done = saved(
        request,
        lambda data: CheckForm(data, offered=offered),
        lambda form: made.append(
            services.answer_check(
                by=request.actor,
                child_ref=child_ref,
                check=offered.check,
                told=form.told(),
                expected_version=form.cleaned_data["version"],
                now=request.now,
            )
        ),
        newer={"version": offered.version},
    )
    if is_done:
        undo = undo_url("standing:take_out_answer", child_ref, made[0][0], version=made[0][1])
        tell(request, Notice("Answered. It stands with the question until its day.", undo, "Undo: answered"))
        return _back(child_ref)
    is_stale = form.is_bound and str(offered.version) != posted(request, "version")
    context = {"child": child, "check": offered.check, "newest": offered.standing if is_stale else None}
    return shown(request, "standing/check.html", form, context)


@require_POST
def take_out_answer(request: HttpRequest, child_ref: str, check_answer_ref: str) -> HttpResponse:
    undo = undo_url("standing:put_back_answer", child_ref, check_answer_ref, version=version_of(request) + 1)
    says = Notice("Taken out. The question shows again.", undo, "Undo: taken out")
    press_on(request, services.take_out_check_answer, says=says, child_ref=child_ref, answer_ref=check_answer_ref)
    return _back(child_ref)


@require_POST
def put_back_answer(request: HttpRequest, child_ref: str, check_answer_ref: str) -> HttpResponse:
    deed = services.put_back_check_answer
    press_on(request, deed, says="Put back.", child_ref=child_ref, answer_ref=check_answer_ref)
    return _back(child_ref)


def _back(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("children:child", args=[child_ref]) + "#checks")
