"""Whom one supervises, one whole sentence, its next step, and saying who has been told."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.sentences import queries, services
from kith.web.children.saving import FORM, saved
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import posted_all
from kith.web.sentences.forms import StepForm

MOST_TOLD = 200


@require_safe
def supervised(request: HttpRequest) -> HttpResponse:
    adults = queries.supervised_list(request.actor, now=request.now)
    return render(request, "sentences/supervised.html", {"adults": adults})


@require_http_methods(FORM)
def sentence(request: HttpRequest, person_ref: str) -> HttpResponse:
    page = queries.sentence_page(request.actor, person_ref, now=request.now)

    def deed(form: StepForm) -> None:
        services.take_step(
            by=request.actor,
            person_ref=person_ref,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: StepForm(data, steps=page.next_steps, version=page.version),
        deed,
        newer={"version": page.version},
    )
    if is_done:
        tell(request, Notice("Recorded. A wrong step can be taken out below."))
        return to_sentence(person_ref)
    context = {"page": page, "form": form}
    return render(request, "sentences/sentence.html", context, status=422 if form.is_bound else 200)


@require_POST
def take_out(request: HttpRequest, person_ref: str, step_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.take_out_step(by=request.actor, person_ref=person_ref, step_ref=step_ref, now=request.now),
        says="Taken out. The step stays below, struck through.",
    )
    return to_sentence(person_ref)


@require_POST
def told(request: HttpRequest, person_ref: str) -> HttpResponse:
    """Somebody, of everything they were told of in one call."""
    refs = posted_all(request, "telling")[:MOST_TOLD]
    press(
        request,
        lambda: services.mark_told(by=request.actor, person_ref=person_ref, telling_refs=refs, now=request.now),
        says="Recorded: they have been told.",
    )
    return to_sentence(person_ref)


def to_sentence(person_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("sentences:sentence", args=[person_ref]))
