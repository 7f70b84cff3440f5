"""Find somebody who works here or did, and do one thing about them."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.access.projections import KeptWorker
from kith.web.account.confirming import needs_confirming
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.searching import to_search, words_searched
from kith.web.workers.forms import BACK, CLEARANCE, CODE, LEFT, ActForm

DONE = {LEFT: "They are signed out everywhere and cannot sign in any more."}
WAITS = "It waits for a second person."


@require_http_methods(FORM)
def find(request: HttpRequest) -> HttpResponse:
    """By name; the words searched for travel in the body."""
    searched = words_searched(request)
    found = access.workers_to_keep(request.actor, to_search(searched), now=request.now)
    return render(request, "workers/find.html", {"searched": searched, "found": found})


@require_http_methods(FORM)
def worker(request: HttpRequest, worker_ref: str) -> HttpResponse:
    page = access.worker_to_keep(request.actor, worker_ref, now=request.now)
    return _act(request, page) if request.method == "POST" else _shown(request, page, ActForm(None, page=page))


@needs_confirming
def _act(request: HttpRequest, page: KeptWorker) -> HttpResponse:
    """A code is shown once, in the answer to the act itself, and kept nowhere as it is."""
    form, codes = ActForm(request.POST, page=page), list[str]()
    if not is_saved(form, lambda: codes.extend(_done(request, page.line.ref, form))):
        return _shown(request, page, form)
    if codes:
        return render(request, "workers/code.html", {"page": page, "code": codes[0]})
    tell(request, Notice(DONE.get(form.cleaned_data["act"], WAITS)))
    return HttpResponseRedirect(reverse("workers:worker", args=[page.line.ref]))


def _shown(request: HttpRequest, page: KeptWorker, form: ActForm) -> HttpResponse:
    context = {"page": page, "form": form}
    return render(request, "workers/worker.html", context, status=422 if form.is_bound else 200)


def _done(request: HttpRequest, worker_ref: str, form: ActForm) -> list[str]:
    """Do it; the code to hand over, where there is one."""
    act, why = form.cleaned_data["act"], form.cleaned_data["why"]
    if act == LEFT:
        services.say_left(by=request.actor, user_ref=worker_ref, why=why, now=request.now)
    elif act == BACK:
        return [services.say_back(by=request.actor, user_ref=worker_ref, why=why, now=request.now)]
    elif act == CODE:
        return [services.make_code(by=request.actor, user_ref=worker_ref, why=why, now=request.now)]
    else:
        number = int(act.removeprefix(CLEARANCE))
        services.propose_clearance(by=request.actor, user_ref=worker_ref, clearance=number, why=why, now=request.now)
    return []
