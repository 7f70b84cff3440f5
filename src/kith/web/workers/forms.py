"""What an administrator can do about one worker: one act at a time, with a reason."""

from collections.abc import Iterator
from typing import Any

from django import forms

from kith.apps.access.projections import KeptWorker
from kith.apps.access.services import CLEARANCES
from kith.web.children.fields import NOT_OFFERED, PlainText

LEFT, BACK, CODE, CLEARANCE = "left", "back", "code", "clearance-"


def acts(page: KeptWorker) -> Iterator[tuple[str, str]]:
    if not page.line.is_active:
        yield BACK, "They work here again. They begin without a role, and get a code for their first sign-in."
        return
    yield LEFT, "They have left. All that is open to them closes at once."
    yield CODE, "They forgot their password. I hand them a code for a new one."
    for number in CLEARANCES:
        if number != page.clearance:
            yield (
                f"{CLEARANCE}{number}",
                f"They need clearance {number} instead of {page.clearance}. A second person decides.",
            )


class ActForm(forms.Form):
    """Nothing is chosen beforehand."""

    def __init__(self, data: Any, *, page: KeptWorker) -> None:
        super().__init__(data)
        self.fields["act"] = forms.ChoiceField(
            label="What has happened?",
            choices=list(acts(page)),
            widget=forms.RadioSelect,
            error_messages={"required": "Choose what has happened."} | NOT_OFFERED,
        )
        self.fields["why"] = PlainText(
            limit="line",
            label="Why?",
            help_text="Other administrators read this. A second person reads it where one decides.",
        )
