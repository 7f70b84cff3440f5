"""Making a family copy: choose, look at it exactly as the reader will see it, and only then make the link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from markupsafe import Markup

from kith.apps.access.projections import PublishedLink
from kith.apps.networks import services
from kith.apps.networks.projections import CopyForm, CopyPreview
from kith.apps.networks.queries import copy_form, preview_of
from kith.web.account.confirming import needs_confirming
from kith.web.children.saving import FORM, is_saved
from kith.web.links.easy import of_family
from kith.web.links.forms import CopyPageForm
from kith.web.links.publishing import made, preview_or_why
from kith.web.sent import posted


@require_http_methods(FORM)
def make(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _publish(request, child_ref) if "publish" in request.POST else _look(request, child_ref)


def _look(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = copy_form(request.actor, child_ref, now=request.now)
    form = CopyPageForm(request.POST or None, page=page)
    return _shown(request, page, form, _preview(request, form))


@needs_confirming
def _publish(request: HttpRequest, child_ref: str) -> HttpResponse:
    """The two secrets are shown on this answer and never again."""
    page = copy_form(request.actor, child_ref, now=request.now)
    form = CopyPageForm(request.POST, page=page)
    links: list[PublishedLink] = []

    def deed() -> None:
        wish = form.wish(posted(request, "seen"))
        links.append(services.publish_link(by=request.actor, wish=wish, now=request.now))

    if is_saved(form, deed):
        return _made(request, page, form, links[0])
    return _shown(request, page, form, _preview(request, form))


def _preview(request: HttpRequest, form: CopyPageForm) -> CopyPreview | None:
    return preview_or_why(form, lambda: preview_of(request.actor, form.wish(""), now=request.now))


def _shown(request: HttpRequest, page: CopyForm, form: CopyPageForm, preview: CopyPreview | None) -> HttpResponse:
    context = {
        "child": page.child,
        "form": form,
        "preview": preview,
        "easy": of_family(preview.copy) if preview and form.wish("").is_easy_read else None,
        "picture": Markup(preview.copy.picture) if preview else "",  # noqa: S704 our own writer escapes
        "back": reverse("links:links", args=[page.child.ref]),
    }
    return render(request, "links/make.html", context, status=422 if form.is_bound and form.errors else 200)


def _made(request: HttpRequest, page: CopyForm, form: CopyPageForm, link: PublishedLink) -> HttpResponse:
    reader = next(one for one in page.readers if one.ref == form.cleaned_data["reader"])
    return made(request, form, link, child=page.child, reader=reader.name)
