"""A word for a monitor: "ok" alone, or with a second line where nobody looks after Kith."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kith.apps.upkeep.queries import job_states

NEVER = "no regular job has run here"
TROUBLE = "regular jobs are late or fail: kith doctor says which"


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Pages are served whether or not jobs run, so the status stays 200: nobody is to be sent elsewhere for it."""
    states = job_states(now=timezone.now())
    lines = ["ok"]
    if not any(state.has_run for state in states):
        lines.append(NEVER)
    elif any(state.has_run and not state.is_well for state in states):
        lines.append(TROUBLE)
    return HttpResponse("\n".join(lines), content_type="text/plain")
