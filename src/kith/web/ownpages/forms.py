"""The form with which a young person's own page is written down: each part with its words and who may read it."""

from collections.abc import Iterator
from typing import Any

from django import forms

from kith.apps.ownpages.projections import Field, OwnPageForm, PageSaid, PartSaid
from kith.apps.ownpages.queries import MOST_WORDS
from kith.web.children.fields import NOT_OFFERED, DayField, LongText, PlainText, one_of

TEXT, READERS, NAMED = "text", "readers", "named"
WHO_READS = "Who may read this part?"


class WritingForm(forms.Form):
    """Every part may stay empty; one that has words has readers, whom the young person chose."""

    def __init__(self, data: Any = None, *, offered: OwnPageForm, today: Any = None) -> None:
        super().__init__(data, initial={"on": today, "seen": offered.seen})
        self.offered = offered
        for one in offered.fields:
            self._offer(one)
        self.fields["chose"] = one_of("Who said who may read it?", offered.choosers)
        self.fields["chose_words"] = PlainText(
            label="How do you know that this is their choice?",
            limit="line",
            required=False,
            help_text="What you explained and what they said, in a sentence. Or who chose for them, and why.",
        )
        self.fields["on"] = DayField(label="On which day did they tell you?")
        self.fields["way"] = one_of("In which way?", offered.ways)
        self.fields["heard_by"] = PlainText(
            label="Who heard it?", required=False, help_text="Leave this empty if it was you."
        )
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def _offer(self, one: Field) -> None:
        said: dict[str, Any] = {TEXT: one.text, READERS: one.readers, NAMED: list(one.named)}
        self.initial.update({f"{one.key}-{name}": value for name, value in said.items()})
        self.fields[f"{one.key}-{TEXT}"] = LongText(label=one.asks, most=MOST_WORDS, required=False)
        self.fields[f"{one.key}-{READERS}"] = one_of(WHO_READS, self.offered.readers, required=False)
        if self.offered.workers:
            self.fields[f"{one.key}-{NAMED}"] = forms.MultipleChoiceField(
                label="Whom do they name?",
                choices=list(self.offered.workers),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                error_messages=NOT_OFFERED,
            )

    @property
    def parts(self) -> Iterator[tuple[Field, list[forms.BoundField], bool]]:
        """Each part with its fields, and whether it stands open: it came back changed, or is to be put right."""
        for one in self.offered.fields:
            bound = [self[name] for name in self._names(one)]
            is_changed = self.is_bound and (bound[0].value() or "").splitlines() != one.text.splitlines()
            yield one, bound, is_changed or any(field.errors for field in bound)

    def _names(self, one: Field) -> list[str]:
        names = (f"{one.key}-{name}" for name in (TEXT, READERS, NAMED))
        return [name for name in names if name in self.fields]

    @property
    def of_telling(self) -> list[forms.BoundField]:
        return [self[name] for name in ("chose", "chose_words", "on", "way", "heard_by")]

    def clean(self) -> dict[str, Any]:
        """A part that has words and no readers is asked about where it stands."""
        said: dict[str, Any] = super().clean() or {}
        for one in self.offered.fields:
            has_words, readers = said.get(f"{one.key}-{TEXT}"), said.get(f"{one.key}-{READERS}")
            if has_words and not readers and f"{one.key}-{READERS}" not in self.errors:
                self.add_error(f"{one.key}-{READERS}", f"Choose who may read “{one.title}”.")
        return said

    def said(self) -> PageSaid:
        said = self.cleaned_data
        parts = (
            PartSaid(
                key=one.key,
                text=said[f"{one.key}-{TEXT}"],
                readers=said[f"{one.key}-{READERS}"],
                named=frozenset(said.get(f"{one.key}-{NAMED}", ())),
            )
            for one in self.offered.fields
        )
        plain = {name: said[name] for name in ("on", "way", "chose", "heard_by", "chose_words", "seen")}
        return PageSaid(parts=tuple(parts), **plain)
