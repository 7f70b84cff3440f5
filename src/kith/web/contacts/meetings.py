"""The meetings of the steps: planning one, saying who came, and taking a wrong one out."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.cases import queries, services
from kith.apps.cases.projections import MeetingForm
from kith.apps.networks.queries import child_head
from kith.apps.records.base import StaleVersion
from kith.web.children.saving import FORM, is_saved, with_versions
from kith.web.contacts.meeting_form import StepMeetingForm, rows_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press


@require_http_methods(FORM)
def new(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _asked(request, child_ref, queries.meeting_form(request.actor, child_ref, now=request.now))


@require_http_methods(FORM)
def of_step(request: HttpRequest, child_ref: str, step_ref: str) -> HttpResponse:
    page = queries.meeting_form(request.actor, child_ref, step_ref=step_ref, now=request.now)
    return _asked(request, child_ref, page)


@require_http_methods(FORM)
def change(request: HttpRequest, child_ref: str, meeting_ref: str) -> HttpResponse:
    page = queries.meeting_form(request.actor, child_ref, meeting_ref=meeting_ref, now=request.now)
    return _asked(request, child_ref, page)


def _asked(request: HttpRequest, child_ref: str, page: MeetingForm) -> HttpResponse:
    """When somebody else was first, the form comes back with every word and the newer version."""
    child = child_head(request.actor, child_ref, now=request.now)
    is_sent = request.method == "POST"
    form = StepMeetingForm(request.POST if is_sent else None, page=page, version=page.version)
    kept: list[str] = []

    def deed() -> None:
        kept.append(
            services.keep_meeting(
                by=request.actor,
                child_ref=child_ref,
                told=form.told(),
                meeting_ref=page.ref,
                expected_version=form.cleaned_data["version"],
                now=request.now,
            )
        )

    try:
        if is_sent and is_saved(form, deed):
            undo = "" if page.ref else reverse("contacts:take_out_meeting", args=[child_ref, kept[0]])
            tell(request, Notice("The meeting is recorded.", undo, "Undo: meeting recorded"))
            return _back(child_ref)
    except StaleVersion as problem:
        form = StepMeetingForm(with_versions(request, version=page.version), page=page, version=page.version)
        form.add_error(None, f"{problem.message} Look again, then save.")
    context = {"child": child, "form": form, "rows": rows_of(page)}
    return render(request, "contacts/meeting.html", context, status=422 if is_sent else 200)


@require_POST
def take_out(request: HttpRequest, child_ref: str, meeting_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.take_out_meeting(
            by=request.actor, child_ref=child_ref, meeting_ref=meeting_ref, now=request.now
        ),
        says="Taken out. The meeting stays below, struck through.",
    )
    return _back(child_ref)


def _back(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("contacts:path", args=[child_ref]))
