"""Answering what a relative sent from their page: what was done, and how they were told."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from kith.apps.networks.queries import child_head
from kith.apps.occasions import queries, services
from kith.apps.occasions.projections import AnswerSaid
from kith.web.children.fields import DayField, LongText, PlainText, one_of, version_field
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.occasions.forms import A_DAY
from kith.web.occasions.ledger import loop_url


class AnswerForm(forms.Form):
    """What was done, and how, when and by whom the relative was told."""

    done = LongText(
        label="What was done?",
        most=queries.MOST_WORDS,
        help_text="Or why nothing could be done. They have a right to know which it is.",
    )
    way = one_of("How were they told?")
    answered_on = DayField(label="Told on which day?", help_text=A_DAY)
    answered_by = PlainText(label="Told by whom?")

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data)
        self.fields["way"].choices = list(queries.ways_of_answering().items())
        self.fields["version"] = version_field(version)

    def said(self) -> AnswerSaid:
        return AnswerSaid(**{name: self.cleaned_data[name] for name in AnswerSaid.__dataclass_fields__})


@require_http_methods(FORM)
def answer(request: HttpRequest, child_ref: str, representation_ref: str) -> HttpResponse:
    """What stands is shown above the form, so that whoever comes second sees both."""
    card = queries.answer_page(request.actor, child_ref, representation_ref, now=request.now)

    def deed(form: AnswerForm) -> None:
        services.answer_representation(
            by=request.actor,
            child_ref=child_ref,
            representation_ref=representation_ref,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request, lambda data: AnswerForm(data, version=card.version), deed, newer={"version": card.version}
    )
    if is_done:
        tell(request, Notice("Recorded. What was recorded before stays below it."))
        return HttpResponseRedirect(loop_url(child_ref))
    child = child_head(request.actor, child_ref, now=request.now)
    return shown(request, "occasions/answer.html", form, {"child": child, "card": card})
