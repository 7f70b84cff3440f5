"""Forms about a family. Their rules live in the services; a form only gathers words."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms

from kith.apps.networks.projections import Choice
from kith.apps.people.kinds import KIND_OF_LOSS, kinds_in, tie_kind
from kith.apps.people.projections import Living, Place
from kith.apps.people.queries import LOSS_WORDS, WOULD_RATHER_NOT_SAY, ethnic_groups, place_written
from kith.apps.people.relatives import NOBODY_YET, RELATIONS
from kith.apps.people.unions import TieFact
from kith.engines.drawing.network import Account, Address, Household, Membership, Name, Person
from kith.web.children.fields import PartialDateField, PlainText

SEXES = (("", "Not recorded"), ("F", "Female"), ("M", "Male"), ("X", "Recorded as neither"))
KINDS = (
    ("adult", "Adult"),
    ("child", "Child"),
    ("unborn", "Not born yet"),
    ("professional", "Works with the family"),
    ("pet", "Pet"),
)
LOSSES = (("", "No, or not known"), *LOSS_WORDS.items())
BIRTH_HELP = "“1958”, “spring 2019” or “about 2014” is fine. Of a baby not born yet: the day the baby is expected."
CERTAINTIES = (("sure", "Sure"), ("not_sure", "Not sure"))
TIE_GROUPS = (
    ("partnership", "Partners"),
    ("parent", "Parent and child"),
    ("sibling", "Brothers and sisters"),
    ("emotional", "How they feel about each other"),
    ("support", "Help"),
    ("social", "Friends and neighbours"),
    ("professional", "Work"),
)


BY_NOBODY_YET = (NOBODY_YET, "A parent whom nobody knows yet")


def people_choices(people: Sequence[Choice]) -> list[tuple[str, str]]:
    return [(p.ref, f"{p.name} ({p.kin})" if p.kin else p.name) for p in people]


def loss_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Did the pregnancy end, or was the baby stillborn?",
        help_text="Only what the family told you. No name is needed. The day goes under “When did they die?”.",
        choices=LOSSES,
        widget=forms.RadioSelect,
        required=False,
    )


class PersonForm(forms.Form):
    """Somebody new: what you call them and who told us are enough."""

    called = PlainText(
        label="What do you call them?", help_text="A first name or a nickname is enough.", required=False
    )
    relation = forms.ChoiceField(
        label="How do they belong?",
        choices=[("", "Choose")] + [(k, r.says) for k, r in RELATIONS.items()],
        error_messages={"required": "Choose how they belong."},
    )
    to = forms.ChoiceField(label="To whom?", error_messages={"required": "Choose to whom they belong."})
    told_by = PlainText(label="Who told us?", help_text="A name, or “their teacher”.", required=False)
    told_on = PartialDateField(label="When did they tell us?", help_text="“Today” can stay empty.")
    certainty = forms.ChoiceField(
        label="How sure are we?", choices=CERTAINTIES, initial="sure", widget=forms.RadioSelect, required=False
    )
    kind = forms.ChoiceField(
        label="Are they an adult or a child?",
        help_text="Without an answer they are drawn as an adult.",
        choices=KINDS,
        widget=forms.RadioSelect,
        required=False,
    )
    loss = loss_field()
    also = forms.ChoiceField(
        label="For a child: who is the other parent?",
        help_text="For an uncle or aunt: by which parent do they belong?",
        required=False,
    )
    lines = PlainText(
        label="Where do they live?",
        limit="line",
        required=False,
        help_text="Or as much of the address as you know. If several people live there, add a home instead.",
    )
    postcode = PlainText(label="Postcode", limit="postcode", required=False)
    birth = PartialDateField(label="When were they born?", help_text=BIRTH_HELP)
    death = PartialDateField(label="When did they die?", help_text="Leave this empty if they are alive.")
    gender = PlainText(label="Gender, in their own words", required=False)
    pronouns = PlainText(label="Pronouns", required=False)
    sex = forms.ChoiceField(label="Sex registered at birth, if it is on a record", choices=SEXES, required=False)

    def __init__(self, *args: Any, people: Sequence[Choice] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        choices = people_choices(people)
        self.fields["to"].choices = choices
        self.fields["also"].choices = [("", "Not known, or nobody"), BY_NOBODY_YET, *choices]

    def clean(self) -> dict[str, Any]:
        """Everybody is called something, but for a baby or a pregnancy that was lost."""
        said = self.cleaned_data
        if not (said.get("called") or said.get("loss") or "called" in self.errors):
            self.add_error("called", "Write what you call them. “Dad’s friend Baz” is enough.")
        return said

    def person(self) -> Person:
        """The record the form describes; until somebody is sure it is drawn as not sure."""
        said = self.cleaned_data
        return Person(
            id="new",
            names=(Name(text=said["called"], kind="known_as"),) if said["called"] else (),
            kind=said["kind"] or KIND_OF_LOSS.get(said["loss"], "adult"),
            loss=said["loss"],
            sex=said["sex"],
            gender=said["gender"],
            pronouns=said["pronouns"],
            birth=said["birth"],
            death=said["death"],
            addresses=self._addresses(),
            provisional=said["certainty"] == "not_sure",
            account=Account(told_by=said["told_by"], told_on=said["told_on"], certainty=said["certainty"] or "sure"),
        )

    def _addresses(self) -> tuple[Address, ...]:
        lines, postcode = (self.cleaned_data[part] for part in ("lines", "postcode"))
        return (Address(lines=lines, postcode=postcode),) if lines or postcode else ()

    def living(self) -> Living:
        """Them, and where they would live."""
        return Living(
            person=self.person(), places=tuple(place_written(at.lines, at.postcode) for at in self._addresses())
        )


class ChangePersonForm(forms.Form):
    """What is known of somebody, with the version that the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="Adult or child?", choices=KINDS, widget=forms.RadioSelect)
    loss = loss_field()
    birth = PartialDateField(label="When were they born?", help_text=BIRTH_HELP)
    death = PartialDateField(label="When did they die?", help_text="Leave this empty if they are alive.")
    has_died = forms.BooleanField(label="They have died, and we do not know when", required=False)
    gender = PlainText(label="Gender, in their own words", required=False)
    pronouns = PlainText(label="Pronouns", required=False)
    sex = forms.ChoiceField(label="Sex registered at birth, if it is on a record", choices=SEXES, required=False)
    ethnicity = forms.ChoiceField(
        label="Ethnic group", help_text="As they say it themselves. The groups are those of the census.", required=False
    )
    certainty = forms.ChoiceField(
        label="How sure are we of who they are?", choices=CERTAINTIES, widget=forms.RadioSelect
    )

    shown = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    FACTS = ("kind", "loss", "birth", "death", "has_died", "gender", "pronouns", "sex", "ethnicity")
    ALL = (*FACTS, "certainty")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        groups = [(heading, list(choices.items())) for heading, choices in ethnic_groups().items()]
        self.fields["ethnicity"].choices = [("", "Not recorded"), WOULD_RATHER_NOT_SAY, *groups]

    @classmethod
    def initial_for(cls, person: Person, version: int) -> dict[str, Any]:
        facts = {name: getattr(person, name) for name in cls.FACTS}
        return facts | {"version": version, "certainty": "not_sure" if person.provisional else "sure"}

    @classmethod
    def words_of(cls, values: Mapping[str, Any]) -> str:
        """What each field says, as it would be sent: kept with the form, so that two changes can be told apart."""
        return json.dumps({name: _sent(values.get(name)) for name in cls.ALL}, ensure_ascii=False)

    def words(self) -> dict[str, str]:
        return {name: _sent(self.cleaned_data[name]) for name in self.ALL}

    def choice_words(self, name: str, sent: str) -> str:
        """What the page calls an answer: "Female", not "F"."""
        field = self.fields[name]
        if isinstance(field, forms.BooleanField):
            return "yes" if sent else ""
        choices = dict(flat_choices(getattr(field, "choices", ())))
        return choices.get(sent, sent)

    def changed(self, person: Person) -> dict[str, Any]:
        said = self.cleaned_data
        facts = {name: said[name] for name in self.FACTS}
        return facts | {
            "provisional": said["certainty"] == "not_sure",
            "has_died": said["has_died"] or said["death"] is not None,
        }


def _sent(value: Any) -> str:
    return "on" if value is True else str(value or "")


def flat_choices(choices: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, str]]:
    """Choices without their groups."""
    for code, says in choices:
        if isinstance(says, str):
            yield code, says
        else:
            yield from says


class TieForm(forms.Form):
    """Two people who are already known, and what is between them."""

    a = forms.ChoiceField(label="Who?")
    kind = forms.ChoiceField(label="What is between them?", error_messages={"required": "Choose what is between them."})
    b = forms.ChoiceField(label="And whom?")
    told_by = PlainText(label="Who told us?", required=False)
    since = PartialDateField(label="Since when?", help_text="“2019” or “spring 2019” is fine.")
    until = PartialDateField(label="Until when?", help_text="Leave this empty if it is still so.")
    certainty = forms.ChoiceField(
        label="How sure are we?", choices=CERTAINTIES, initial="sure", widget=forms.RadioSelect, required=False
    )
    words = PlainText(label="In their words", limit="line", required=False)

    def __init__(self, *args: Any, people: Sequence[Choice] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["a"].choices = self.fields["b"].choices = people_choices(people)
        self.fields["kind"].choices = [
            ("", "Choose"),
            *((name, tie_kind(name).says) for group, _ in TIE_GROUPS for name in kinds_in(group)),
        ]

    def tie(self) -> TieFact:
        said = self.cleaned_data
        account = Account(told_by=said["told_by"], certainty=said["certainty"] or "sure", words=said["words"])
        return TieFact(
            kind=said["kind"], a=said["a"], b=said["b"], since=said["since"], until=said["until"], account=account
        )


class HouseholdForm(forms.Form):
    """Who lives together."""

    name = PlainText(
        label="What does the family call this home?",
        help_text="“14 Quay Row”, or “Nan’s”.",
        error_messages={"required": "Give the home a name the family would use."},
    )
    members = forms.MultipleChoiceField(
        label="Who lives there?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one person who lives there."},
    )
    since = PartialDateField(label="Since when?", help_text="“About 2019” is fine.")

    def __init__(self, *args: Any, people: Sequence[Choice] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["members"].choices = people_choices(people)

    def household(self) -> Household:
        said = self.cleaned_data
        return Household(
            id="new",
            name=said["name"],
            members=tuple(Membership(person=ref, since=said["since"]) for ref in said["members"]),
        )

    def places(self) -> dict[str, tuple[Place, ...]]:
        """All of them live in a home that has no ref of its own yet."""
        place = Place(home_ref="new", says=self.cleaned_data["name"])
        return dict.fromkeys(self.cleaned_data["members"], (place,))


class AccountForm(forms.Form):
    """What another source says of a tie."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    agrees = forms.ChoiceField(
        label="Do they say the same?",
        choices=(("yes", "They say the same"), ("no", "They say something else")),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether they say the same."},
    )
    told_by = PlainText(label="Who told us?", error_messages={"required": "Write who told us."})
    told_on = PartialDateField(label="When did they tell us?")
    words = PlainText(label="What do they say?", limit="line", required=False)

    def account(self) -> Account:
        said = self.cleaned_data
        return Account(told_by=said["told_by"], told_on=said["told_on"], words=said["words"])
