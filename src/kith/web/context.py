"""What every page knows: who is signed in, whose installation this is, what was just done, and whom to ring."""

from typing import Any

from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils.functional import SimpleLazyObject

from kith.apps.agencies.projections import NOBODY
from kith.apps.helplines.queries import help_strip, may_keep
from kith.apps.installation.queries import installation_facts
from kith.apps.supervision.queries import way_in
from kith.web.notices import standing_notice
from kith.web.seeing.looking import look_on_page


def page(request: HttpRequest) -> dict[str, Any]:
    facts = installation_facts()
    me = getattr(request, "actor", NOBODY)
    return {
        # Made at its first use and once: a list with a form in each row would mask the token anew for every one.
        "csrf_input": SimpleLazyObject(lambda: csrf_input(request)),
        "me": me,
        "partnership": facts.partnership,
        "is_demo": facts.is_demo,
        "notice": standing_notice(request),
        "printed_at": getattr(request, "now", None),
        "looking": look_on_page(request),
        "help_strip": help_strip(),
        "may_keep_numbers": may_keep(me),
        "supervision": way_in(me),
    }
