"""The questions about a father or second parent, part by part. No answer is needed, and none assumes who is who."""

from collections.abc import Callable, Mapping

from django import forms

from kith.apps.occasions.queries import MOST_WORDS, parent_words
from kith.web.children.fields import NOT_OFFERED, DayField, LongText, PlainText, one_of

LEADS: Mapping[str, str] = {
    "found": "How we know who they are, and where they can be thought of.",
    "safety": "Ask the other parent and the child, each alone, before anybody gets in touch. Until somebody says yes, "
    "Kith asks nobody to ring or write.",
    "spoken": "What they were told, in the words that were used, and what they said.",
    "weighed": "Both are written, or neither: nobody is only a risk, or only a help.",
    "not_involved": "Who said so, what was checked, and when somebody looks again.",
}


def _answers(label: str, part: str) -> forms.Field:
    return one_of(label, [("", "Nothing is said"), *parent_words(part).items()], required=False)


def _line(label: str, **options: str) -> forms.Field:
    return PlainText(label=label, limit="line", required=False, **options)


def _long(label: str, help_text: str = "") -> forms.Field:
    return LongText(label=label, most=MOST_WORDS, required=False, help_text=help_text)


def _day(label: str, help_text: str = "") -> forms.Field:
    return DayField(label=label, required=False, help_text=help_text)


def _name(label: str) -> forms.Field:
    return PlainText(label=label, required=False)


def _found() -> dict[str, forms.Field]:
    return {
        "identified": _answers("How do we know who they are?", "identified"),
        "identified_words": _line("More about that"),
        "responsibility": _answers("Do they hold parental responsibility?", "responsibility"),
        "place": _answers("Where are they?", "place"),
    }


def _safety() -> dict[str, forms.Field]:
    return {
        "asked_parent_on": _day("Other parent asked alone, on which day?"),
        "asked_child_on": _day("Child asked alone, on which day?"),
        "child_not_asked": _line("If the child was not asked: why?", help_text="“He is 8 weeks old.”"),
        "safety": _answers("Is it safe to get in touch with them?", "safety"),
        "ways": forms.MultipleChoiceField(
            label="By which way is it safe?",
            required=False,
            choices=list(parent_words("ways").items()),
            widget=forms.CheckboxSelectMultiple,
            error_messages=NOT_OFFERED,
        ),
        "safety_words": _line("Why, or what to take care of", help_text="It is on no relative’s page."),
    }


def _spoken() -> dict[str, forms.Field]:
    return {
        "spoken_by": _name("Who spoke to them?"),
        "spoken_on": _day("On which day?"),
        "worries": _long("What were they told about what worries us?", "In plain words, as they were said."),
        "expected": _long("What were they told about what is expected of them?"),
        "view": _long("What do they think?", "In their own words."),
        "offers": _long("What do they offer?"),
    }


def _weighed() -> dict[str, forms.Field]:
    return {
        "risk": _long("What could go wrong for the child?", "“None that we know of” is an answer."),
        "resource": _long("What could help the child?"),
    }


def _not_involved() -> dict[str, forms.Field]:
    return {
        "not_involved_by": _name("Who said “not involved”?"),
        "not_involved_on": _day("On which day?"),
        "checked": _line("What was checked?", help_text="School, health records, who pays, who the child speaks of."),
        "next_on": _day("When does somebody look at this again?"),
    }


FIELDS: Mapping[str, Callable[[], dict[str, forms.Field]]] = {
    "found": _found,
    "safety": _safety,
    "spoken": _spoken,
    "weighed": _weighed,
    "not_involved": _not_involved,
}
