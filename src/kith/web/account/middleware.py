"""What is asked of a request before its view: is the page locked, is there a second step, is it too often."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from kith.apps.audit.services import refuse
from kith.kernel.decisions import refused
from kith.web.account import events, keeping, second_steps, sessions
from kith.web.account.confirming import FILE
from kith.web.account.filling_in import filled_in
from kith.web.errors.pages import busy, error_page
from kith.web.limits import LIMITS, TooMany, take_for_route

Handler = Callable[[HttpRequest], HttpResponse]
WAYS_IN_AND_OUT = (
    "account_login",
    "account_first",
    "account_logout",
    "mfa_",
    "openid_connect_",
    "saml_",
    "health",
    "help:now",
    "help:leave",
    "links:door",
    "links:page",
)
ABOUT_SIGNING_IN = ("account_", *WAYS_IN_AND_OUT)


def _is_one_of(request: HttpRequest, routes: tuple[str, ...]) -> bool:
    match = request.resolver_match
    return match is not None and match.view_name.startswith(routes)


class TimeOut:
    """A page left alone is locked; what its form held is kept for the same person.

    It stands behind the check of form tokens, so that words are only ever kept of forms that are ours.
    """

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()
        request.lock = None
        if request.user.is_authenticated:
            user = request.user
            request.lock = sessions.lock_of(request, role=user.role, user_ref=user.ref, now=request.now)
        if request.lock:
            try:
                events.record(request, events.LOCKED)
            except DatabaseError:
                return busy()
            request.session.flush()
            request.user = AnonymousUser()
        return self.next_handler(request)

    def process_view(self, request: HttpRequest, view: object, args: object, options: object) -> HttpResponse | None:
        if request.lock is None or _is_one_of(request, WAYS_IN_AND_OUT):
            return None
        is_form = request.method == "POST"
        is_kept = is_form and keeping.keep(request, user_ref=request.lock.user_ref, now=request.now)
        request.session[sessions.LOCKED] = request.lock.stored(is_kept=is_kept)
        request.session.set_expiry(sessions.KEPT_WORDS_MINUTES * 60)
        page = keeping.page_of(request) if is_form else request.get_full_path()
        return _led_to(request, f"{reverse('account_login')}?{urlencode({'next': page})}")


def _led_to(request: HttpRequest, url: str) -> HttpResponse:
    """A whole page leads there by itself; a part of a page tells the browser to go."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)


class SecondStepFirst:
    """Where everybody must have a second step, whoever has none adds one before anything else."""

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.next_handler(request)

    def process_view(self, request: HttpRequest, view: object, args: object, options: object) -> HttpResponse | None:
        if not request.user.is_authenticated or _is_one_of(request, ABOUT_SIGNING_IN):
            return None
        if not second_steps.is_demanded() or second_steps.has_second_step(request.user):
            return None
        return _led_to(request, reverse("account_mine"))


class Limits:
    """Keeps the table of limits: one try more is refused with one page for everybody, and stands on the record."""

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.places = []
        response = self.next_handler(request)
        for place in request.places:
            if LIMITS[place.limit].only_given and response.status_code != 200:
                place.give_back()
        return response

    def process_view(self, request: HttpRequest, view: object, args: object, options: object) -> HttpResponse | None:
        match = request.resolver_match
        if request.actor.is_nobody or match is None:
            return None
        try:
            request.places = take_for_route(match.view_name, request.method or "", request.actor.ref)
        except TooMany as problem:
            return _refused(request, problem)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return _refused(request, exception) if isinstance(exception, TooMany) else None


def _refused(request: HttpRequest, problem: TooMany) -> HttpResponse:
    decision = refused("R0", problem.message)
    refuse(f"limit.{problem.limit}", by=request.actor, now=request.now, decision=decision)
    return error_page(429)


class WhereTheyWere:
    """Somebody is back after a lock or after confirming: the form is filled in again, or the file follows the page."""

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.next_handler(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html") and response.status_code == 200
        if request.actor.is_nobody or request.method != "GET" or not is_page:
            return response
        file = request.session.pop(FILE, None) if FILE in request.session else None
        if file:
            response["Refresh"] = f"0;url={file}"
        return self._with_words(request, response)

    def _with_words(self, request: HttpRequest, response: Any) -> HttpResponse:
        words = keeping.words_for(request, user_ref=request.actor.ref, now=request.now)
        if words:
            page = response.content.decode()
            response.content = filled_in(page, path=request.path, to=words.to, said=words.said).encode()
        return response

    def process_view(self, request: HttpRequest, view: object, args: object, options: object) -> None:
        if request.method == "POST" and not request.actor.is_nobody:
            keeping.sent_again(request)
