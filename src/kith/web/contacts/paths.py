"""A child's path with its clocks: looking at it, taking a step, taking the last one out."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.cases import queries, services
from kith.apps.networks.queries import child_head
from kith.apps.pictures.queries import note_at
from kith.web.children.saving import FORM, saved
from kith.web.chronologies.known import STEP, offered_after
from kith.web.contacts.forms import StepForm
from kith.web.notices import Notice, tell
from kith.web.pressing import press


@require_http_methods(FORM)
def path(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.path_page(request.actor, child_ref, now=request.now)
    taken: list[str] = []
    form, is_done = saved(
        request,
        lambda data: StepForm(data, steps=page.next_steps, version=page.version),
        lambda form: taken.append(_take(request, child_ref, form)),
        newer={"version": page.version},
    )
    if is_done:
        done = Notice("Recorded. The clocks below have moved with it.")
        tell(request, offered_after(request, child_ref, f"{STEP}:{taken[0]}", done))
        return _back(child_ref)
    steps = [name for name, _ in page.next_steps]
    drawn = note_at(request.actor, child_ref, called=child.first_name, steps=steps, now=request.now)
    context = {"child": child, "page": page, "form": form, "pictures_note": drawn}
    return render(request, "contacts/path.html", context, status=422 if form.is_bound else 200)


def _take(request: HttpRequest, child_ref: str, form: StepForm) -> str:
    return services.take_step(
        by=request.actor,
        child_ref=child_ref,
        said=form.said(),
        expected_version=form.cleaned_data["version"],
        now=request.now,
    )


@require_POST
def take_out(request: HttpRequest, child_ref: str, step_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.take_out_step(by=request.actor, child_ref=child_ref, step_ref=step_ref, now=request.now),
        says="Taken out. The step stays below, struck through.",
    )
    return _back(child_ref)


def _back(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("contacts:path", args=[child_ref]))
