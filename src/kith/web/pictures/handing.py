"""Handing the tablet over, locked to one picture; covering it at once; and taking it back with the PIN."""

from dataclasses import replace

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries
from kith.web.account import events
from kith.web.children.saving import FORM, is_saved, shown
from kith.web.notices import Notice, forget, tell
from kith.web.pictures.handing_form import HandingForm
from kith.web.pictures.lock import MOST_WRONG, Lock, hashed, is_right, lock_of, open_lock, set_lock
from kith.web.sent import posted

WRONG = "That is not it. Try again."
TAKE_BACK = "back"


@require_http_methods(FORM)
def hand_over(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    if not page.picture.may_draw:
        raise NothingHere
    sent = request.POST if request.method == "POST" else None
    form = HandingForm(sent, people=page.to_place)

    def deed() -> None:
        said = form.cleaned_data
        offered = tuple(said.get("offered", ()))
        pin = hashed(said["code"])
        set_lock(request, Lock(child_ref=child_ref, picture_ref=picture_ref, pin=pin, offered=offered))
        events.record(request, events.HANDED_OVER)

    if request.method == "POST" and is_saved(form, deed):
        forget(request)
        return HttpResponseRedirect(reverse("pictures:together", args=[child_ref, picture_ref]))
    return shown(request, "pictures/hand_over.html", form, {"child": child, "page": page})


@require_POST
def cover(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """What is on the picture is kept; nothing of it is shown until it is opened again."""
    lock = lock_of(request)
    if lock is None:
        _require_may_write(request, child_ref, picture_ref)
        lock = Lock(child_ref=child_ref, picture_ref=picture_ref)
    forget(request)
    set_lock(request, replace(lock, is_covered=True))
    return HttpResponseRedirect(lock.page)


@require_POST
def open_again(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """To go on drawing, or to take the tablet back."""
    lock = lock_of(request)
    if lock is None:
        _require_may_write(request, child_ref, picture_ref)
        return HttpResponseRedirect(reverse("pictures:together", args=[child_ref, picture_ref]))
    return opened_again(request, lock)


def opened_again(request: HttpRequest, lock: Lock) -> HttpResponse:
    """With the right PIN the page goes on, or the worker has their tablet back."""
    if not is_right(lock, posted(request, "code")):
        return _wrong(request, lock)
    forget(request)
    if posted(request, "then") == TAKE_BACK:
        open_lock(request)
        events.record(request, events.TAKEN_BACK)
        return HttpResponseRedirect(lock.back)
    set_lock(request, replace(lock, is_covered=False, wrong=0)) if lock.pin else open_lock(request)
    return HttpResponseRedirect(lock.page)


def _wrong(request: HttpRequest, lock: Lock) -> HttpResponse:
    events.record(request, events.WRONG_PIN)
    if lock.wrong + 1 >= MOST_WRONG:
        get_adapter(request).logout(request)
        return HttpResponseRedirect(resolve_url(settings.LOGIN_URL))
    set_lock(request, replace(lock, is_covered=True, wrong=lock.wrong + 1))
    tell(request, Notice(WRONG))
    return HttpResponseRedirect(lock.page)


def _require_may_write(request: HttpRequest, child_ref: str, picture_ref: str) -> None:
    child_head(request.actor, child_ref, now=request.now)
    if not queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now).may_write:
        raise NothingHere
