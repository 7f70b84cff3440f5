"""Forms of seals and of the second person. They gather words; the rules live in access."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from kith.apps.access.projections import ReaderCard, SealKindCard
from kith.apps.access.services import NewSeal
from kith.apps.networks.projections import SealingPage
from kith.web.children.fields import PlainText

WHOLE, SOME = "whole", "some"
OUTSIDERS = [
    ("", "As is usual for this kind"),
    ("pointer", "That somebody here knows them, and whom to ring"),
    ("nothing", "Nothing at all"),
]


def _several(label: str, choices: list[tuple[str, str]], **options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple, **options
    )


def _one(label: str, choices: list[tuple[str, str]], **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **options)


def reader_words(card: ReaderCard) -> str:
    return ", ".join(part for part in (card.name, card.job_title, card.agency) if part)


def kind_words(kind: SealKindCard) -> str:
    learn = "that somebody knows them" if kind.outsiders == "pointer" else "nothing"
    return f"{kind.says}. {kind.means}. Others usually learn {learn}."


class SealForm(forms.Form):
    """What is sealed, of what kind and why, who may go on reading, and whom it must never reach."""

    def __init__(
        self,
        data: Any,
        *,
        page: SealingPage,
        kinds: Iterable[SealKindCard],
        readers: Collection[ReaderCard],
        first: str,
    ) -> None:
        initial = {
            "covers": SOME if first else WHOLE,
            "records": [first] if first else [],
            "readers": [card.ref for card in readers if card.is_named],
            "outsiders": "",
        }
        super().__init__(data, initial=initial)
        self.fields["covers"] = _one(
            "What is sealed?", [(WHOLE, f"Everything about {page.name}"), (SOME, "Only what I choose here")]
        )
        records = [(f"{one.kind}:{one.ref}", f"{one.what}: {one.says}") for one in page.records]
        records.sort(key=lambda choice: choice[0] != first)  # what was pressed is in sight
        if records:
            self.fields["records"] = _several("Which of these?", records)
        self.fields["kind"] = _one("What kind of seal?", [(one.name, kind_words(one)) for one in kinds])
        self.fields["readers"] = _several(
            "Who goes on seeing it, beside you?",
            [(card.ref, reader_words(card)) for card in readers],
            help_text="Those who work with the child themselves are ticked. Whoever is not ticked sees it no more: "
            "no manager, no administrator, nobody.",
        )
        self.fields["outsiders"] = _one(
            "If the whole person is sealed: what may others learn?", OUTSIDERS, required=False
        )
        people = [(one.ref, f"{one.name}, {one.kin}" if one.kin else one.name) for one in page.others]
        if people:
            self.fields["excluded"] = _several(
                "Whom must it never reach?",
                people,
                help_text="No letter, link or file to them will hold it.",
            )
        self.fields["why"] = PlainText(
            limit="line",
            label="Why?",
            help_text="The second person reads this. Do not write what is sealed.",
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("covers") == SOME and not said.get("records"):
            self.add_error("covers", "Choose at least one thing to seal, or seal everything.")
        return said

    def seal(self) -> NewSeal:
        said = self.cleaned_data
        records = said.get("records", []) if said["covers"] == SOME else []
        pairs = tuple((kind, ref) for kind, _, ref in (one.partition(":") for one in records))
        return NewSeal(
            kind=said["kind"],
            why=said["why"],
            records=pairs,
            outsiders=said["outsiders"],
            readers=tuple(said["readers"]),
            excluded=tuple(said.get("excluded", ())),
        )


class WhyForm(forms.Form):
    """One sentence for the second person."""

    why = PlainText(limit="line", label="Why?", help_text="The second person reads this.")


class DecisionForm(forms.Form):
    """Yes, or no with a reason."""

    answer = _one("What do you say?", [("yes", "Yes, do it now"), ("no", "No")])
    why = PlainText(
        limit="line", label="If you say no: why?", help_text="Whoever proposed it reads this.", required=False
    )


class RoleForm(forms.Form):
    """Who gets which role, and why."""

    def __init__(self, data: Any, *, roles: Iterable[tuple[str, str]], workers: Iterable[ReaderCard]) -> None:
        super().__init__(data)
        self.fields["worker"] = _one("Whose role?", [(card.ref, reader_words(card)) for card in workers])
        self.fields["role"] = _one("Which role shall they have?", list(roles))
        self.fields["why"] = PlainText(limit="line", label="Why?", help_text="The second person reads this.")


class ReaderForm(forms.Form):
    """Who shall read what nobody can read, and why they."""

    def __init__(self, data: Any, *, workers: Iterable[ReaderCard]) -> None:
        super().__init__(data)
        self.fields["worker"] = _one("Who shall read it?", [(card.ref, reader_words(card)) for card in workers])
        self.fields["why"] = PlainText(limit="line", label="Why they?", help_text="The second person reads this.")


class ColleagueForm(forms.Form):
    """Which colleague knows the child in their own life."""

    def __init__(self, data: Any, *, colleagues: Iterable[ReaderCard]) -> None:
        super().__init__(data)
        self.fields["colleague"] = _one("Which colleague?", [(card.ref, reader_words(card)) for card in colleagues])
