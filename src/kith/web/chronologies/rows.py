"""Correcting a row, withdrawing it, and putting it back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import day_of
from kith.apps.chronologies import queries, services
from kith.apps.chronologies.projections import RowForm
from kith.apps.networks.queries import child_head
from kith.web.children.fields import said_back
from kith.web.children.saving import FORM, saved, shown, undo_url, version_of
from kith.web.chronologies.forms import TellingForm, WithdrawForm
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import posted

FIRST = ("start", "fact", "childs_words", "rag")
MORE = "What it meant, what was done, who may see it, and more"


@require_http_methods(FORM)
def correct(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    called, today = child.first_name, day_of(request.now)
    offered = queries.row_form(request.actor, child_ref, entry_ref, called=called, now=request.now)

    def deed(form: TellingForm) -> None:
        at = {"by": request.actor, "child_ref": child_ref, "row_ref": entry_ref, "now": request.now}
        services.correct_row(said=form.said(), expected_version=form.cleaned_data["version"], **at)

    form, is_done = saved(
        request,
        lambda data: TellingForm(data, offered=offered, called=called, today=today),
        deed,
        newer={"version": offered.version},
        then="What stands now is shown above them.",
    )
    if is_done:
        tell(request, Notice(f"Corrected. What stood before is kept beside it.{said_back(form)}"))
        return to_page(child_ref)
    return shown(request, "chronologies/form.html", form, _context(request, child, offered))


def _context(request: HttpRequest, child: object, offered: RowForm) -> dict[str, object]:
    is_stale = request.method == "POST" and str(offered.version) != posted(request, "version")
    return {
        "child": child,
        "heading": "Correct a row",
        "first": FIRST,
        "more": MORE,
        "act": "Save the correction",
        "standing": offered.standing if is_stale else None,
        "earlier": offered.earlier,
    }


@require_http_methods(FORM)
def withdraw(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    row = queries.row_to_withdraw(request.actor, child_ref, entry_ref, called=child.first_name, now=request.now)
    versions: list[int] = []

    def deed(form: WithdrawForm) -> None:
        said = form.cleaned_data
        at = {"by": request.actor, "child_ref": child_ref, "row_ref": entry_ref, "now": request.now}
        versions.append(services.withdraw_row(why=said["why"], expected_version=said["version"], **at))

    form, is_done = saved(
        request, lambda data: WithdrawForm(data, version=row.version), deed, newer={"version": row.version}
    )
    if is_done:
        undo = undo_url("chronologies:put_back", child_ref, entry_ref, version=versions[0])
        tell(request, Notice("Withdrawn. It stays, struck through.", undo, "Undo: withdrawn"))
        return to_page(child_ref)
    return shown(request, "chronologies/withdraw.html", form, {"child": child, "row": row})


@require_POST
def put_back(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    version = version_of(request)

    def deed() -> None:
        at = {"by": request.actor, "child_ref": child_ref, "row_ref": entry_ref, "now": request.now}
        services.put_back_row(expected_version=version, **at)

    press(request, deed, says="Put back.")
    return to_page(child_ref)


def to_page(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("chronologies:page", args=[child_ref]))
