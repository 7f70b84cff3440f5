"""The reader's side: one neutral page that asks for six digits, whatever the link, and then the copy for a short while.

Opening the link tells nothing and counts nothing, because mail scanners open links too; only a code that is sent does.
"""

from collections.abc import Callable, Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from markupsafe import Markup

from kith.apps.access import services
from kith.apps.access.projections import ShownCopy
from kith.apps.networks.projections import DRAWN_PICTURE, read_copy, read_given, read_story
from kith.apps.occasions.queries import IN_THE_LOOP, WHAT_HAPPENED, relative_page, sent_through
from kith.apps.ownpages.projections import OWN_PAGE, read_own_page
from kith.web.limits import Place, take
from kith.web.links.easy import easy_page
from kith.web.links.visits import forget_visit, remember_visit, visit_of
from kith.web.sent import posted

LONGEST_CODE = 40
Page = tuple[str, dict[str, Any]]


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, token: str) -> HttpResponse:
    if request.method != "POST":
        return render(request, "links/door.html", {"is_wrong": False})
    places = _one_try(request, token)
    code = posted(request, "code")[:LONGEST_CODE]
    secret = services.open_with_code(token=token, code=code, now=request.now)
    if not secret:
        return render(request, "links/door.html", {"is_wrong": True}, status=422)
    for place in places:
        place.give_back()
    response = HttpResponseRedirect(reverse("links:page"))
    remember_visit(response, secret)
    return response


def _one_try(request: HttpRequest, token: str) -> list[Place]:
    """The same limits for a token that is there and one that is not."""
    return [take("link_codes", token), take("link_codes_address", get_adapter().get_client_ip(request))]


@login_not_required
@require_http_methods(["GET"])
def page(request: HttpRequest) -> HttpResponse:
    """The copy, from its snapshot alone; without a visit one page that is the same for everybody."""
    secret = visit_of(request)
    if secret:
        take("link_pages", secret)
    shown = services.show_copy(secret=secret, now=request.now) if secret else None
    if shown is None:
        return closed(request)
    if shown.is_easy_read:
        easy = easy_page(shown)
        return render(request, "links/easy.html", {"page": easy, "picture": Markup(easy.picture)})  # noqa: S704 our own writer escapes
    template, context = PAGES.get(shown.page_set, _family)(shown)
    return render(request, template, context)


def _own(shown: ShownCopy) -> Page:
    return "ownpages/given.html", {"copy": read_own_page(shown.snapshot)}


def _loop(shown: ShownCopy) -> Page:
    return "occasions/relative.html", {"page": relative_page(shown)}


def _drawn(shown: ShownCopy) -> Page:
    given = read_given(shown.snapshot)
    return "pictures/given.html", {"given": given, "picture": Markup(given.picture)}  # noqa: S704 our own writer escapes


def _story(shown: ShownCopy) -> Page:
    return "chronologies/given.html", {"given": read_story(shown.snapshot), "sent": sent_through(shown)}


def _family(shown: ShownCopy) -> Page:
    copy = read_copy(shown.snapshot)
    return "links/page.html", {"copy": copy, "picture": Markup(copy.picture)}  # noqa: S704 our own writer escapes


PAGES: Mapping[str, Callable[[ShownCopy], Page]] = {
    OWN_PAGE: _own,
    IN_THE_LOOP: _loop,
    DRAWN_PICTURE: _drawn,
    WHAT_HAPPENED: _story,
}
"""The page of each kind of snapshot, from the snapshot alone; any other is a family copy."""


def closed(request: HttpRequest, *, words: str = "") -> HttpResponse:
    """The same for a visit that is over, a link that ended and one that never was. Words that were just typed come
    back, whoever sent them."""
    response = render(request, "links/closed.html", {"words": words})
    forget_visit(response)
    return response
