"""Forms about voices, labels and waiting. They gather words; the rules live in the voices app."""

from typing import Any

from django import forms

from kith.apps.people.queries import language_code, language_name
from kith.apps.voices.projections import (
    AnswerForm as AnswerOffered,
)
from kith.apps.voices.projections import (
    AnswerSaid,
    LabelForm,
    RatingSaid,
    ViewSaid,
    VoiceForm,
    VoiceSaid,
    WaitingForm,
    WaitingSaid,
)
from kith.apps.voices.queries import A_WORKER, MOST_NOTE, MOST_WORDS
from kith.kernel.errors import KithError
from kith.web.children.fields import NOT_OFFERED, DayField, LongText, PartialDateField, PlainText, one_of, version_field
from kith.web.loading.forms import PictureForm

ABOUT_WHEN = "As exactly as you know it: “14 November 2026”, “November 2026”, “spring 2026”."
A_DAY = "“24 November 2026” or “24/11/2026”."
WRITES_IT = "Whoever writes it down, or the name below"
IF_NOT_YOU = "Leave this empty if it was you."


class LanguageField(PlainText):
    """One language by its English name; becomes its code."""

    def clean(self, value: Any) -> str:
        name = super().clean(value)
        try:
            return language_code(name) if name else ""
        except KithError as problem:
            raise forms.ValidationError(problem.message) from None

    def prepare_value(self, value: Any) -> Any:
        return language_name(value) if isinstance(value, str) and value else value


class SayingForm(forms.Form):
    """What a child said, drew or did, when, in which way, and who heard it."""

    words = LongText(
        label="What did they say? In their own words",
        most=MOST_WORDS,
        required=False,
        help_text="Word for word, in their language. It is kept whole, however long.",
    )
    did = LongText(
        label="What did they do?",
        most=MOST_WORDS,
        required=False,
        help_text="For babies, for children who do not speak, and for what is said without words. What you saw, only.",
    )
    on = PartialDateField(label="When was that?", required=True, help_text=ABOUT_WHEN)
    way = one_of("How did they say or show it?")
    is_about_me = forms.BooleanField(
        label="They say here who they are: show it at the head of their page",
        required=False,
        help_text="The newest of these stands there.",
    )
    drew = LongText(
        label="What did they draw or make?",
        most=MOST_WORDS,
        required=False,
        help_text="What is in it, as they told it. The picture itself can be added afterwards.",
    )
    meaning = LongText(
        label="What may that mean?",
        most=MOST_WORDS,
        required=False,
        help_text="Your thought, or that of somebody who knows them well. It is kept apart from what they did.",
    )
    language = LanguageField(label="In which language?", required=False, help_text="Write it in English: “Turkish”.")
    hearer = forms.ChoiceField(label="Who heard or saw it?", required=False, error_messages=NOT_OFFERED)
    heard_by = PlainText(
        label="The name of somebody who is not in the list",
        required=False,
        help_text="A relative, a friend, a professional without an account here.",
    )

    def __init__(self, data: Any = None, *, offered: VoiceForm) -> None:
        parts = ("words", "on", "way", "is_about_me", "drew", "did", "meaning", "language", "hearer", "heard_by")
        said = offered.said
        super().__init__(data, initial={part: getattr(said, part) for part in parts} if said else {})
        self.fields["way"].choices = list(offered.ways)
        self.fields["hearer"].choices = [("", WRITES_IT), *offered.hearers, (A_WORKER, "A worker, without a name")]
        self.fields["version"] = version_field(offered.version)

    def said(self) -> VoiceSaid:
        return VoiceSaid(**{part: value for part, value in self.cleaned_data.items() if part != "version"})


class CameForm(forms.Form):
    """What came of a voice: one of the answers, in words, when and by whom."""

    def __init__(self, data: Any = None, *, offered: AnswerOffered) -> None:
        parts, said = ("what", "words", "on", "reply", "by_whom"), offered.said
        super().__init__(data, initial={part: getattr(said, part) for part in parts} if said else {})
        self.kind = offered.kind
        self.fields["what"] = one_of(offered.asks, offered.what)
        self.fields["words"] = LongText(label=offered.words, most=MOST_NOTE)
        self.fields["on"] = PartialDateField(label="When was that?", required=True, help_text=ABOUT_WHEN)
        if offered.has_reply:
            self.fields["reply"] = LongText(
                label="What did the child say to that?",
                most=MOST_WORDS,
                required=False,
                help_text="In their own words, or what they showed.",
            )
        self.fields["by_whom"] = PlainText(label=offered.who, required=False, help_text=IF_NOT_YOU)
        self.fields["version"] = version_field(offered.version)

    def said(self) -> AnswerSaid:
        said = {part: value for part, value in self.cleaned_data.items() if part != "version"}
        return AnswerSaid(kind=self.kind, **said)


class ViewForm(forms.Form):
    """What the young person says of a rating."""

    stance = one_of("How do they see it?", required=False)
    view = LongText(
        label="What do they say of it, in their own words?",
        most=MOST_WORDS,
        required=False,
        help_text="Kept whole, and shown beside the rating wherever it stands.",
    )
    view_on = DayField(label="On which day did they say so?", required=False, help_text="Leave this empty for today.")
    heard_by = PlainText(label="Who heard it?", required=False, help_text=IF_NOT_YOU)

    def __init__(self, data: Any = None, *, stances: Any) -> None:
        super().__init__(data)
        self.fields["stance"].choices = list(stances)

    def said_of_it(self) -> ViewSaid:
        said = self.cleaned_data
        return ViewSaid(stance=said["stance"], words=said["view"], heard_by=said["heard_by"], on=said["view_on"])


class RatingForm(ViewForm):
    """What a label says now, by whom and why; and the young person's view of it, or who will ask."""

    kind = forms.ChoiceField(widget=forms.HiddenInput)
    rating = one_of("What does it say?")
    on = DayField(label="On which day was it made?", help_text=A_DAY)
    made_by = PlainText(label="Who made it?", help_text="Their name and their agency.")
    reason = LongText(label="Why? What does it rest on?", most=MOST_NOTE)
    who_asks = PlainText(
        label="If nobody has asked them yet: who will?",
        required=False,
        help_text="A label never stands without their view, or without somebody who will ask for it.",
    )
    ask_by = DayField(label="By which day?", required=False, help_text=A_DAY)
    look_again_on = DayField(
        label="When does somebody look at it again?",
        required=False,
        help_text="Leave this empty for what is usual for this label.",
    )
    field_order = ("kind", "rating", "on", "made_by", "reason", "stance", "view", "who_asks", "ask_by")

    def __init__(self, data: Any = None, *, offered: LabelForm) -> None:
        super().__init__(data, stances=offered.stances)
        self.fields["kind"].choices = [(name, says) for name, says, _ in offered.kinds]
        self.fields["kind"].initial = offered.kinds[0][0]
        self.fields["rating"].choices = list(offered.ratings)
        self.fields["version"] = version_field(offered.version)

    def said(self) -> RatingSaid:
        said = self.cleaned_data
        plain = ("kind", "rating", "on", "made_by", "reason", "look_again_on", "who_asks", "ask_by")
        is_asked = bool(said["stance"] or said["view"])
        return RatingSaid(view=self.said_of_it() if is_asked else None, **{name: said[name] for name in plain})


class WaitingWell(forms.Form):
    """For what a child waits, and the plan of contact."""

    what_for = PlainText(label="What do they wait for?", limit="line", help_text="“Talking therapy at the clinic”.")
    waits_on = one_of("What does it wait on?")
    since = DayField(label="Since which day?", help_text=A_DAY)
    keeps_in_touch = PlainText(label="Who keeps in touch meanwhile?", help_text="Somebody they know, by name.")
    how = PlainText(
        label="How, and how often?",
        limit="line",
        help_text="“A walk on Fridays, and a message when something changes.”",
    )
    next_on = DayField(label="By which day are they next in touch?", help_text=A_DAY)
    words = LongText(
        label="What do they say about the waiting?",
        most=MOST_WORDS,
        required=False,
        help_text="In their own words, also if others say that they are not ready.",
    )
    ended_on = DayField(
        label="On which day did the waiting end?", required=False, help_text="Leave this empty while they wait."
    )
    how_ended = PlainText(label="How did it end?", limit="line", required=False)

    def __init__(self, data: Any = None, *, offered: WaitingForm) -> None:
        said = offered.said
        parts = [name for name in self.base_fields if name != "version"]
        super().__init__(data, initial={part: getattr(said, part) for part in parts} if said else {})
        self.fields["waits_on"].choices = list(offered.waits)
        self.fields["version"] = version_field(offered.version)
        if said is None:
            del self.fields["ended_on"], self.fields["how_ended"]

    def said(self) -> WaitingSaid:
        return WaitingSaid(**{part: value for part, value in self.cleaned_data.items() if part != "version"})


class DrawingForm(PictureForm):
    """A picture of what a child drew or made."""

    too_large = "This picture is over 8 MB. Save it smaller, or take it once more."
    picture = forms.FileField(
        label="Which picture?",
        help_text="A photo or a scan: PNG, JPEG or WebP, at most 8 MB. Where and when it was taken is not kept.",
        error_messages={
            "required": "Choose a picture of at most 8 MB.",
            "empty": "This file is empty. Choose the picture.",
        },
    )
