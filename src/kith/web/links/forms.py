"""The form of a family copy: who reads it and who is on it; and what is asked of everything that is given."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kith.apps.networks.projections import Choice, CopyChoices, CopyForm, CopyWish
from kith.apps.occasions.projections import InvitationSaid
from kith.web.children.fields import NOT_OFFERED, PlainText, one_of

DAYS = [(1, "1 day"), (7, "1 week"), (14, "2 weeks"), (30, "30 days")]
VISITS = [(1, "1 time"), (5, "5 times"), (20, "20 times"), (50, "50 times")]
TELLING = [
    ("phone", "I ring them on the number we have on record, and read the digits to them"),
    ("in_person", "I tell them when we meet"),
]
EASY = "easy"
READING = [
    ("", "As most pages are"),
    (EASY, "Easy read: large words, one thought a line, the numbers to ring first"),
]
CHILD_SAYS = [
    ("agreed", "They can decide this for themself, and say yes"),
    ("too_young", "They are too young to decide this"),
    ("said_no", "They can decide this for themself, and say no, or nobody has asked yet"),
]


SAFETY = "Think of who is on it, of anybody who lives with the reader, and of addresses. Not for the child’s own page."


def add_questions(form: forms.Form, called: str, safety_answers: Mapping[str, str]) -> None:
    """What is asked before anything is given to somebody: what the child says, and whether it is safe."""
    form.fields["child_says"] = one_of(
        f"What does {called} say, if the page is for somebody else?",
        CHILD_SAYS,
        required=False,
        help_text="It stands on the page. A child who can decide this is asked first.",
    )
    form.fields["safety"] = one_of(
        "Is it safe that they have this page?", list(safety_answers.items()), required=False, help_text=SAFETY
    )
    form.fields["hurt"] = PlainText(
        label="Who could be hurt by it?",
        limit="line",
        required=False,
        help_text="“Nobody that we know of” is an answer, once somebody has asked. The reader never sees it.",
    )


def safety_of(form: forms.Form) -> InvitationSaid:
    """The answer, as every wish for something given takes it."""
    return InvitationSaid(safety=form.cleaned_data.get("safety", ""), hurt=form.cleaned_data.get("hurt", ""))


def add_terms(form: forms.Form) -> None:
    """What is asked of every link: how its reader reads, for how long, how often, and how the digits are told."""
    form.fields["reading"] = one_of("How do they read best?", READING, required=False)
    form.fields["days"] = one_of("How long is it open?", DAYS)
    form.fields["visits"] = one_of("How often can it be opened?", VISITS)
    form.fields["telling"] = one_of("How do you tell them the six digits?", TELLING)


def terms_of(form: forms.Form) -> dict[str, Any]:
    """The answers, as every wish for a link takes them."""
    said = form.cleaned_data
    return {
        "days": int(said["days"]),
        "visits": int(said["visits"]),
        "code_for": said["telling"],
        "is_easy_read": said["reading"] == EASY,
    }


def people_to_tick(label: str, choices: tuple[Choice, ...], **options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=_words(choices),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=NOT_OFFERED,
        **options,
    )


def _words(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    return [(one.ref, f"{one.name}, {one.kin}" if one.kin else one.name) for one in choices]


class CopyPageForm(forms.Form):
    """Everything is left out or unnamed until somebody ticks it."""

    def __init__(self, data: Any, *, page: CopyForm) -> None:
        super().__init__(data, initial={"days": 7, "visits": 5, "telling": "phone", "reading": ""})
        self.child_ref, name = page.child.ref, page.child.first_name
        self.fields["reader"] = one_of("Who is the page for?", _words(page.readers))
        self.fields["child_says"] = one_of(
            f"What does {name} say, if the page is for somebody else?",
            CHILD_SAYS,
            required=False,
            help_text="It stands on the page. A child who can decide this is asked first.",
        )
        if page.people:
            self.fields["left_out"] = people_to_tick("Whom do you leave out?", page.people)
            self.fields["named"] = people_to_tick(
                "Whom may the page call by their first name?",
                page.people,
                help_text="Everybody else stands there as “Mum” or “Aunt”. Who is not related is there only by name.",
            )
        if page.helpers:
            self.fields["helpers"] = people_to_tick(
                "Which workers stand on the page, with their team’s number?",
                page.helpers,
                help_text="They are there as “Somebody from the council”.",
            )
            self.fields["helpers_named"] = people_to_tick("Which of them by first name?", page.helpers)
        add_terms(self)

    def wish(self, seen: str) -> CopyWish:
        said = self.cleaned_data
        ticked = {name: frozenset(said.get(name, ())) for name in ("left_out", "named", "helpers", "helpers_named")}
        return CopyWish(
            child_ref=self.child_ref,
            reader_ref=said["reader"],
            choices=CopyChoices(child_says=said["child_says"], **ticked),
            seen=seen,
            **terms_of(self),
        )
