"""What Django calls when a route is unknown, what was sent cannot be read, a form has expired or something broke."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse

from kith.web.errors.pages import error_page, nothing_here

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return nothing_here()


def not_readable(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(413 if isinstance(exception, TOO_MUCH) else 400)


def broken(request: HttpRequest) -> HttpResponse:
    return error_page(500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: sent again from the page it came from, it goes through."""
    return error_page(409)
