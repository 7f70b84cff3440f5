"""Words of a form of supervision that were not sent yet: kept for whoever writes them, or thrown away."""

from functools import partial

from django.http import HttpRequest, HttpResponse

from kith.apps.supervision import services
from kith.web.drafting import unsent


def keep(request: HttpRequest, form: str, *, child_ref: str = "", request_ref: str = "") -> HttpResponse:
    deed = partial(
        services.keep_words,
        by=request.actor,
        form=form,
        child_ref=child_ref,
        request_ref=request_ref,
        now=request.now,
    )
    return unsent(request, lambda words: deed(words=words), lambda: deed(words=""), services.CannotSupervise)
