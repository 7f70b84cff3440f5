"""Reading pages: find, a child, their picture, one person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from kith.apps.networks import queries


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """The words searched for travel in the body, never in an address."""
    asked = request.POST.get("asked", "").strip()[:200] if request.method == "POST" else ""
    page = queries.find_page(request.actor, asked, now=request.now)
    return render(request, "children/find.html", _flat(page))


@require_safe
def child(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.child_page(request.actor, child_ref, now=request.now)
    return render(request, "children/child.html", _flat(page) | {"thumbnail": Markup(page.thumbnail)})  # noqa: S704 our own writer escapes


@require_safe
def picture(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.picture_page(request.actor, child_ref, now=request.now)
    return render(request, "children/picture.html", _flat(page) | {"svg": Markup(page.svg), "saved": "All saved"})  # noqa: S704


@require_safe
def picture_svg(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _file(request, child_ref, "svg")


@require_safe
def picture_png(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _file(request, child_ref, "png")


def _file(request: HttpRequest, child_ref: str, form: str) -> HttpResponse:
    file = queries.picture_file(request.actor, child_ref, form, now=request.now)
    response = HttpResponse(file.data, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@require_safe
def person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    page = queries.person_page(request.actor, child_ref, person_ref, now=request.now)
    return render(request, "children/person.html", _flat(page))


def _flat(page: object) -> dict[str, object]:
    """A page's fields as template names; the records inside stay records."""
    return {name: getattr(page, name) for name in page.__dataclass_fields__}
