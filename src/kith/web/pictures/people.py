"""A name on a picture becomes somebody of the network: one who is known already, or somebody new."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.networks.projections import FormPage
from kith.apps.networks.queries import form_page, person_to_change
from kith.apps.people import services as people
from kith.apps.people.relatives import RELATIONS
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import DrawnPage, PlacedCard
from kith.apps.records.base import StaleVersion
from kith.engines.drawing.network import Account, Identifier, Name, Person
from kith.web.children.fields import NOT_OFFERED, PlainText, one_of, version_field
from kith.web.children.forms import BY_NOBODY_YET, KINDS, people_choices
from kith.web.children.saving import FORM, is_saved, shown, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import in_address, posted

KNOWN, NEW = "known", "new"


class KnownForm(forms.Form):
    """Who of the network it is."""

    person = one_of("Who is it?")

    def __init__(self, data: Any = None, *, page: FormPage, drawn: DrawnPage, version: int) -> None:
        super().__init__(data, prefix=KNOWN)
        free = {ref for ref, _ in drawn.to_place}
        self.fields["person"].choices = people_choices([one for one in page.people if one.ref in free])
        self.fields["version"] = version_field(version)


class FoundForm(forms.Form):
    """Somebody whom nobody had on record: what is known of them today is enough."""

    called = PlainText(label="What do you call them?", error_messages={"required": "Write what you call them."})
    relation = forms.ChoiceField(
        label="How do they belong?",
        choices=[("", "Choose"), *((code, relation.says) for code, relation in RELATIONS.items())],
        error_messages={"required": "Choose how they belong."},
    )
    to = forms.ChoiceField(label="To whom?", error_messages=NOT_OFFERED)
    also = forms.ChoiceField(
        label="For an uncle or aunt: by which of their parents?",
        help_text="Dad’s uncle is a brother of Dad’s mother, or of Dad’s father.",
        required=False,
        error_messages=NOT_OFFERED,
    )
    told_by = PlainText(label="Who told us?", error_messages={"required": "Write who told us."})
    phone = PlainText(
        label="Telephone, if somebody knows it",
        limit="phone",
        required=False,
        help_text="Whoever works with the child finds it on this person’s page.",
    )
    kind = one_of("Are they an adult or a child?", KINDS[:2])

    def __init__(self, data: Any = None, *, page: FormPage, card: PlacedCard, told_by: str) -> None:
        start = {"called": card.name, "to": page.child.ref, "told_by": told_by, "kind": "adult"}
        super().__init__(data, prefix=NEW, initial=start)
        everybody = people_choices(page.people)
        self.fields["to"].choices = everybody
        self.fields["also"].choices = [("", "Does not matter here"), BY_NOBODY_YET, *everybody]
        self.fields["version"] = version_field(card.version)

    def person(self) -> Person:
        """Not sure until somebody is: a name on a picture is what one person said on one day."""
        said = self.cleaned_data
        names, account = (Name(text=said["called"], kind="known_as"),), Account(told_by=said["told_by"])
        return Person(id=NEW, names=names, kind=said["kind"], provisional=True, account=account)


@require_http_methods(FORM)
def recognise(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    """Two forms on one page; whichever is sent does its own deeds."""
    choosing = form_page(request.actor, child_ref, now=request.now)
    page, card = _name_alone(request, child_ref, picture_ref, placed_ref)
    way = "" if request.method != "POST" else KNOWN if posted(request, "way") == KNOWN else NEW
    known = KnownForm(request.POST if way == KNOWN else None, page=choosing, drawn=page, version=card.version)
    new = FoundForm(request.POST if way == NEW else None, page=choosing, card=card, told_by=page.picture.seen_by)
    at = _At(request, child_ref, picture_ref, placed_ref)
    if way == KNOWN and is_saved(known, lambda: at.join(known)):
        return at.done(f"{card.name} is somebody we know of now.")
    if way == NEW and is_saved(new, lambda: at.add(new, card)):
        return at.done(f"{new.cleaned_data['called']} is added. Other teams with a right to see find them now.")
    context = {"child": choosing.child, "page": page, "card": card, "known": known, "new": new}
    return shown(request, "pictures/recognise.html", new if way == NEW else known, context)


class _At:
    """One name on one picture, and what was done about it."""

    def __init__(self, request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> None:
        self.request, self.refs = request, (child_ref, picture_ref, placed_ref)
        self.version, self.added = 0, ""

    def join(self, form: KnownForm) -> None:
        self._say_who(form.cleaned_data["person"], form.cleaned_data["version"])

    def add(self, form: FoundForm, card: PlacedCard) -> None:
        """The person first, then their number, then who it is on the picture: each a deed with a row of its own."""
        said, request = form.cleaned_data, self.request
        if said["version"] != card.version:
            raise StaleVersion
        self.added = people.add_relative(
            by=request.actor,
            child_ref=self.refs[0],
            person=form.person(),
            relation=said["relation"],
            to=said["to"],
            also=said["also"],
            now=request.now,
        )
        if said["phone"]:
            number = Identifier(kind="phone", value=said["phone"])
            people.add_identifier(by=request.actor, person_ref=self.added, identifier=number, now=request.now)
        self._say_who(self.added, said["version"])

    def _say_who(self, person_ref: str, version: int) -> None:
        child_ref, picture_ref, placed_ref = self.refs
        services.recognise(
            by=self.request.actor,
            child_ref=child_ref,
            picture_ref=picture_ref,
            placed_ref=placed_ref,
            person_ref=person_ref,
            expected_version=version,
            now=self.request.now,
        )
        self.version = version + 1

    def done(self, says: str) -> HttpResponse:
        undo = undo_url("pictures:forget", *self.refs, version=self.version)
        if self.added:
            undo += f"&added={self.added}"
        tell(self.request, Notice(says, undo, "Undo: who it is"))
        return HttpResponseRedirect(reverse("pictures:drawn", args=self.refs[:2]))


@require_POST
def forget(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    """The name stands alone again; somebody who was added for its sake is taken out of the network too."""
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    person_ref = next((one.person for one in page.placed if one.ref == placed_ref), "")
    is_added = bool(person_ref) and in_address(request, "added") == person_ref

    def deed() -> None:
        view = person_to_change(request.actor, person_ref, now=request.now) if is_added else None
        services.forget(
            by=request.actor,
            child_ref=child_ref,
            picture_ref=picture_ref,
            placed_ref=placed_ref,
            expected_version=version_of(request),
            now=request.now,
        )
        if view is not None:
            people.withdraw_person(
                by=request.actor, person_ref=person_ref, why="", expected_version=view.version, now=request.now
            )

    press(request, deed, says="The name stands alone again.")
    return HttpResponseRedirect(reverse("pictures:drawn", args=[child_ref, picture_ref]))


def _name_alone(
    request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str
) -> tuple[DrawnPage, PlacedCard]:
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    card = next((one for one in page.names_alone if one.ref == placed_ref), None)
    if card is None or not page.may_write:
        raise NothingHere
    return page, card
