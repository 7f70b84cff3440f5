"""The public page: somebody to talk to, for everybody, whatever happens to the database."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.http import require_safe

from kith.apps.helplines.national import national_strip
from kith.apps.helplines.queries import help_strip, more_listeners

TEMPLATE = "help/now.html"


@login_not_required
@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    try:
        return render(request, TEMPLATE, {"more": more_listeners(help_strip())})
    except DatabaseError:
        return HttpResponse(_without_database())


def _without_database() -> str:
    """The same page from what is shipped: nothing is asked of the database, so nothing of it is said."""
    strip = national_strip()
    context = {"help_strip": strip, "more": more_listeners(strip), "is_demo": False, "partnership": ""}
    return str(loader.get_template(TEMPLATE).render(context, None))
