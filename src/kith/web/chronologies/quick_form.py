"""The form of a new row: when by a press, one sentence, and the rest folded away."""

import datetime as dt
from typing import Any

from kith.apps.chronologies.projections import RowForm, RowSaid
from kith.web.children.whens import OTHER, TODAY, chips_field, day_said, words_field
from kith.web.chronologies.forms import PLAIN, TellingForm
from kith.web.drafting import left_in


class QuickForm(TellingForm):
    """A row that is written for the first time. What was not sent yet stands in it as it was left."""

    on = chips_field()
    start = words_field()
    field_order = ("on", "start", "fact", "childs_words", "rag")

    def __init__(self, data: Any = None, *, offered: RowForm, called: str, today: dt.date) -> None:
        super().__init__(data, offered=offered, called=called, today=today)
        self.today = today
        del self.fields["version"]
        self.initial = begun(offered)
        self.fields["rag"].choices = [*offered.rags[::-1], PLAIN]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        said["start"] = day_said(self, self.today, chips="on", words="start")
        return said

    def said(self) -> RowSaid:
        self.cleaned_data.pop("on", None)
        return super().said()


def begun(offered: RowForm) -> dict[str, Any]:
    """What stands in the form at first: words that were left in it, or something known, or today."""
    if offered.draft:
        return left_in(offered.draft.words, several=("others",))
    known = offered.known
    if known is None:
        return {"on": TODAY}
    said = {"fact": known.fact, "childs_words": known.childs_words, "type": known.type}
    return said | {"on": OTHER, "start": known.start}
