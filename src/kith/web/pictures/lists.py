"""What next: the lists in which a picture ends, and the list of those who are to be invited, by one press."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.networks.queries import child_head
from kith.apps.occasions.projections import OccasionSaid
from kith.apps.occasions.services import keep_occasion
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import ListsPage
from kith.kernel.days import day_words
from kith.web.children.fields import NOT_OFFERED, DayField, PlainText
from kith.web.children.saving import FORM, is_saved, shown
from kith.web.notices import Notice, tell

NEW, MEETING = "new", "meeting"
A_NEW_ONE = "Something new, on the day below"


class InviteForm(forms.Form):
    """Who, and to what: everybody who may be asked is chosen already."""

    people = forms.MultipleChoiceField(
        label="Who is to be invited?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one person.", **NOT_OFFERED},
    )
    occasion = forms.ChoiceField(label="To what?", error_messages=NOT_OFFERED)
    words = PlainText(label="What is it, in a few words?", limit="line", required=False)
    on = DayField(label="On which day?", required=False, help_text="“24 November 2026” or “24/11/2026”.")
    place = PlainText(label="Where, if that is known?", limit="line", required=False)

    def __init__(self, data: Any = None, *, page: ListsPage) -> None:
        free = [(one.ref, one.name) for one in page.to_invite if not one.why_not]
        start = {"people": [ref for ref, _ in free], "words": "A meeting with the family"}
        super().__init__(data, initial=start)
        known = [(card.ref, f"{card.words or card.says}, {day_words(card.on)}") for card in reversed(page.occasions)]
        self.fields["people"].choices = free
        self.fields["occasion"].choices = [*known, (NEW, A_NEW_ONE)]
        if not known:
            self.fields["occasion"].initial, self.fields["occasion"].widget = NEW, forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("occasion") == NEW:
            for name, words in (("words", "Say in a few words what it is."), ("on", "Say on which day it is.")):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return said


@require_http_methods(FORM)
def what_next(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.lists_page(request.actor, child_ref, picture_ref, now=request.now)
    form, to = InviteForm(request.POST or None, page=page), [""]

    def deed() -> None:
        to[0] = _occasion(request, child_ref, form)
        services.invite_from_picture(
            by=request.actor,
            child_ref=child_ref,
            picture_ref=picture_ref,
            occasion_ref=to[0],
            person_refs=form.cleaned_data["people"],
            now=request.now,
        )

    if request.method == "POST":
        if not page.may_invite:
            raise NothingHere
        if is_saved(form, deed):
            tell(request, Notice("They are on the list. Nothing goes out before each of them has an answer."))
            return HttpResponseRedirect(reverse("occasions:invitations", args=[child_ref, to[0]]))
    return shown(request, "pictures/lists.html", form, {"child": child, "page": page})


def _occasion(request: HttpRequest, child_ref: str, form: InviteForm) -> str:
    """One that is known, or a new one: a deed of its own."""
    said = form.cleaned_data
    if said["occasion"] != NEW:
        return str(said["occasion"])
    if said["on"] < day_of(request.now):
        raise services.CannotDraw("That day is over. Choose one that is still to come.")
    new = OccasionSaid(kind=MEETING, on=said["on"], words=said["words"], place=said["place"])
    return keep_occasion(by=request.actor, child_ref=child_ref, said=new, now=request.now)
