"""Forms of the county's word on a timescale. Their rules live in the cases app; a form only gathers words."""

from typing import Any

from django import forms

from kith.apps.cases.projections import RulePage, RuleTold
from kith.apps.cases.queries import LONGEST_LIMIT
from kith.web.children.fields import DayField, PlainText, one_of


class ConfirmForm(forms.Form):
    """From when it holds, how long it is, who decided and where that is written."""

    valid_from = DayField(
        label="From which day does it hold?",
        help_text="“1 April 2026”. Clocks that were started before that day stay as they are.",
    )
    count = forms.IntegerField(
        label="How long may it take?",
        min_value=0,
        max_value=LONGEST_LIMIT,
        help_text="A number. 0 is the same day.",
        widget=forms.TextInput,
    )
    unit = one_of("Of what?")
    decided_by = PlainText(label="Who decided it?", help_text="“The safeguarding partners, on 3 March 2026”.")
    written_in = PlainText(label="Where is it written?", limit="line", help_text="The document and its part.")

    def __init__(self, data: Any = None, *, page: RulePage) -> None:
        super().__init__(data, initial={"count": page.count, "unit": page.unit})
        if page.may_set_limit:
            self.fields["unit"].choices = [(unit, unit.capitalize()) for unit in page.units]
        else:
            del self.fields["count"], self.fields["unit"]

    def told(self) -> RuleTold:
        return RuleTold(**self.cleaned_data)


class TakeBackForm(forms.Form):
    """From which day it no longer holds, and why."""

    holds_until = DayField(
        label="From which day does it no longer hold?",
        help_text="The day it began means: it was never right. Clocks started before that day stay as they are.",
    )
    why = PlainText(label="Why?", limit="line")
