"""Forms of a disagreement. They gather words; the rules live in the cases app."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.apps.cases.projections import DisagreementTold
from kith.apps.cases.queries import MOST_WORDS
from kith.web.children.fields import NOT_OFFERED, LongText, PlainText, one_of, version_field


class RaiseForm(forms.Form):
    """With whom, about what, why, and what should happen for the child instead."""

    agency = forms.ChoiceField(
        label="With which agency do you disagree?",
        help_text="Those that work with the child, and children’s social care.",
        error_messages={"required": "Choose the agency."} | NOT_OFFERED,
    )
    about = PlainText(
        label="What do you disagree about?", limit="line", help_text="One line: “That the plan ends in December”."
    )
    words = LongText(label="Why?", most=MOST_WORDS, help_text="What you saw, and what you fear for the child.")
    wanted = PlainText(label="What should happen for the child instead?", limit="line")

    def __init__(self, data: Any = None, *, agencies: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["agency"].choices = [("", "Choose"), *agencies]

    def told(self) -> DisagreementTold:
        said = self.cleaned_data
        return DisagreementTold(
            with_agency=said["agency"], about=said["about"], words=said["words"], wanted=said["wanted"]
        )


class TurnForm(forms.Form):
    """One turn in words, against the version that the page showed."""

    words = LongText(label="What do you say?", most=MOST_WORDS)

    def __init__(self, data: Any = None, *, version: int, label: str) -> None:
        super().__init__(data)
        self.fields["words"].label = label
        self.fields["version"] = version_field(version)


class SettleForm(TurnForm):
    """How it was settled."""

    outcome = one_of("How was it settled?", ())
    field_order = ("outcome", "words")

    def __init__(self, data: Any = None, *, version: int, label: str, outcomes: Iterable[tuple[str, str]]) -> None:
        super().__init__(data, version=version, label=label)
        self.fields["outcome"].choices = list(outcomes)
