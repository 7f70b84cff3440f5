"""Forms of group supervision. They gather words; the rules live in the supervision app."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from kith.apps.drafts.projections import DraftCard
from kith.apps.supervision.projections import Asked, AskForm, FacilitatorCard, FacilitatorTold, MeetingPage
from kith.apps.supervision.queries import MOST_WORDS, localities, points, seen_answers, words_of
from kith.web.children.fields import DayField, LongText, PlainText, one_of, version_field
from kith.web.drafting import left_in

A_DAY = "“24 November 2026” or “24/11/2026”."
NO_NAMES = "Name nobody. Those who triage need not know whose case it is."


def several(label: str, choices: Iterable[tuple[str, str]] = (), **options: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(choices), widget=forms.CheckboxSelectMultiple, required=False, **options
    )


def left(draft: DraftCard | None, several: Collection[str] = ()) -> dict[str, Any] | None:
    """What stands in a form at first: words that were left in it."""
    return left_in(draft.words, several) if draft else None


class AskingForm(forms.Form):
    """Why now, what is stuck, who is around, and whether the family was told."""

    why_now = LongText(label="Why now?", most=MOST_WORDS, help_text=NO_NAMES)
    stuck = LongText(label="What feels stuck?", most=MOST_WORDS, help_text="As you would say it to a colleague.")
    age_band = one_of("How old is the child, about?")
    is_transition = forms.BooleanField(label="Turning 18 plays a part", required=False)
    around = several("Which agencies are around the child?")
    network = several(
        "Who is in the network?", help_text="They are invited, and nobody who is tied to them is asked to lead."
    )
    locality = one_of("Where should you meet?")
    outside = PlainText(
        label="Who else should be asked to come?",
        limit="line",
        required=False,
        help_text="Name agencies or workers whom you do not see above. The business unit asks them, and tells them no "
        "child’s name.",
    )
    concerns = LongText(
        label="Is there anything about safety or power in the room?",
        most=MOST_WORDS,
        required=False,
        help_text="Somebody who rules the room, or whom somebody else is afraid of.",
    )
    consent = one_of("Was the family told?")
    consent_words = PlainText(label="What did they say?", limit="line", required=False)

    def __init__(self, data: Any = None, *, offered: AskForm) -> None:
        super().__init__(data, initial=left(offered.draft, several=("around", "network")))
        for name, choices in (
            ("age_band", offered.age_bands),
            ("around", offered.kinds),
            ("network", offered.network),
            ("locality", offered.localities),
            ("consent", offered.consents),
        ):
            self.fields[name].choices = list(choices)
        if not offered.network:
            del self.fields["network"]

    def said(self) -> Asked:
        said: dict[str, Any] = {"network": ()} | self.cleaned_data
        return Asked(**(said | {name: tuple(said[name]) for name in ("around", "network")}))


class TriageForm(forms.Form):
    """What should happen with a request, and why."""

    outcome = one_of("What should happen?")
    words = LongText(
        label="The reason, for whoever asked",
        most=MOST_WORDS,
        required=False,
        help_text="Needed unless it goes ahead. They read it as you write it.",
    )

    def __init__(
        self,
        data: Any = None,
        *,
        outcomes: Iterable[tuple[str, str, str]],
        version: int,
        draft: DraftCard | None = None,
    ) -> None:
        super().__init__(data, initial=left(draft))
        self.fields["outcome"].choices = [(key, f"{says}. {means}") for key, says, means in outcomes]
        self.fields["version"] = version_field(version)


class FacilitatorForm(forms.Form):
    """What the pool knows of a facilitator."""

    trained_on = DayField(label="On which day were they trained?", help_text=A_DAY)
    led_before = forms.IntegerField(label="How many have they led before?", min_value=0, max_value=999, initial=0)
    most_at_once = forms.IntegerField(label="How many can they hold at once?", min_value=1, max_value=9, initial=2)
    locality = one_of("Where would they go from?")

    def __init__(self, data: Any = None, *, card: FacilitatorCard | None = None, led_before: int = 0) -> None:
        first = {"trained_on": card.trained_on, "most_at_once": card.most_at_once} if card else {}
        first |= {"locality": card.locality_code, "led_before": led_before} if card else {}
        super().__init__(data, initial=first)
        self.fields["locality"].choices = list(localities().items())
        self.fields["version"] = version_field(card.version if card else 0)

    def told(self) -> FacilitatorTold:
        return FacilitatorTold(**{name: self.cleaned_data[name] for name in FacilitatorTold.__slots__})


class NewFacilitatorForm(FacilitatorForm):
    """The same with who it is, of those that were found."""

    worker = one_of("Who is it?")
    field_order = ("worker",)

    def __init__(self, data: Any = None, *, workers: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["worker"].choices = list(workers)


class SupportForm(forms.Form):
    """An offer of support."""

    kind = one_of("What do you offer?")
    on_day = DayField(label="On which day, if it is known?", required=False, help_text=A_DAY)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["kind"].choices = list(words_of("support").items())


class SupportAtWorkForm(SupportForm):
    """The same for somebody at work, of those that were found."""

    worker = one_of("For whom?")
    field_order = ("worker",)

    def __init__(self, data: Any = None, *, workers: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["worker"].choices = list(workers)


class InviteForm(forms.Form):
    """Somebody outside the network who is asked to come."""

    worker = one_of("Whom do you ask?")

    def __init__(self, data: Any = None, *, workers: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["worker"].choices = list(workers)


class NetworkMeetingForm(forms.Form):
    """That those who lead met."""

    on_day = DayField(label="On which day did they meet?", help_text=A_DAY)
    came = several("Who came?")

    def __init__(self, data: Any = None, *, pool: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["came"].choices = list(pool)


class PeerTalkForm(forms.Form):
    """That one thought together with peers."""

    on_day = DayField(label="On which day?", help_text=A_DAY)
    with_whom = several("With whom?")
    how = one_of("How was it for you?", required=False)

    def __init__(self, data: Any = None, *, peers: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["with_whom"].choices = list(peers)
        self.fields["how"].choices = list(words_of("peer_hows").items())


class ObservedForm(forms.Form):
    """How a meeting was led that one watched: each line of what good looks like, and two sentences."""

    strengths = PlainText(
        label="What did they do well?", limit="line", required=False, help_text="How they led, and not what was said."
    )
    to_try = PlainText(label="One thing to try next time", limit="line", required=False, help_text="Name nobody.")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for point, says in points().items():
            self.fields[point] = one_of(says)
            self.fields[point].choices = list(seen_answers().items())
        self.order_fields([*points(), "strengths", "to_try"])

    def seen(self) -> dict[str, str]:
        return {point: self.cleaned_data[point] for point in points()}


class AwayForm(forms.Form):
    """Days on which a facilitator cannot."""

    first = DayField(label="From which day?", help_text=A_DAY)
    last = DayField(label="Until which day, that day included?")


class NeedsForm(forms.Form):
    """What support a facilitator wants."""

    needs = PlainText(label="What support would help you?", limit="line", required=False)


class OfferForm(forms.Form):
    """A day for the poll."""

    day = DayField(label="Which day do you offer?", help_text=A_DAY)


class SettleForm(forms.Form):
    """The day that was found, with time and place."""

    on_day = DayField(label="On which day do you meet?", help_text=A_DAY)
    where = PlainText(label="At what time, and in which room or by which link?")

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data)
        self.fields["version"] = version_field(version)


class HappenedForm(forms.Form):
    """That it happened: the day, who came, and themes from the list."""

    on_day = DayField(label="On which day was it?", help_text=A_DAY)
    came = several("Who came?")
    themes = several("Which themes, if any of these?", help_text="Nothing else is kept.")

    def __init__(self, data: Any = None, *, page: MeetingPage) -> None:
        super().__init__(data)
        self.fields["came"].choices = list(page.people)
        self.fields["themes"].choices = list(page.themes)


class AnswersForm(forms.Form):
    """One short form, without a name."""

    changed = one_of("Did it change what you do?")
    words = LongText(
        label="For whom, and how do you know?",
        most=MOST_WORDS,
        required=False,
        help_text="Name nobody. Somebody reads your words first; what makes anybody known is not shown.",
    )

    def __init__(self, data: Any = None, *, draft: DraftCard | None = None) -> None:
        super().__init__(data, initial=left(draft))
        self.fields["changed"].choices = list(words_of("changed").items())


class WindowForm(forms.Form):
    """A window of days and an age group."""

    since = DayField(label="From which day?", help_text=A_DAY)
    until = DayField(label="Until the day before which?")
    ages = forms.ChoiceField(label="Which ages?", required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        bands = words_of("age_bands").items()
        self.fields["ages"].choices = [("", "All ages"), ("transition", "Turning 18, or 18 to 25"), *bands]
