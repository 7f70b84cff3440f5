"""The frame round every request: who asks, one moment in time, one audit scope, plain headers, plain refusals."""

from collections.abc import Callable

from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.agencies.queries import actor_for
from kith.apps.audit.services import reading
from kith.apps.records.base import StaleVersion
from kith.web.errors.pages import busy, error_page, nothing_here
from kith.web.seeing.leading import led_to_known

Handler = Callable[[HttpRequest], HttpResponse]


class PlainHeaders:
    """Signed-in pages are never stored, never framed, and ask the browser for nothing."""

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.next_handler(request)
        response.setdefault("Cache-Control", "no-store")
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if request.method == "POST" and request.path == reverse("account_logout"):
            response["Clear-Site-Data"] = '"cache", "cookies"'
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), interest-cohort=()"
        return response


class AuditScope:
    """Everything a response shows is on the audit record before it leaves; if that fails, it does not leave."""

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_for(request.user, on=day_of(request.now))
        try:
            with reading("web.unknown", by=request.actor, now=request.now) as scope:
                request.audit_scope = scope
                response = self.next_handler(request)
        except DatabaseError:
            return busy()
        return response

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> None:
        """The row is named after the route: "web.children.child"."""
        match = request.resolver_match
        request.audit_scope.event = f"web.{match.view_name}" if match else "web.unknown"

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NothingHere):
            request.audit_scope.subjects.clear()
            return led_to_known(request, exception) or nothing_here()
        if isinstance(exception, StaleVersion):
            return error_page(409)
        if isinstance(exception, OperationalError):
            request.audit_scope.subjects.clear()
            return busy()
        return None
