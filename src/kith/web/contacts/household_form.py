"""The form of the children of one household: those who are known to tick, and names of those who are not."""

from typing import Any

from django import forms

from kith.apps.cases.projections import HouseholdPage, HouseholdTold
from kith.apps.cases.queries import MOST_WORDS
from kith.kernel.text import folded_tokens
from kith.web.children.fields import LongText, one_of, version_field

SHARES = (
    ("both", "Yes, with the same mother and father"),
    ("mother", "Yes, with the same mother"),
    ("", "We do not know yet, or not all of them"),
)
NOT_OFFERED = {"invalid_choice": "One of these children is linked already, or is not offered any more. Look again."}


class HouseholdChildrenForm(forms.Form):
    """Whom the contact is about; nobody is ticked before somebody has looked."""

    known = forms.MultipleChoiceField(
        label="Children who are known",
        help_text="Open a record and look before you tick it. It may be another child of the same name.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=NOT_OFFERED,
    )
    names = LongText(
        most=MOST_WORDS,
        label="Children who have no record yet",
        help_text="One name on each line. A record begins for each of them, and your team works with it.",
        required=False,
    )

    share = one_of(
        "Are the children without a record brothers and sisters?",
        SHARES,
        required=False,
        initial="",
        help_text="Of each other, and of those you tick or have linked. They stand in each other’s pictures then; who "
        "their parents are can be said later.",
    )
    is_one_home = forms.BooleanField(
        label="They live in one home",
        help_text="The home that is on record for the children you tick or have linked, or else a new one.",
        required=False,
        initial=True,
    )

    def __init__(self, data: Any = None, *, page: HouseholdPage, version: int) -> None:
        super().__init__(data)
        named = [(one.ref, _says(one.name, one.age, "a name like it")) for one in page.named]
        at_home = [(one.ref, _says(one.name, one.age, "lives with them")) for one in page.at_home]
        self.fields["known"].choices = [*named, *at_home]
        self.fields["version"] = version_field(version)
        self._offered = {tuple(folded_tokens(one.name)): one.name for one in (*page.named, *page.at_home)}

    def clean_names(self) -> str:
        """A name that is offered above would begin a second record of the same child."""
        text = str(self.cleaned_data["names"])
        for line in text.splitlines():
            name = self._offered.get(tuple(folded_tokens(line)))
            if name:
                raise forms.ValidationError(
                    f"{name} is offered above. Tick that record if it is the same child; "
                    "if it is another one, write the name with something that tells them apart."
                )
        return text

    def told(self) -> HouseholdTold:
        said = self.cleaned_data
        return HouseholdTold(
            known=tuple(said["known"]),
            names=tuple(said["names"].splitlines()),
            share=said["share"],
            is_one_home=said["is_one_home"],
        )


def _says(name: str, age: str, why: str) -> str:
    return ", ".join(part for part in (name, age, why) if part)
