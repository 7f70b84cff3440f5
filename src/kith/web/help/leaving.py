"""Leaving a family page at once: the session ends, this site's cookies go, and a neutral page opens."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.services import end_visit
from kith.web.links.visits import forget_visit, visit_of

Handler = Callable[[HttpRequest], HttpResponse]
OWN_PAGES = ("same-origin", "none")
BROKEN = 500


@login_not_required
@require_http_methods(["GET"])
def leave(request: HttpRequest) -> HttpResponse:
    """A link, so that it works without a script. A link on somebody else's site leads on, and signs nobody out."""
    if request.headers.get("Sec-Fetch-Site", "none") not in OWN_PAGES:
        return HttpResponseRedirect(settings.LEAVE_TO)
    logout(request)
    if visit := visit_of(request):
        end_visit(secret=visit, now=request.now)
    return off_this_site()


class WayOut:
    """Nothing may stop somebody from leaving: where the session cannot be ended, its cookie still goes."""

    def __init__(self, next_handler: Handler) -> None:
        self.next_handler = next_handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.next_handler(request)
        has_failed = response.status_code >= BROKEN and request.path == reverse("help:leave")
        return off_this_site() if has_failed else response


def off_this_site() -> HttpResponse:
    """To the neutral page. Our pages are never stored, so the cache stays: emptying it can take seconds."""
    response = HttpResponseRedirect(settings.LEAVE_TO)
    response.delete_cookie(settings.SESSION_COOKIE_NAME)
    response.delete_cookie(settings.CSRF_COOKIE_NAME)
    forget_visit(response)
    response["Clear-Site-Data"] = '"cookies"'
    return response
