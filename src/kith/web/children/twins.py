"""Saying who was born together: one small form about somebody, and the picture follows."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kith.apps.networks import queries
from kith.apps.people import services
from kith.web.children.fact_forms import TwinsForm
from kith.web.children.facts import About
from kith.web.children.saving import FORM, ask, to_picture, undo_url
from kith.web.notices import Notice, tell

ONE_BIRTH = "Twins, triplets or more: brothers and sisters of one birth."
KNOWN = "This is already on record. To say it differently, take out the tie on their page first, then say it again."
NOBODY_YET = "No brother or sister with the same parents is in the picture yet. Add them first, then come back."


@require_http_methods(FORM)
def add_twins(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    is_known = any(tie.group == "twin" and not tie.taken_out for tie in about.view.ties)
    siblings = queries.siblings_to_choose(request.actor, child_ref, person_ref, now=request.now)
    lead = KNOWN if is_known else ONE_BIRTH if siblings else NOBODY_YET
    question = about.question(f"Born together with {about.name}", lead, "others", "kind", "told_by")

    def deed(form: TwinsForm) -> list[str]:
        return services.record_twins(
            by=request.actor,
            child_ref=child_ref,
            children=[person_ref, *form.cleaned_data["others"]],
            kind=form.cleaned_data["kind"],
            account=form.account(),
            now=request.now,
        )

    def done(form: TwinsForm, ties: list[str]) -> HttpResponse:
        tell(request, _added(child_ref, ties))
        return to_picture(child_ref)

    return ask(request, question, lambda data: TwinsForm(data, siblings=siblings), deed, done)


def _added(child_ref: str, ties: list[str]) -> Notice:
    """One press undoes one tie; of more, each is taken out on the page of somebody it ties."""
    if len(ties) > 1:
        return Notice("They are on record as born together. To take that back, take out each tie on their pages.")
    undo = undo_url("children:take_out_tie", child_ref, ties[0], version=1)
    return Notice("They are on record as twins.", undo, "Undo: twins")
