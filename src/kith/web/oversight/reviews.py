"""The reviewer's queue, one review, and giving a colleague the right to emergency looks back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.oversight import queries
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.oversight.forms import GiveBackForm, ReviewForm


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    page = queries.review_queue(request.actor, now=request.now)
    return render(request, "oversight/queue.html", {"page": page})


@require_http_methods(FORM)
def review(request: HttpRequest, look_ref: str) -> HttpResponse:
    page = queries.review_page(request.actor, look_ref, now=request.now)
    form = ReviewForm(request.POST or None)

    def deed() -> None:
        is_right = form.cleaned_data["outcome"] == "right"
        words = form.cleaned_data["words"]
        services.review_look(by=request.actor, look_ref=look_ref, is_right=is_right, words=words, now=request.now)

    if request.method == "POST" and is_saved(form, deed):
        return _done(request, "Reviewed. It is on record with your name.")
    status = 422 if form.is_bound else 200
    return render(request, "oversight/review.html", {"page": page, "form": form}, status=status)


@require_http_methods(FORM)
def give_back(request: HttpRequest, suspension_ref: str) -> HttpResponse:
    card = access.suspension_to_end(request.actor, suspension_ref, now=request.now)
    form = GiveBackForm(request.POST or None)

    def deed() -> None:
        why = form.cleaned_data["why"]
        services.give_looks_back(by=request.actor, suspension_ref=suspension_ref, why=why, now=request.now)

    if request.method == "POST" and is_saved(form, deed):
        return _done(request, "They may take emergency looks again.")
    status = 422 if form.is_bound else 200
    return render(request, "oversight/give_back.html", {"card": card, "form": form}, status=status)


def _done(request: HttpRequest, says: str) -> HttpResponse:
    tell(request, Notice(says))
    return HttpResponseRedirect(reverse("oversight:queue"))
