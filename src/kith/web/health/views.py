"""One word for a monitor."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kith.apps.installation.queries import installation_facts


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    installation_facts()
    return HttpResponse("ok", content_type="text/plain")
