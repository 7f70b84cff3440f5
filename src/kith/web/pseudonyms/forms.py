"""Forms of sets of stand-ins. They gather; the rules live in the pseudonyms app."""

import datetime as dt
from typing import Any

from django import forms

from kith.apps.pseudonyms.queries import purposes, words_of
from kith.web.children.fields import DayField, PlainText, one_of
from kith.web.loading.forms import FileOrWordsForm

LARGEST = 8 * 1024 * 1024
TOO_LARGE = "This file is over 8 MB. Bring the copy without pictures or other sheets."
NOTHING = "Choose a file that came back, or write a stand-in."
BOTH = "Bring one at a time: the file, or the stand-in."
USUAL = dt.timedelta(days=365)


class SetForm(forms.Form):
    """What a set is for, how people are called in it, what becomes of days, and when its list is destroyed."""

    purpose = one_of("What are the copies for?")
    what_for = PlainText(
        label="Which one?",
        limit="line",
        help_text="In a few words, and without the name of anybody: “Review of spring”.",
    )
    people = one_of("How are people called?")
    dates = one_of("What becomes of days?")
    ends_on = DayField(
        label="When is the list destroyed?",
        help_text="On this day the purpose ends. From then on nobody can turn a copy back. At most three years ahead.",
    )

    def __init__(self, data: Any = None, *, today: dt.date) -> None:
        usual = purposes()["learning_review"]
        begun = {"people": usual.people, "dates": usual.dates, "ends_on": today + USUAL}
        super().__init__(data, initial=begun)
        self.fields["purpose"].choices = [(code, one.says) for code, one in purposes().items()]
        for name in ("people", "dates"):
            self.fields[name].choices = list(words_of(name).items())


class UntilForm(forms.Form):
    """Another day for the end of a set."""

    ends_on = DayField(label="Keep the list until")


class BackForm(FileOrWordsForm):
    """A copy that came back, or a stand-in, and why somebody asks."""

    words_in, nothing, both = "word", NOTHING, BOTH
    largest, too_large = LARGEST, TOO_LARGE

    reason = PlainText(
        label="Why do you need to know?",
        limit="line",
        help_text="In a sentence. It stands on record with this look-up.",
    )
    file = forms.FileField(
        label="A copy that came back",
        required=False,
        help_text="Excel, CSV or Word as Kith made it, with what was written into it. At most 8 MB.",
        error_messages={"empty": "This file is empty. Choose the copy that came back."},
    )
    word = PlainText(
        label="Or a stand-in",
        limit="line",
        required=False,
        help_text="“Arden”, “Worker 47, health”, or a sentence with stand-ins in it.",
    )
