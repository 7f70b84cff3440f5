"""A session whose tablet was handed over answers with its one page, whatever is asked of it."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve

from kith.web.pictures.lock import Lock, lock_of, set_lock

Handler = Callable[[HttpRequest], HttpResponse]
OPENING = {
    "pictures": ("pictures:together", "pictures:open_again"),
    "chronologies": ("chronologies:together", "chronologies:open_again"),
}
READING = ("chronologies:cover", "chronologies:say")
DRAWING = (
    "pictures:cover",
    "pictures:place",
    "pictures:change",
    "pictures:take_off",
    "pictures:face",
    "pictures:cut_face",
    "pictures:describe_face",
    "pictures:face_off",
    "pictures:draw_line",
    "pictures:take_line_off",
    "pictures:make",
    "pictures:move_sticker",
    "pictures:rub_out",
    "pictures:undo",
    "pictures:answer",
    "pictures:done",
)
LEAVING = ("account_logout", "help:leave")
REFUSED = 400


class KeptToOnePicture:
    """It stands before every page, also before those that are not there; leaving Kith altogether is never stopped."""

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        lock = lock_of(request) if request.user.is_authenticated else None
        if lock is None:
            return self.next_handler(request)
        if not _is_within(lock, request.path_info):
            return _led_back(request, lock)
        response = self.next_handler(request)
        still = lock_of(request)
        if still is not None and not still.is_covered and _has_gone(request, response):
            set_lock(request, replace(still, is_covered=True))
            return _led_back(request, still)
        return response


def _is_within(lock: Lock, path: str) -> bool:
    """While it is covered nothing of the page is answered at all."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if match.view_name in LEAVING:
        return True
    opening = OPENING[lock.kind]
    acting = READING if lock.person_ref else DRAWING
    return match.view_name in (opening if lock.is_covered else opening + acting) and lock.is_on(match.kwargs)


def _has_gone(request: HttpRequest, response: HttpResponse) -> bool:
    """The page can no longer be opened: the cover, from which the worker gets out, stands in its place."""
    return request.method == "GET" and response.status_code >= REFUSED


def _led_back(request: HttpRequest, lock: Lock) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": lock.page})
    return HttpResponseRedirect(lock.page)
