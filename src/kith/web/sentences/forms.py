"""Forms about a sentence. They gather words; the rules live in the sentences app."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.apps.cases.queries import MOST_WORDS
from kith.apps.sentences.projections import ConditionForm as Offered
from kith.apps.sentences.projections import ConditionSaid, IntelligenceSaid, StepTaken, SummarySaid
from kith.apps.sentences.queries import OLDEST_CHILD, SUMMARY_PARTS
from kith.web.children.fields import NOT_OFFERED, DayField, LongText, PlainText, one_of, version_field

A_DAY = "“24 November 2026” or “24/11/2026”."


class StepForm(forms.Form):
    """What happened, on which day, and who said so."""

    step = one_of("What happened?")
    on = DayField(label="On which day?", help_text=A_DAY)
    said_by = PlainText(label="Who said so?", help_text="The court, the prison, or whoever told you.")

    def __init__(self, data: Any = None, *, steps: Iterable[tuple[str, str]], version: int) -> None:
        super().__init__(data)
        self.fields["step"].choices = list(steps)
        self.fields["version"] = version_field(version)

    def said(self) -> StepTaken:
        return StepTaken(**{part: self.cleaned_data[part] for part in ("step", "on", "said_by")})


class ConditionForm(forms.Form):
    """A condition or an order, whom it covers and from when to when."""

    kind = one_of("What is it?")
    since = DayField(label="From which day?", help_text=A_DAY)
    children = forms.MultipleChoiceField(
        label="Which children does it name?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Children of whom you may read, round this adult.",
        error_messages=NOT_OFFERED,
    )
    under = forms.IntegerField(
        label="Does it cover any child under an age?",
        required=False,
        widget=forms.TextInput,
        help_text=f"A number from 1 to {OLDEST_CHILD}; 0 for only those it names; empty for what is usual.",
        error_messages={"invalid": f"Write a number from 1 to {OLDEST_CHILD}."},
    )
    said_by = PlainText(label="Who laid it down?", help_text="The court, the prison or the Parole Board.")
    basis = one_of("Why may it be shared with those who keep a child safe?")
    until = DayField(label="Until which day?", required=False, help_text="Leave this empty if no end is named.")
    why_age = PlainText(label="If the age is not the usual one: why?", limit="line", required=False)
    words = PlainText(
        label="Anything else those round the child need to know?",
        limit="line",
        required=False,
        help_text="Such as what is allowed. No address.",
    )

    def __init__(self, data: Any = None, *, offered: Offered) -> None:
        said = offered.said
        parts = ("kind", "since", "children", "under", "said_by", "basis", "until", "why_age", "words")
        start = {part: getattr(said, part) for part in parts} if said else {"basis": "public_task"}
        super().__init__(data, initial=start)
        self.fields["said_by"].required = said is None or bool(said.said_by)  # what is closed to them stays as it is
        self.fields["kind"].choices = list(offered.kinds)
        self.fields["basis"].choices = list(offered.bases)
        self.fields["children"].choices = list(offered.children)
        if not offered.children:
            del self.fields["children"]
        self.fields["version"] = version_field(offered.version)

    def said(self) -> ConditionSaid:
        parts = ("kind", "since", "until", "under", "why_age", "words", "said_by", "basis")
        children = tuple(self.cleaned_data.get("children", ()))
        return ConditionSaid(children=children, **{part: self.cleaned_data[part] for part in parts})


class SummaryForm(forms.Form):
    """What the sentence plan says of children."""

    def __init__(self, data: Any = None, *, last: SummarySaid, version: int) -> None:
        super().__init__(data, initial={name: getattr(last, name) for name in SUMMARY_PARTS})
        for name, heading in SUMMARY_PARTS.items():
            self.fields[name] = LongText(label=heading, most=MOST_WORDS, required=False)
        self.fields["version"] = version_field(version)

    def said(self) -> SummarySaid:
        return SummarySaid(**{name: self.cleaned_data[name] for name in SUMMARY_PARTS})


class IntelligenceForm(forms.Form):
    """What is known, who told it, and who may read it."""

    words = LongText(label="What is known?", most=MOST_WORDS)
    source = PlainText(label="Who told it?", help_text="As it may be named to those who read it.")
    readers = forms.MultipleChoiceField(
        label="Who may read it beside you?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="To everybody else it is not there: no number, no gap, no word of it on any other page.",
        error_messages=NOT_OFFERED,
    )

    def __init__(self, data: Any = None, *, workers: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["readers"].choices = list(workers)
        if not self.fields["readers"].choices:
            del self.fields["readers"]

    def said(self) -> IntelligenceSaid:
        said = self.cleaned_data
        return IntelligenceSaid(words=said["words"], source=said["source"], readers=tuple(said.get("readers", ())))


class CameOfForm(forms.Form):
    """What came of looking into an unsafe address."""

    came_of = PlainText(
        label="What came of it?",
        limit="line",
        help_text="Whom you rang, and what is to happen. It stays on both records.",
    )


class OfficerForm(forms.Form):
    """To whom an adult is given."""

    officer = one_of("Who supervises them from now on?")

    def __init__(self, data: Any = None, *, colleagues: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["officer"].choices = list(colleagues)
