"""Forms of telling and deciding. They gather words; the rules live in the cases app."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.apps.cases.projections import DelayTold, NotBroughtTold, NoticeTold, StepTaken, Teller, Told
from kith.apps.cases.queries import FAMILY_KNOWS, HOW_ADULTS_WORK, MOST_WORDS
from kith.web.children.fields import DAYS, NOT_OFFERED, LongText, PartialDateField, PlainText, one_of, version_field
from kith.web.family_words import say

ABOUT_CHILD, ABOUT_BABY, ABOUT_ADULT = "child", "baby", "adult"
PARTS = ("words", "child_name", "child_age", "child_where", "others", "family_knows")
ADULT_PARTS = ("words", "adult_name", "adult_work", "adult_how", "child_name")


def _long(label: str, **options: Any) -> LongText:
    return LongText(label=label, most=MOST_WORDS, **options)


def _day(label: str, **options: Any) -> forms.DateField:
    given: dict[str, Any] = {"label": label, "help_text": "“24 November 2026” or “24/11/2026”."}
    wrong = {"invalid": "Write a day such as “24 November 2026”."}
    return forms.DateField(input_formats=DAYS, widget=forms.TextInput, error_messages=wrong, **given | options)


def _line(label: str, **options: Any) -> PlainText:
    given: dict[str, Any] = {"label": label, "required": False, "limit": "line"}
    return PlainText(**given | options)


class PublicForm(forms.Form):
    """What anybody may tell; only the worry itself is needed."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"about": ABOUT_CHILD})
        asks = [(about, say(f"tell_us.about_{about}")) for about in (ABOUT_CHILD, ABOUT_BABY, ABOUT_ADULT)]
        self.fields["about"] = one_of(say("tell_us.about"), asks)
        self.fields["words"] = _long(
            label=say("tell_us.words"),
            help_text=say("tell_us.words_help"),
            error_messages={"required": say("tell_us.words_missing")},
        )
        self.fields["child_name"] = _line(say("tell_us.child_name"), limit="name")
        self.fields["child_age"] = _line(say("tell_us.child_age"), limit="date")
        self.fields["child_where"] = _line(say("tell_us.child_where"), help_text=say("tell_us.child_where_help"))
        self.fields["mother"] = _line(say("tell_us.mother"), limit="name", help_text=say("tell_us.mother_help"))
        self.fields["due"] = _line(say("tell_us.due"), limit="date", help_text=say("tell_us.due_help"))
        self.fields["others"] = _line(say("tell_us.others"))
        self.fields["name"] = _line(say("tell_us.name"), limit="name", help_text=say("tell_us.name_help"))
        self.fields["reach"] = _line(say("tell_us.reach"), help_text=say("tell_us.reach_help"))

    @property
    def is_about_adult(self) -> bool:
        return bool(self.cleaned_data["about"] == ABOUT_ADULT)

    def told(self) -> Told:
        """A baby is not born yet where somebody says so, and where they say when the baby will come."""
        said = self.cleaned_data
        parts = {part: said[part] for part in ("words", "child_name", "child_age", "child_where", "others", "mother")}
        return Told(unborn=said["about"] == ABOUT_BABY or bool(said["due"] and not self.is_about_adult), **parts)

    def teller(self) -> Teller:
        return Teller(name=self.cleaned_data["name"], reach=self.cleaned_data["reach"])


class ChildForm(forms.Form):
    """What somebody at work tells the front door about a child."""

    words = _long(
        label="What are you worried about?",
        help_text="What you saw and heard, when, and what the child said in their own words.",
    )
    child_name = _line("The child’s name", limit="name", help_text="A first name is enough, if it is all you know.")
    child_age = _line("How old are they, or when were they born?", limit="date")
    child_where = _line(
        "Where do they live and learn?",
        help_text="Any school, taught at home, or no school: the help is the same.",
    )
    others = _line("Who else is at home?", help_text="Brothers and sisters too. You tell us once for all of them.")
    family_knows = one_of("Does the family know that you are telling us?", FAMILY_KNOWS.items())

    def told(self) -> Told:
        return Told(**{part: self.cleaned_data[part] for part in PARTS})


class UnbornForm(forms.Form):
    """What somebody at work tells the front door about a baby who is not born yet."""

    words = _long(label="What are you worried about?", help_text="What you saw and heard, when, and who said it.")
    expected = PartialDateField(
        label="When is the baby expected?", help_text="“19 February 2027”, or “February 2027” is fine."
    )
    mother = _line("The mother’s name", limit="name", help_text="If you know it. The baby needs no name.")
    child_where = _line("Where does she live, and who is her midwife?")
    others = _line("Who else is at home?", help_text="Children too. You tell us once for all of them.")
    family_knows = one_of("Does the family know that you are telling us?", FAMILY_KNOWS.items())

    def told(self) -> Told:
        said = self.cleaned_data
        parts = {part: said[part] for part in ("words", "mother", "child_where", "others", "family_knows")}
        return Told(unborn=True, expected=said["expected"].code if said["expected"] else "", **parts)


class AdultForm(forms.Form):
    """What somebody at work tells the designated officer about an adult."""

    words = _long(label="What happened, or what is said?", help_text="When, where, and who saw or heard it.")
    adult_name = _line("The adult’s name", required=True, limit="name")
    adult_work = _line(
        "Where do they work or help with children?",
        required=True,
        help_text="Every place you know of. Nobody who works there will be able to open this.",
    )
    adult_how = one_of("How do they work there?", HOW_ADULTS_WORK.items())
    child_name = _line("Is there a child it is about? Their name", limit="name")

    def told(self) -> Told:
        return Told(**{part: self.cleaned_data[part] for part in ADULT_PARTS})


class DecisionForm(forms.Form):
    """The outcome and the reason, against the version that the page showed."""

    outcome = one_of("What do you decide?", ())
    reason = _long(label="Why?", help_text="A professional who told us reads these words.")

    def __init__(self, data: Any = None, *, outcomes: Iterable[tuple[str, str]], version: int, why: str = "") -> None:
        super().__init__(data)
        self.fields["outcome"].choices = list(outcomes)
        self.fields["reason"].help_text = why or self.fields["reason"].help_text
        self.fields["version"] = version_field(version)


class AgainForm(forms.Form):
    """Why a second look is asked for."""

    why = _long(label="Why do you ask for a second look?", help_text="Somebody else looks again, and reads this.")

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data)
        self.fields["version"] = version_field(version)


class StepForm(forms.Form):
    """The step, its day, and why what it meets was late, if it was."""

    step = one_of("What happened?", ())
    on = _day("On which day?")
    words = _line("Who was there, and what was agreed?", help_text="One line. The meeting’s own papers say the rest.")
    delay = _line("If it was late: why?", limit="name", help_text="It stays late. The reason stands beside it.")
    agreed_by = _line("Who agreed that it may be late?", limit="name")

    def __init__(self, data: Any = None, *, steps: Iterable[tuple[str, str]], version: int) -> None:
        super().__init__(data)
        self.fields["step"].choices = list(steps)
        self.fields["version"] = version_field(version)

    def said(self) -> StepTaken:
        parts = ("step", "on", "words", "delay", "agreed_by")
        return StepTaken(**{part: self.cleaned_data[part] for part in parts})


class NoticeForm(forms.Form):
    """What a school has to know before the child comes in; a child in no school is told of to the front door."""

    child_name = _line("The child’s name", required=True, limit="name")
    child_age = _line("How old are they, or when were they born?", limit="date")
    school = forms.ChoiceField(
        label="Which school?",
        required=False,
        help_text="Every kind of school alike. In none, or taught at home? Then the front door is told.",
        error_messages=NOT_OFFERED,
    )
    happened_on = _day("On which day did it happen?")
    words = _long(
        label="What did the child live through?",
        help_text="What the school needs to be kind and watchful, and no more. No address.",
    )

    def __init__(self, data: Any = None, *, schools: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["school"].choices = [("", "In no school, or we do not know"), *schools]

    def told(self) -> NoticeTold:
        said = self.cleaned_data
        parts = {part: said[part] for part in ("child_name", "child_age", "happened_on", "words")}
        return NoticeTold(school_ref=said["school"], **parts)


class NotBroughtForm(forms.Form):
    """Which appointment, who was to bring the child, and what was in the way."""

    what = _line("Which appointment was it?", required=True, limit="name", help_text="“Hearing test, Saltmere”.")
    on = _day("On which day?")
    carer = _line("Who was to bring them?", required=True, limit="name", help_text="“Mum”, or “the foster carer”.")
    cause = one_of("What was in the way?", ())
    words = _line("What did they say, and what happens now?")

    def __init__(self, data: Any = None, *, causes: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["cause"].choices = list(causes)

    def told(self) -> NotBroughtTold:
        return NotBroughtTold(**{part: self.cleaned_data[part] for part in ("on", "what", "cause", "carer", "words")})


class DelayForm(forms.Form):
    """Why a clock is late or will be, what is done about it, and when somebody looks again."""

    reason = one_of("What is the reason?", ())
    words = _line("In your own words", help_text="One line: what happened, and what it means for the child.")
    done = _line("What is done about it?", help_text="“The police join by telephone on Thursday.”")
    agreed_by = _line("Who agreed that it may be late?", limit="name", help_text="A name and a post, or “nobody yet”.")
    look_again_on = _day("When does somebody look at it again?", required=False)

    def __init__(self, data: Any = None, *, reasons: Iterable[tuple[str, str]], again: dict[str, str]) -> None:
        super().__init__(data, initial=again)
        self.fields["reason"].choices = list(reasons)

    def told(self) -> DelayTold:
        return DelayTold(**{part: self.cleaned_data[part] for part in self.fields})


class LetInForm(forms.Form):
    """How somebody knows that an officer was kept out wrongly."""

    why = _line(
        "How do you know that they are neither employer nor colleague of the one who is named?",
        required=True,
        help_text="“Another Mr Ashby. I rang the club: ours never worked there.”",
    )
