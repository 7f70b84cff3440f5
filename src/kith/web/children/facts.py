"""Adding to what is known of one person, by small forms: each gathers words and calls one deed."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere
from kith.apps.networks import queries
from kith.apps.people import services
from kith.apps.people.projections import FactCard, PersonView, ResponsibilityCard
from kith.apps.people.queries import shown_name
from kith.web.children.fact_forms import (
    AddressForm,
    EndForm,
    JoinHomeForm,
    LanguagesForm,
    NameForm,
    NumberForm,
    ResponsibilityForm,
)
from kith.web.children.fields import said_back
from kith.web.children.saving import FORM, Question, ask, to_person, undo_url
from kith.web.children.unsafe import WHY, require_read
from kith.web.notices import Notice, tell

Done = Callable[[forms.Form, Any], HttpResponse]


class About:
    """One request about one person of a child's network: what the page needs, and what happens afterwards."""

    def __init__(self, request: HttpRequest, child_ref: str, person_ref: str) -> None:
        self.request, self.child_ref, self.person_ref = request, child_ref, person_ref
        self.page = queries.form_page(request.actor, child_ref, now=request.now)
        self.view: PersonView = queries.person_to_change(request.actor, person_ref, now=request.now)
        self.name = shown_name(self.view.person)

    @property
    def by(self) -> dict[str, Any]:
        return {"by": self.request.actor, "person_ref": self.person_ref, "now": self.request.now}

    def question(self, heading: str, lead: str, *first: str, act: str = "Add") -> Question:
        back = reverse("children:person", args=[self.child_ref, self.person_ref])
        return Question(
            child=self.page.child,
            heading=heading,
            lead=lead,
            first=first,
            back=back,
            act=act,
            version=self.view.version,
        )

    def require_open(self, fact_ref: str, facts: Iterable[FactCard | ResponsibilityCard]) -> None:
        """Only what has no end yet may be ended; anything else is not there."""
        if not any(fact.ref == fact_ref and fact.is_open and not fact.taken_out for fact in facts):
            raise NothingHere

    def added(self, what: str) -> Done:
        """After adding a fact: its undo takes it out again."""
        return lambda form, fact_ref: self._done(form, fact_ref, f"{what} added", "children:take_out_fact")

    def ended(self, what: str, fact_ref: str) -> Done:
        """After an end: its undo opens the fact again."""
        return lambda form, _: self._done(form, fact_ref, f"{what} ended", "children:reopen_fact")

    def _done(self, form: forms.Form, fact_ref: str, says: str, undo_route: str) -> HttpResponse:
        undo = undo_url(undo_route, self.child_ref, self.person_ref, fact_ref, version=self._version_now())
        tell(self.request, Notice(f"{says}.{said_back(form)}", undo, f"Undo: {says[:1].lower()}{says[1:]}"))
        return to_person(self.child_ref, self.person_ref)

    def _version_now(self) -> int:
        return queries.person_to_change(self.request.actor, self.person_ref, now=self.request.now).version

    def changed(self, says: str) -> Done:
        def done(form: forms.Form, _: Any) -> HttpResponse:
            tell(self.request, Notice(f"{says}.{said_back(form)}"))
            return to_person(self.child_ref, self.person_ref)

        return done


@require_http_methods(FORM)
def add_name(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    question = about.question(
        f"Another name for {about.name}", "The names we know stay. Each has its own time.", "text", "kind"
    )
    return ask(
        request,
        question,
        NameForm,
        lambda form: services.add_name(name=form.name(), **about.by),
        about.added("Name"),
    )


@require_http_methods(FORM)
def add_address(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    question = about.question(
        f"Where {about.name} lives",
        "Earlier addresses stay. If several people live there, add a home instead.",
        "lines",
        "postcode",
        "since",
        WHY,
    )

    def deed(form: AddressForm) -> str:
        require_read(request, form, {person_ref: form.place(request.now)})
        return services.add_address(address=form.address(), **about.by)

    return ask(request, question, AddressForm, deed, about.added("Address"))


@require_http_methods(FORM)
def add_number(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    question = about.question(
        f"A number for {about.name}",
        "NHS numbers and pupil numbers are checked for slips.",
        "kind",
        "value",
        "issuer",
    )
    return ask(
        request,
        question,
        NumberForm,
        lambda form: services.add_identifier(identifier=form.identifier(), **about.by),
        about.added("Number"),
    )


@require_http_methods(FORM)
def set_languages(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    initial = LanguagesForm.initial_for(about.view.person, about.view.version)
    question = about.question(
        f"Languages {about.name} uses", "Ask them, where you can.", "spoken", "interpreter", act="Save"
    )

    def deed(form: Any) -> None:
        version = form.cleaned_data["version"]
        services.set_languages(languages=form.languages(), expected_version=version, **about.by)

    return ask(
        request,
        question,
        lambda data: LanguagesForm(data, initial=initial),
        deed,
        about.changed("The languages are saved"),
    )


@require_http_methods(FORM)
def add_responsibility(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    people = [choice for choice in about.page.people if choice.ref != person_ref]
    question = about.question(
        f"Parental responsibility for {about.name}",
        "It is a fact of its own: a parent may not hold it, and somebody else may.",
        "holder",
        "how",
        "told_by",
        "since",
    )
    agency = request.actor
    return ask(
        request,
        question,
        lambda data: ResponsibilityForm(data, people=people, agency=agency.agency_name),
        lambda form: services.record_responsibility(
            by=agency, fact=form.fact(person_ref, agency.agency_id), now=request.now
        ),
        about.added("Parental responsibility"),
    )


@require_http_methods(FORM)
def join_home(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    homes = queries.homes_to_join(request.actor, child_ref, now=request.now)
    question = about.question(
        f"A home for {about.name}",
        "A home that is not on the list is added on the child’s page.",
        "home",
        "kind",
        "since",
        WHY,
    )

    def deed(form: JoinHomeForm) -> str:
        require_read(request, form, {person_ref: form.place(homes)})
        return services.join_household(
            by=request.actor,
            household_ref=form.cleaned_data["home"],
            member=form.member(person_ref),
            now=request.now,
        )

    return ask(request, question, lambda data: JoinHomeForm(data, homes=homes), deed, about.added("Home"))


@require_http_methods(FORM)
def end_address(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    question = about.question(
        f"{about.name} moved out", "The address stays on record with its dates.", "until", act="Save"
    )
    about.require_open(fact_ref, about.view.addresses)
    return _ask_end(about, question, "Address", fact_ref, services.end_address, "address_ref")


@require_http_methods(FORM)
def leave_home(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    question = about.question(
        f"{about.name} moved out", "Their time in this home stays on record.", "until", act="Save"
    )
    about.require_open(fact_ref, about.view.stays)
    return _ask_end(about, question, "Time in this home", fact_ref, services.leave_household, "stay_ref")


@require_http_methods(FORM)
def end_responsibility(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    about = About(request, child_ref, person_ref)
    question = about.question(
        "Parental responsibility ended", "It stays on record with its dates.", "until", act="Save"
    )

    about.require_open(fact_ref, [held for held in about.view.responsibilities if held.child_ref == person_ref])

    def end(*, person_ref: str, **said: Any) -> None:
        services.end_responsibility(child_ref=person_ref, **said)

    return _ask_end(about, question, "Parental responsibility", fact_ref, end, "responsibility_ref")


def _ask_end(
    about: About, question: Question, what: str, fact_ref: str, deed: Callable[..., object], named: str
) -> HttpResponse:
    def end(form: forms.Form) -> object:
        said = form.cleaned_data
        return deed(until=said["until"], expected_version=said["version"], **{named: fact_ref}, **about.by)

    return ask(
        about.request,
        question,
        lambda data: EndForm(data, initial={"version": about.view.version}),
        end,
        about.ended(what, fact_ref),
    )
