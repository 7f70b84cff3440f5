"""Saying of one person, or one worker of the team, whether they were told or invited, or why not."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kith.apps.networks.queries import child_head
from kith.apps.occasions import queries, services
from kith.apps.occasions.projections import RowPage
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.occasions.forms import RowForm, TeamRowForm
from kith.web.occasions.ledger import to_occasion


@require_http_methods(FORM)
def row(request: HttpRequest, child_ref: str, occasion_ref: str, person_ref: str) -> HttpResponse:
    page = queries.row_page(request.actor, child_ref, occasion_ref, person_ref, now=request.now)

    def deed(form: RowForm) -> None:
        services.keep_row(
            by=request.actor,
            child_ref=child_ref,
            occasion_ref=occasion_ref,
            person_ref=person_ref,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    return _kept(request, child_ref, page, RowForm, deed)


@require_http_methods(FORM)
def team_row(request: HttpRequest, child_ref: str, occasion_ref: str, seat_ref: str) -> HttpResponse:
    page = queries.team_row_page(request.actor, child_ref, occasion_ref, seat_ref, now=request.now)

    def deed(form: RowForm) -> None:
        services.keep_team_row(
            by=request.actor,
            child_ref=child_ref,
            occasion_ref=occasion_ref,
            seat_ref=seat_ref,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    return _kept(request, child_ref, page, TeamRowForm, deed)


def _kept(
    request: HttpRequest, child_ref: str, page: RowPage, make: type[RowForm], deed: Callable[[RowForm], None]
) -> HttpResponse:
    """What stands is shown above the form, so that whoever comes second sees both."""
    version = page.row.version
    form, is_done = saved(
        request, lambda data: make(data, page=page, version=version), deed, newer={"version": version}
    )
    if is_done:
        tell(request, Notice(f"Recorded for {page.row.name}."))
        return to_occasion(child_ref, page.occasion.ref)
    child = child_head(request.actor, child_ref, now=request.now)
    return shown(request, "occasions/row.html", form, {"child": child, "page": page})
