"""Forms of sharing. They gather words; what makes a sound decision is decided in access."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from kith.apps.access.projections import ConsentCard
from kith.apps.access.queries import consent_kinds, sharing_words
from kith.apps.access.services import Answered, Offer, Weighed, roles_to_share_with
from kith.kernel.days import day_words
from kith.web.children.fields import DayField, PlainText, one_of

USUAL_DAYS = 182
USUAL_ROLES = ["manager", "practitioner"]
ALWAYS = ("name", "person")
SHARED, REFUSED, TOLD = "shared", "refused", "told"
OUTCOMES = [
    (SHARED, "Yes. Another agency may see it in Kith"),
    (TOLD, "Yes. It was passed on by telephone, in a meeting or by letter"),
    (REFUSED, "No, it is not shared"),
]


def _listed(words: Mapping[str, str]) -> list[tuple[str, str]]:
    return [("", "Choose"), *words.items()]


def _line(label: str, hint: str = "", *, limit: str = "line", must: str = "") -> PlainText:
    messages = {"required": must} if must else {}
    return PlainText(limit=limit, label=label, help_text=hint, required=bool(must), error_messages=messages)


class DecideForm(forms.Form):
    """One decision, yes or no: the same questions either way."""

    who_asked = _line(
        "Who asked?", "A name and where they work. “Nobody, I offered it” is fine.", limit="name", must="Say who asked."
    )
    what = _line("What did they ask for?", must="Say what was asked for.")
    recipient_words = _line(
        "Who would get it?", "A name and their part with the child.", limit="name", must="Say who would get it."
    )
    purpose = forms.ChoiceField(label="What is it for?", error_messages={"required": "Choose what it is for."})
    basis = forms.ChoiceField(
        label="What in law allows it?",
        help_text="You do not need anybody’s agreement where a child is, or may be, at risk.",
        error_messages={"required": "Choose what in law allows it, or would."},
    )
    condition = forms.ChoiceField(label="Are there special facts in it, about health, beliefs or crimes?")
    informed = forms.ChoiceField(
        label="Have you told the child or family who gets what, and why?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether they were told."},
    )
    why_not_informed = _line("If not: why would it not be safe, or not possible?")
    necessity = _line(
        "Why is it needed?", "What could they not do without it?", must="Say why it is needed, or is not."
    )
    proportionality = _line("Why this much, and no more?", must="Say why this much.")
    accuracy = _line("How do you know it is right and not out of date?", must="Say how you know that it is right.")
    detriment = _line(
        "What would do more harm: sharing it, or keeping silent?",
        "Keeping somebody safe comes before keeping something private. Think of whom it could put in danger.",
        must="Say what would do more harm.",
    )
    outcome = forms.ChoiceField(
        label="What do you decide?",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what you decide."},
    )
    method = _line("How is it passed on?", "Leave this empty for what they see in Kith.", limit="name")
    follow_up = _line("What happens next?")
    receiver = forms.ChoiceField(label="Which agency may see it in Kith?", required=False)
    kinds = forms.MultipleChoiceField(
        label="What may they see?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Name and age always go with it. Whatever is sealed stays shut.",
    )
    roles = forms.MultipleChoiceField(
        label="Who there may see it?", widget=forms.CheckboxSelectMultiple, required=False
    )
    level = forms.ChoiceField(
        label="How far?",
        choices=[("read", "They may read it"), ("summary", "They may see the name, and whom to ask")],
        widget=forms.RadioSelect,
        initial="read",
        required=False,
    )
    until = DayField(
        label="Until which day?", required=False, help_text="It stops by itself on that day. You can decide again."
    )
    consent = forms.ChoiceField(
        label="On whose agreement?", required=False, help_text="Only where nothing else in law allows it."
    )

    def __init__(
        self, data: Any, *, agencies: Iterable[tuple[str, str]], consents: Iterable[ConsentCard], today: dt.date
    ) -> None:
        self.today = today
        usual_end = today + dt.timedelta(days=USUAL_DAYS)
        super().__init__(data, initial={"until": usual_end, "roles": USUAL_ROLES, "condition": "none"})
        agreed = [(c.ref, f"{c.given_by}, {day_words(c.given_on)}") for c in consents if c.may_carry_a_share]
        choices = {
            "purpose": _listed(sharing_words("purposes")),
            "basis": _listed(sharing_words("bases")),
            "condition": list(sharing_words("conditions").items()),
            "receiver": _listed(dict(agencies)),
            "kinds": [(kind, words) for kind, words in sharing_words("kinds").items() if kind not in ALWAYS],
            "roles": list(roles_to_share_with().items()),
            "consent": [("", "None is needed"), *agreed],
        }
        for name, listed in choices.items():
            self.fields[name].choices = listed

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("outcome") == SHARED:
            for name, sentence in (("receiver", "Choose the agency."), ("until", "Give the day on which it stops.")):
                if not said.get(name):
                    self.add_error(name, sentence)
        return said

    def weighed(self) -> Weighed:
        return Weighed(**{name: self.cleaned_data.get(name, "") for name in Weighed.__dataclass_fields__})

    def offer(self) -> Offer | None:
        said = self.cleaned_data
        if said["outcome"] != SHARED:
            return None
        return Offer(
            receiver_ref=said["receiver"],
            kinds=tuple(said["kinds"]) or ("person",),
            roles=tuple(said["roles"]),
            level=said["level"] or "read",
            since_on=self.today,
            until_on=said["until"],
            consent_ref=said["consent"],
        )


class ConsentForm(forms.Form):
    """Who said yes or no to what, when, and what stands beside it."""

    kind = one_of("What did they say yes or no to?")
    is_yes = one_of("What did they say?", [("yes", "Yes"), ("no", "No")])
    given_by = _line(
        "Who said it?", "The child, or somebody who may decide for them.", limit="name", must="Say who said it."
    )
    words = _line("In their own words, where you can", must="Say what they said.")
    given_on = DayField(label="When?", required=True, error_messages={"required": "Give the day."})
    is_childs_own = forms.BooleanField(label="The child or young person said it themselves", required=False)
    competence = _line(
        "If so: how do you know that they understand?",
        "What it is about, what follows from a yes and from a no, and that the choice is theirs.",
    )
    reasoning = _line(
        "If they said no: what does that mean for the child’s safety, and what do you do?",
        "Their no and the child’s right to be kept safe stand side by side.",
    )
    look_again_on = DayField(label="If they said no: when does somebody look at it again?", required=False)

    def __init__(self, data: Any = None, *, today: dt.date) -> None:
        super().__init__(data, initial={"given_on": today, "kind": "share", "is_yes": "yes"})
        self.fields["kind"].choices = [(name, f"{kind.says}. {kind.asks}") for name, kind in consent_kinds().items()]

    def answered(self) -> Answered:
        said = dict(self.cleaned_data)
        return Answered(**(said | {"is_yes": said["is_yes"] == "yes"}))


class TakeBackForm(forms.Form):
    """What somebody said when they changed their mind."""

    words = _line("What did they say?", "You can leave this empty. Nobody has to say why.")


class EndForm(forms.Form):
    """Why a share ends before its day."""

    why = _line("Why does it end?", must="Say in a sentence why it ends.")
