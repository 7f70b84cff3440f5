"""What every page does that makes a link: it shows what the reader will see, or why not; then the two secrets, once."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.apps.access.projections import PublishedLink
from kith.apps.access.queries import NothingHere
from kith.kernel.errors import KithError
from kith.web.links.slips import square_of

Preview = TypeVar("Preview")


def preview_or_why(form: forms.Form, look: Callable[[], Preview]) -> Preview | None:
    """None where there is nothing to show yet; why not stands in the form."""
    if not form.is_bound or any(field in form.errors for field in form.fields):
        return None
    try:
        return look()
    except NothingHere:
        raise
    except KithError as problem:
        if problem.message not in form.non_field_errors():
            form.add_error(None, problem.message)
        return None


def made(request: HttpRequest, form: forms.Form, link: PublishedLink, *, child: Any, reader: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("links:door", args=[link.token]))
    context = {
        "child": child,
        "reader": reader,
        "address": address,
        "square": square_of(address),
        "digits": f"{link.code[:3]} {link.code[3:]}",
        "by_phone": form.cleaned_data["telling"] == "phone",
        "expires_at": link.expires_at,
        "back": reverse("links:links", args=[child.ref]),
    }
    return render(request, "links/made.html", context)
