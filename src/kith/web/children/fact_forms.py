"""Small forms about one person or one home. Their rules live in the services; a form only gathers words."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from kith.apps.access.queries import day_of
from kith.apps.networks.projections import Choice
from kith.apps.people.projections import HomeCard, Place
from kith.apps.people.queries import is_over, language_name, number_kinds, place_written
from kith.apps.people.services import Responsibility
from kith.engines.drawing.network import Account, Address, Identifier, Language, Membership, Name, Person
from kith.web.children.fields import LanguageList, PartialDateField, PlainText
from kith.web.children.forms import people_choices

NAME_KINDS = (("known_as", "A name they are known as"), ("legal", "Their legal name"), ("previous", "A previous name"))
STAYS = (
    ("lives_here", "They live there"),
    ("second_home", "They stay some of the time"),
    ("relatives_home", "They often visit"),
)
HOWS = (
    ("birth", "They gave birth"),
    ("marriage", "They were married to the birth mother"),
    ("birth_registration", "They are named on the birth certificate"),
    ("agreement", "By agreement"),
    ("court_order", "By a court order"),
    ("adoption_order", "By adoption"),
    ("special_guardianship_order", "As special guardian"),
    ("care_order", "By a care order"),
)
TWINS = (
    ("born_identical", "Identical"),
    ("born_not_identical", "Not identical"),
    ("born_together", "We do not know"),
)
OUR_AGENCY = "agency"


def since_field() -> PartialDateField:
    return PartialDateField(label="Since when?", help_text="“2019” or “spring 2019” is fine.")


def until_field() -> PartialDateField:
    return PartialDateField(label="Until when?", help_text="Leave this empty if it is still so.")


class Versioned(forms.Form):
    """A form that changes what exists carries the version that the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class NameForm(forms.Form):
    """One more name."""

    text = PlainText(label="What is the name?", error_messages={"required": "Write the name."})
    kind = forms.ChoiceField(
        label="What kind of name is it?", choices=NAME_KINDS, initial="known_as", widget=forms.RadioSelect
    )
    since = since_field()
    until = until_field()

    def name(self) -> Name:
        said = self.cleaned_data
        return Name(text=said["text"], kind=said["kind"], since=said["since"], until=said["until"])


class AddressForm(forms.Form):
    """Where somebody lives or lived, as far as it is known."""

    lines = PlainText(
        label="What is the address?", limit="line", required=False, help_text="Or as much of it as you know."
    )
    postcode = PlainText(label="Postcode", limit="postcode", required=False)
    since = since_field()
    until = until_field()

    def address(self) -> Address:
        said = self.cleaned_data
        return Address(lines=said["lines"], postcode=said["postcode"], since=said["since"], until=said["until"])

    def place(self, now: dt.datetime) -> tuple[Place, ...]:
        """Where they live from now on; nowhere, if it is an address of the past."""
        said = self.cleaned_data
        return () if is_over(said["until"], day_of(now)) else (place_written(said["lines"], said["postcode"]),)


class HomeAddressForm(AddressForm, Versioned):
    """Where a home is."""


class NumberForm(forms.Form):
    """A number by which an agency knows somebody."""

    kind = forms.ChoiceField(
        label="What number is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of number it is."},
    )
    value = PlainText(label="The number", limit="identifier", error_messages={"required": "Write the number."})
    issuer = PlainText(label="Who gave it?", required=False, help_text="For a case number: the agency.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [(code, kind.says) for code, kind in number_kinds().items()]

    def identifier(self) -> Identifier:
        said = self.cleaned_data
        return Identifier(kind=said["kind"], value=said["value"], issuer=said["issuer"])


class LanguagesForm(Versioned):
    """The languages somebody uses, the first most."""

    spoken = LanguageList(
        label="Which languages do they use?",
        help_text="Write the one they use most first, with commas: “Turkish, English”.",
    )
    interpreter = LanguageList(
        label="For which of them do they need an interpreter?", help_text="Leave this empty if they need none."
    )

    @staticmethod
    def initial_for(person: Person, version: int) -> dict[str, Any]:
        return {
            "version": version,
            "spoken": ", ".join(language_name(said.code) for said in person.languages),
            "interpreter": ", ".join(language_name(said.code) for said in person.languages if said.needs_interpreter),
        }

    def languages(self) -> tuple[Language, ...]:
        """A language named only under interpreters is used too."""
        spoken, needs = self.cleaned_data["spoken"], self.cleaned_data["interpreter"]
        return tuple(Language(code=code, needs_interpreter=code in needs) for code in dict.fromkeys((*spoken, *needs)))


class ResponsibilityForm(forms.Form):
    """Who holds parental responsibility for a child."""

    holder = forms.ChoiceField(
        label="Who holds it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who holds parental responsibility."},
    )
    how = forms.ChoiceField(
        label="How did they come to hold it?",
        choices=HOWS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they came to hold it."},
    )
    told_by = PlainText(label="Who told us?", help_text="A name, or “the court order”.", required=False)
    since = since_field()
    until = until_field()

    def __init__(self, *args: Any, people: Sequence[Choice] = (), agency: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        known = [(p.ref, f"{p.name} ({p.kin})" if p.kin else p.name) for p in people]
        self.fields["holder"].choices = [*known, (OUR_AGENCY, f"{agency} (your agency)")]

    def fact(self, child_ref: str, agency_id: int) -> Responsibility:
        said = self.cleaned_data
        is_ours = said["holder"] == OUR_AGENCY
        return Responsibility(
            holder="" if is_ours else said["holder"],
            child=child_ref,
            how=said["how"],
            since=said["since"],
            until=said["until"],
            told_by=said["told_by"],
            organisation_id=agency_id if is_ours else None,
        )


class TwinsForm(forms.Form):
    """Who was born together with somebody."""

    others = forms.MultipleChoiceField(
        label="Who was born together with them?",
        help_text="Brothers and sisters with the same parents. Tick two for triplets.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one brother or sister.",
            "invalid_choice": "Choose among their brothers and sisters with the same parents.",
        },
    )
    kind = forms.ChoiceField(
        label="Are they identical?", choices=TWINS, initial="born_together", widget=forms.RadioSelect
    )
    told_by = PlainText(label="Who told us?", help_text="A name, or “their midwife”.", required=False)

    def __init__(self, *args: Any, siblings: Sequence[Choice] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["others"].choices = people_choices(siblings)

    def account(self) -> Account:
        return Account(told_by=self.cleaned_data["told_by"])


class JoinHomeForm(forms.Form):
    """Somebody moves into a home that is known."""

    home = forms.ChoiceField(
        label="Which home?", widget=forms.RadioSelect, error_messages={"required": "Choose the home."}
    )
    kind = forms.ChoiceField(label="How do they stay?", choices=STAYS, initial="lives_here", widget=forms.RadioSelect)
    since = since_field()

    def __init__(self, *args: Any, homes: Sequence[HomeCard] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["home"].choices = [
            (home.ref, f"{home.name}, {home.address}" if home.address else home.name) for home in homes
        ]

    def place(self, homes: Sequence[HomeCard]) -> tuple[Place, ...]:
        ref = self.cleaned_data["home"]
        return tuple(Place(lines=at.address, home_ref=ref, says=at.address or at.name) for at in homes if at.ref == ref)

    def member(self, person_ref: str) -> Membership:
        return Membership(person=person_ref, kind=self.cleaned_data["kind"], since=self.cleaned_data["since"])


class EndForm(Versioned):
    """When something ended."""

    until = PartialDateField(
        label="When did it end?",
        help_text="“2024”, “spring 2024” or “about 2020” is fine.",
        required=True,
        error_messages={"required": "Write when it ended. “About 2024” is fine."},
    )
