"""Telling a school what a child lived through at home, and what the own school was told."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.cases import queries, services
from kith.web.children.saving import FORM, is_saved
from kith.web.contacts.forms import NoticeForm
from kith.web.notices import Notice, tell
from kith.web.pressing import press


@require_http_methods(FORM)
def notify(request: HttpRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    schools = queries.schools_to_tell(request.actor, now=request.now)
    form, heard = NoticeForm(request.POST if is_sent else None, schools=schools), list[str]()

    def deed() -> None:
        heard.append(services.notify_school(by=request.actor, told=form.told(), now=request.now))

    if is_sent and is_saved(form, deed):
        tell(request, Notice(f"Sent. {heard[0][0].upper()}{heard[0][1:]} has it now."))
        return HttpResponseRedirect(reverse("contacts:sent"))
    return render(request, "contacts/notify.html", {"form": form}, status=422 if is_sent else 200)


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    page = queries.notices_of_school(request.actor, now=request.now)
    return render(request, "contacts/notices.html", {"notices": page})


@require_POST
def read(request: HttpRequest, notice_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.mark_read(by=request.actor, notice_ref=notice_ref, now=request.now),
        says="Read. It stays below for your colleagues.",
    )
    return HttpResponseRedirect(reverse("contacts:notices"))
