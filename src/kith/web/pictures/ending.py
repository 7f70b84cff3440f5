"""The end of a picture: who may see it, in the words of whoever drew it; thanks, once; and what happens next."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.kernel.text import LIMITS
from kith.web.children.saving import FORM, is_saved
from kith.web.family_words import say
from kith.web.notices import forget
from kith.web.pictures.lock import lock_of


class DoneForm(forms.Form):
    """Their words are enough, and none are needed."""

    who_may_see = forms.CharField(
        label=say("drawing.who_may_see"),
        max_length=LIMITS["line"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(FORM)
def done(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """Before it is finished it asks, and leads back to the picture; afterwards it says thank you."""
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    if not page.picture.is_finished and not page.picture.may_draw:
        raise NothingHere
    form = DoneForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"child": child, "page": page, "form": form, "is_locked": lock_of(request) is not None}
    if page.picture.is_finished or request.method != "POST":
        return render(request, "pictures/done.html", context)

    def deed() -> None:
        services.finish_picture(
            by=request.actor,
            child_ref=child_ref,
            picture_ref=picture_ref,
            who_may_see=form.cleaned_data["who_may_see"],
            now=request.now,
        )

    if not is_saved(form, deed):
        return render(request, "pictures/done.html", context, status=422)
    forget(request)
    return HttpResponseRedirect(reverse("pictures:done", args=[child_ref, picture_ref]))
