"""The meetings of the steps: planning one, saying who came, and taking a wrong one out."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.cases import queries, services
from kith.apps.cases.projections import MeetingForm
from kith.apps.networks.queries import child_head
from kith.apps.pictures.queries import note_at
from kith.web.children.saving import FORM, saved
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
    child = child_head(request.actor, child_ref, now=request.now)
    kept: list[str] = []

    def deed(form: StepMeetingForm) -> None:
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

    form, is_done = saved(
        request,
        lambda data: StepMeetingForm(data, page=page, version=page.version),
        deed,
        newer={"version": page.version},
    )
    if is_done:
        undo = "" if page.ref else reverse("contacts:take_out_meeting", args=[child_ref, kept[0]])
        tell(request, Notice("The meeting is recorded.", undo, "Undo: meeting recorded"))
        return _back(child_ref)
    kinds = [page.told.kind] if page.told.kind else [name for name, _ in page.kinds]
    drawn = note_at(request.actor, child_ref, called=child.first_name, meetings=kinds, now=request.now)
    context = {"child": child, "form": form, "rows": rows_of(page), "pictures_note": drawn}
    return render(request, "contacts/meeting.html", context, status=422 if form.is_bound else 200)


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
