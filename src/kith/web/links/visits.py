"""The cookie of a visit: a secret of its own, for a short time, which knows no user."""

from django.http import HttpRequest, HttpResponse

COOKIE = "__Host-my-page"


def visit_of(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")


def remember_visit(response: HttpResponse, secret: str) -> None:
    """Until the browser closes; the server ends it long before."""
    response.set_cookie(COOKIE, secret, secure=True, httponly=True, samesite="Strict", path="/")


def forget_visit(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Strict")
