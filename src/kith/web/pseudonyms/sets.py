"""The sets of one child: begun, kept until another day, ended."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.networks.queries import child_head
from kith.apps.pseudonyms import queries, services
from kith.apps.pseudonyms.projections import SetSaid
from kith.web.account.confirming import needs_confirming
from kith.web.children.saving import FORM, is_saved, shown, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.pseudonyms.forms import SetForm, UntilForm

GONE = "The list is destroyed. Nobody can turn a copy of this set back any more."


@require_http_methods(FORM)
def sets(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.sets_of(request.actor, child_ref, now=request.now)
    if request.method == "POST" and not page.may_make:
        raise NothingHere
    form = SetForm(request.POST if request.method == "POST" else None, today=day_of(request.now))
    refs: list[str] = []

    def deed() -> None:
        at = {"by": request.actor, "child_ref": child_ref, "now": request.now}
        refs.append(services.begin_set(said=SetSaid(**form.cleaned_data), **at))

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("The set is begun. Look at what follows, then make a copy."))
        return to_set(child_ref, refs[0])
    return shown(request, "pseudonyms/sets.html", form, {"child": child, "page": page})


@require_POST
def until(request: HttpRequest, child_ref: str, set_ref: str) -> HttpResponse:
    if not queries.sets_of(request.actor, child_ref, now=request.now).may_make:
        raise NothingHere
    form = UntilForm(request.POST)
    if not form.is_valid():
        tell(request, Notice(" ".join(map(str, form.errors["ends_on"]))))
        return to_set(child_ref, set_ref)
    at = {"by": request.actor, "child_ref": child_ref, "set_ref": set_ref, "now": request.now}
    version, day = version_of(request), form.cleaned_data["ends_on"]
    press(
        request, lambda: services.keep_longer(ends_on=day, expected_version=version, **at), says="The day is changed."
    )
    return to_set(child_ref, set_ref)


@require_POST
@needs_confirming
def end(request: HttpRequest, child_ref: str, set_ref: str) -> HttpResponse:
    at = {"by": request.actor, "child_ref": child_ref, "set_ref": set_ref, "now": request.now}
    version = version_of(request)
    press(request, lambda: services.end_set(expected_version=version, **at), says=GONE)
    return HttpResponseRedirect(reverse("pseudonyms:sets", args=[child_ref]))


def to_set(child_ref: str, set_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("pseudonyms:set", args=[child_ref, set_ref]))
