"""Invented forms in the states a page can meet them: new, refused, long."""

from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_people import PEOPLE_CHOICES

TOLD_BY = SampleField("told_by", "Who told us?", help_text="A person, or words such as “health visitor”")
CERTAINTY = SampleField(
    "certainty", "How sure are we?", "radioselect", choices=(("sure", "Sure"), ("not_sure", "Not sure")), held="sure"
)
VERSION = SampleField("version", "", "hidden", held="7", is_hidden=True)
PERSON_FORM = SampleForm(
    (
        VERSION,
        SampleField("called", "What do you call them?", help_text="A name, or what you know: “Baz”, “Dad’s mother”"),
        SampleField(
            "relation",
            "Who are they to Kwabena Ashdown?",
            "radioselect",
            held="parent",
            choices=(
                ("parent", "Parent"),
                ("partner", "Partner"),
                ("child", "Child"),
                ("sibling", "Brother or sister"),
            ),
        ),
        TOLD_BY,
        SampleField("born", "Born", help_text="“3 February 2015”, “about 1960” or “spring 2019”"),
        SampleField("has_died", "They have died", "checkbox"),
        CERTAINTY,
    )
)
WRONG_FORM = SampleForm(
    (
        VERSION,
        SampleField(
            "called", "What do you call them?", held="", errors=("Write what you call them. A first name is enough",)
        ),
        SampleField("told_by", "Who told us?", held="Kwabena"),
        SampleField("born", "Born", held="the 31st of June", errors=("There is no day 31 in June: it has 30 days.",)),
    ),
    is_bound=True,
)
TIE_KINDS = (
    ("", "Choose"),
    ("Partners", (("married", "Married"),)),
    ("Feelings", (("close", "Close"), ("distant", "Distant"))),
)
TIE_FORM = SampleForm(
    (
        SampleField("a", "Who?", "radioselect", choices=PEOPLE_CHOICES, held="safiya"),
        SampleField("kind", "What is between them?", "select", choices=TIE_KINDS, held="close"),
        SampleField("b", "To whom?", "radioselect", choices=PEOPLE_CHOICES),
        TOLD_BY,
        SampleField("since", "Since when?"),
        CERTAINTY,
    )
)
HOUSEHOLD_FORM = SampleForm(
    (
        SampleField("name", "What do people call this home?", help_text="“Nan’s”, “14 Quay Row”"),
        SampleField("members", "Who lives there?", "checkboxselectmultiple", choices=PEOPLE_CHOICES, held=["noor"]),
        SampleField("since", "Since when?"),
        TOLD_BY,
        SampleField("address", "Address", "textarea"),
    )
)
FILE_FORM = SampleForm((SampleField("file", "Which file?", "file", help_text="At most 2 MB."),))
WRONG_FILE = SampleForm(
    (SampleField("file", "Which file?", "file", errors=("Line 3: this is not a family file.",)),), is_bound=True
)
CONFIRM_FORM = SampleForm(
    (SampleField("about", "Who in this file is Noor?", "select", choices=(("", "Choose"), ("I1", "Noor Wrayburn"))),)
)
WARNED_FORM = SampleForm((*CONFIRM_FORM.fields, SampleField("unsafe_why", "Why is it saved all the same?")))
CHANGE_FORM = SampleForm(
    (
        VERSION,
        SampleField("birth", "When were they born?", held="about 1960"),
        SampleField(
            "sex", "Sex registered at birth", "select", choices=(("", "Not recorded"), ("F", "Female")), held="F"
        ),
        CERTAINTY,
    )
)
ACCOUNT_FORM = SampleForm(
    (
        VERSION,
        SampleField("agrees", "Does it agree?", "radioselect", choices=(("yes", "Yes"), ("no", "No"))),
        TOLD_BY,
    )
)
