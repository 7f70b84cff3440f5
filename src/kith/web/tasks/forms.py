"""Forms of tasks. They gather words; who may be given what is decided in access."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms

from kith.apps.access.projections import GivingTasks
from kith.apps.access.services import NewTask
from kith.kernel.refs import is_ref
from kith.web.children.fields import DayField, PlainText

NAMED = "named"
LONGEST_LIST = 4000  # signs of references, spaces and all


def _one(label: str, choices: Iterable[tuple[str, str]], must: str, **options: Any) -> forms.ChoiceField:
    messages = {"required": must}
    return forms.ChoiceField(
        label=label, choices=list(choices), widget=forms.RadioSelect, error_messages=messages, **options
    )


class References(forms.CharField):
    """References of records, one a line, as they were read aloud."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_LIST, widget=forms.Textarea, **options)

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = ["".join(line.lower().split()) for line in super().clean(value).splitlines()]
        refs = tuple(dict.fromkeys(line for line in lines if line))
        if not all(is_ref(ref) for ref in refs):
            raise forms.ValidationError("One of these is no reference. Each has 26 letters and digits, one on a line.")
        return refs


class TaskForm(forms.Form):
    """Who does what, why, over whose records, and from when until when."""

    def __init__(self, data: Any, *, giving: GivingTasks, children: Iterable[tuple[str, str]], today: dt.date) -> None:
        super().__init__(data, initial={"since": today})
        self.giving = giving
        self.fields["worker"] = _one("Who does it?", giving.workers, "Choose who does it.")
        self.fields["purpose"] = _one("What is it for?", giving.purposes, "Choose what it is for.")
        self.fields["name"] = PlainText(
            label="What shall it be called?", help_text="For example: Autumn review. Nobody’s name, please."
        )
        self.fields["why"] = PlainText(
            limit="line", label="Why is it needed?", help_text="It stays on record. Do not name the child here either."
        )
        self.fields["covers"] = _one(
            "Whose records does it open?",
            giving.coverings,
            "Choose whose records it opens.",
            help_text="As few as will do. What is sealed stays shut.",
        )
        if giving.names_by_ref:
            self.fields["named"] = References(
                label="References of the children",
                help_text="One on a line, as the front door gave them. You are not told whose they are.",
                required=False,
            )
        elif listed := list(children):
            self.fields["named"] = forms.MultipleChoiceField(
                label="Which children?", choices=listed, required=False, widget=forms.CheckboxSelectMultiple
            )
        self.fields["since"] = DayField(label="From which day?", error_messages={"required": "Give the first day."})
        self.fields["until"] = DayField(
            label="Until which day?",
            help_text="On that day it opens nothing any more. You can end it before.",
            error_messages={"required": "Give the day on which it stops."},
        )

    def task(self) -> NewTask:
        said = self.cleaned_data
        return NewTask(
            worker_ref=said["worker"],
            purpose=said["purpose"],
            name=said["name"],
            why=said["why"],
            covers=said["covers"],
            since_on=said["since"],
            until_on=said["until"],
            named=tuple(said.get("named", ())) if said["covers"] == NAMED else (),
        )


class EndForm(forms.Form):
    """Why a task ends before its day."""

    why = PlainText(limit="line", label="Why does it end now?", help_text="One sentence. It stays on record.")
