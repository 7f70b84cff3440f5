"""The error pages as responses."""

from functools import cache

from django.http import HttpResponse
from django.template import loader


@cache
def _page(status: int) -> bytes:
    return loader.get_template(f"errors/{status}.html").render({}, None).encode()


def error_page(status: int) -> HttpResponse:
    return HttpResponse(_page(status), status=status)


def nothing_here() -> HttpResponse:
    return error_page(404)


def busy() -> HttpResponse:
    return error_page(503)
