"""One father, father figure or second parent: what stands, what is open, and the form of one part."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.occasions import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.occasions.forms import PartForm
from kith.web.occasions.part_fields import FIELDS, LEADS


@require_safe
def parent(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    page = queries.parent_page(request.actor, child_ref, person_ref, now=request.now)
    child = child_head(request.actor, child_ref, now=request.now)
    return render(request, "occasions/parent.html", {"child": child, "page": page})


@require_http_methods(FORM)
def say(request: HttpRequest, child_ref: str, person_ref: str, part: str) -> HttpResponse:
    page = queries.parent_page(request.actor, child_ref, person_ref, now=request.now)
    if part not in FIELDS or not page.may_keep:
        raise NothingHere

    def deed(form: PartForm) -> None:
        services.keep_parent(
            by=request.actor,
            child_ref=child_ref,
            person_ref=person_ref,
            part=part,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: PartForm(data, fields=FIELDS[part](), said=page.said, version=page.version),
        deed,
        newer={"version": page.version},
    )
    back = reverse("occasions:parent", args=[child_ref, person_ref])
    if is_done:
        tell(request, Notice("Recorded."))
        return HttpResponseRedirect(back)
    child = child_head(request.actor, child_ref, now=request.now)
    context = {"child": child, "heading": f"{page.name}: {queries.PARTS[part].lower()}", "lead": LEADS[part]}
    context |= {"act": "Record it", "back": back, "first": tuple(FIELDS[part]())}
    return shown(request, "occasions/form.html", form, context)
