"""What Django calls when a route is unknown, a form has expired or something broke."""

from django.http import HttpRequest, HttpResponse

from kith.web.errors.pages import error_page, nothing_here


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return nothing_here()


def broken(request: HttpRequest) -> HttpResponse:
    return error_page(500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: sent again from the page it came from, it goes through."""
    return error_page(409)
