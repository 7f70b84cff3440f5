"""What every page knows: who is signed in, whose installation this is, and what was just done."""

from typing import Any

from django.http import HttpRequest

from kith.apps.agencies.projections import NOBODY
from kith.apps.installation.queries import installation_facts
from kith.web.notices import standing_notice


def page(request: HttpRequest) -> dict[str, Any]:
    facts = installation_facts()
    return {
        "me": getattr(request, "actor", NOBODY),
        "partnership": facts.partnership,
        "is_demo": facts.is_demo,
        "notice": standing_notice(request),
    }
