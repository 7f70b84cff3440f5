"""The form of a family copy: who reads it, who is on it, for how long, and how they are told the six digits."""

from typing import Any

from django import forms

from kith.apps.networks.projections import Choice, CopyChoices, CopyForm, CopyWish
from kith.web.children.fields import NOT_OFFERED, one_of

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


def _several(label: str, choices: tuple[Choice, ...], **options: Any) -> forms.MultipleChoiceField:
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
            self.fields["left_out"] = _several("Whom do you leave out?", page.people)
            self.fields["named"] = _several(
                "Whom may the page call by their first name?",
                page.people,
                help_text="Everybody else stands there as “Mum” or “Aunt”. Who is not related is there only by name.",
            )
        if page.helpers:
            self.fields["helpers"] = _several(
                "Which workers stand on the page, with their team’s number?",
                page.helpers,
                help_text="They are there as “Somebody from the council”.",
            )
            self.fields["helpers_named"] = _several("Which of them by first name?", page.helpers)
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
