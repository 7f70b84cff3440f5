"""Forms of the ledger. They gather words; the rules live in the occasions app."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kith.apps.occasions.projections import (
    ChildSaid,
    NotComingSaid,
    OccasionSaid,
    RowPage,
    RowSaid,
)
from kith.apps.occasions.projections import NotComingForm as Offered
from kith.apps.occasions.queries import CAME, MOST_WORDS, child_answers, occasion_kinds
from kith.web.children.fields import NOT_OFFERED, DayField, LongText, PlainText, one_of, version_field

A_DAY = "“24 November 2026” or “24/11/2026”."
AGAIN = "A day from today on. On it the question comes back."


class OccasionForm(forms.Form):
    """What it is, and when."""

    kind = one_of("What is it?")
    on = DayField(label="On which day?", help_text=A_DAY)
    words = PlainText(label="What is it, in a few words?", limit="line", help_text="For those who work with the child.")
    plain = PlainText(
        label="What do we call it to the family?",
        limit="line",
        required=False,
        help_text="It stands on a relative’s page. Plain words, with nothing in them that the child has not agreed to.",
    )
    at = PlainText(label="At what time?", limit="identifier", required=False, help_text="“14:30”.")
    place = PlainText(label="Where?", limit="line", required=False, help_text="No address that has to stay safe.")

    def __init__(self, data: Any = None, *, said: OccasionSaid | None = None, version: int = 0) -> None:
        parts = ("kind", "on", "words", "plain", "at", "place")
        super().__init__(data, initial={part: getattr(said, part) for part in parts} if said else {})
        self.fields["kind"].choices = [(kind.name, kind.says) for kind in occasion_kinds().values()]
        self.fields["version"] = version_field(version)

    def said(self) -> OccasionSaid:
        parts = ("kind", "on", "at", "words", "plain", "place")
        return OccasionSaid(**{part: self.cleaned_data[part] for part in parts})


class ChildForm(forms.Form):
    """What the child says to the family being told."""

    answer = one_of("May the family be told?")
    asked_by = PlainText(label="Who asked?")
    asked_on = DayField(label="On which day?", help_text=A_DAY)
    words = PlainText(label="In their own words", limit="line", required=False)
    judged = PlainText(
        label="How did you see that they can decide this, or cannot?",
        limit="line",
        required=False,
        help_text="What they understood, weighed and said back. Under 16 this is asked for each decision anew.",
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["answer"].choices = list(child_answers().items())

    def said(self) -> ChildSaid:
        return ChildSaid(**self.cleaned_data)


class RowForm(forms.Form):
    """Of one person: told, asked, invited, trusted to help; or why not."""

    told_on = DayField(label="Told on which day?", required=False, help_text=A_DAY)
    told_by = PlainText(label="Told by whom?", required=False)
    told_words = LongText(
        label="What were they told?",
        most=MOST_WORDS,
        required=False,
        help_text="In the words that were used. They stand on this person’s own page as they are.",
    )
    asked_words = PlainText(
        label="What were they asked?", limit="line", required=False, help_text="“Could she stay with you at weekends?”"
    )
    invited_on = DayField(label="Invited on which day?", required=False)
    invited_by = PlainText(label="Invited by whom?", required=False)
    came = one_of("Did they come?", [("", "Nothing is said"), *CAME.items()], required=False)
    helps_words = PlainText(
        label="What are they trusted to help with?",
        limit="line",
        required=False,
        help_text="“Takes her there, and rings us if she is ill.”",
    )
    why_not = one_of("Why were they not told or invited?", required=False)
    why_words = PlainText(label="More about why", limit="line", required=False)
    tried = PlainText(label="What was tried to find them?", limit="line", required=False)
    look_again_on = DayField(label="When does somebody look at this again?", required=False, help_text=AGAIN)

    def __init__(self, data: Any = None, *, page: RowPage, version: int) -> None:
        said = page.row.said
        super().__init__(data, initial={name: getattr(said, name) for name in RowSaid.__dataclass_fields__})
        self.fields["why_not"].choices = [("", "Nothing stands in the way"), *page.reasons]
        self.fields["version"] = version_field(version)
        for name in self.not_asked(page):
            del self.fields[name]

    def not_asked(self, page: RowPage) -> tuple[str, ...]:
        """The path says who was invited to its meeting and who came."""
        return ("invited_on", "invited_by", "came") if page.of_path else ()

    def said(self) -> RowSaid:
        said = {name: self.cleaned_data[name] for name in RowSaid.__dataclass_fields__ if name in self.fields}
        return RowSaid(**said)


class TeamRowForm(RowForm):
    """Of one worker of the team: told and invited; or why not."""

    told_words = LongText(
        label="What were they told?",
        most=MOST_WORDS,
        required=False,
        help_text="As much as they need to know. It is on no relative’s page.",
    )

    def not_asked(self, page: RowPage) -> tuple[str, ...]:
        return ("asked_words", "helps_words", "tried", *super().not_asked(page))


class PartForm(forms.Form):
    """One part of what is known of a father, a father figure or a second parent."""

    def __init__(
        self, data: Any = None, *, fields: Mapping[str, forms.Field], said: Mapping[str, Any], version: int
    ) -> None:
        super().__init__(data, initial={name: said.get(name) for name in fields})
        self.fields |= fields
        self.fields["version"] = version_field(version)

    def said(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class ComingForm(forms.Form):
    """Who does not come, which kind comes nearest, and what is done that fits it."""

    person = forms.ChoiceField(label="Who?", error_messages=NOT_OFFERED)
    response = forms.ChoiceField(
        label="Which kind comes nearest, and what do we do?",
        help_text="Each kind has answers of its own. The kinds are explained above.",
        error_messages=NOT_OFFERED,
    )
    seen = LongText(label="What do you see that makes you think so?", most=MOST_WORDS)
    view = LongText(label="What do they say themselves?", most=MOST_WORDS, required=False)
    doing = PlainText(label="What do we do now, and who does it?", limit="line", required=False)
    together = PlainText(
        label="With whom did you think about it?",
        limit="line",
        help_text="Slowly, together, with more than one agency.",
    )
    adult_services = PlainText(
        label="Which adult services know them, or should be asked?", limit="line", required=False
    )
    look_again_on = DayField(label="When does somebody look at this again?", help_text=AGAIN)

    def __init__(self, data: Any = None, *, offered: Offered) -> None:
        super().__init__(data)
        self.fields["person"].choices = [("", "Choose"), *offered.people]
        self.fields["response"].choices = [
            ("", "Choose"),
            *((kind.says, [(f"{kind.name}.{name}", says) for name, says in kind.responses]) for kind in offered.kinds),
        ]

    def said(self) -> NotComingSaid:
        kind, _, response = self.cleaned_data["response"].partition(".")
        parts = ("seen", "view", "doing", "together", "adult_services", "look_again_on")
        return NotComingSaid(kind=kind, response=response, **{part: self.cleaned_data[part] for part in parts})
