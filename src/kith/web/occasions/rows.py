"""Saying of one person whether they were told, asked or invited, or why not."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kith.apps.networks.queries import child_head
from kith.apps.occasions import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.occasions.forms import RowForm
from kith.web.occasions.ledger import to_occasion


@require_http_methods(FORM)
def row(request: HttpRequest, child_ref: str, occasion_ref: str, person_ref: str) -> HttpResponse:
    """What stands is shown above the form, so that whoever comes second sees both."""
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

    form, is_done = saved(
        request,
        lambda data: RowForm(data, page=page, version=page.row.version),
        deed,
        newer={"version": page.row.version},
    )
    if is_done:
        tell(request, Notice(f"Recorded for {page.row.name}."))
        return to_occasion(child_ref, occasion_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    return shown(request, "occasions/row.html", form, {"child": child, "page": page})
