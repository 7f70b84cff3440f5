"""Invented contexts for what a child says and shows, labels with the child's view, and waiting."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.voices.projections import (
    AnswerCard,
    DrawingCard,
    EarlierCard,
    LabelCard,
    LabelsPage,
    Quote,
    RatingCard,
    ViewCard,
    VoiceCard,
    VoicesHead,
    VoicesPage,
    WaitingCard,
)
from kith.web.tests.sample_fields import SampleField, SampleForm

AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
ROWAN = "Rowan Achterberg, Tidewise Young Carers"
CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn")
NONE = Quote("")
VOICE = VoiceCard(
    ref="v1",
    version=1,
    when="10 November 2026",
    way="Spoken, in Turkish",
    heard_by=ROWAN,
    recorded_by=ROWAN,
    recorded_at=AT,
    last_by=ROWAN,
    words=Quote("I like swimming, Anneanne’s lentil soup and being asked, not told."),
    drew=NONE,
    did=NONE,
    meaning=NONE,
    is_about_me=True,
    answers=(
        AnswerCard(
            ref="a1",
            version=1,
            kind="used",
            what="In a meeting",
            words="Read out at the start of the review.",
            when="12 November 2026",
            by=ROWAN,
        ),
        AnswerCard(
            ref="a2",
            version=1,
            kind="told",
            what="In a talk",
            words="That reviews begin with her now.",
            when="14 November 2026",
            by=ROWAN,
            reply=Quote("Good. Can Dad come to the gala?"),
            last_by="Gwen Tallis, Health",
            earlier=(EarlierCard(words="In a letter or a message", by=ROWAN, at=AT),),
        ),
    ),
    answers_out=(
        AnswerCard(
            ref="a0",
            version=2,
            kind="used",
            what="In court",
            words="That was another child’s hearing.",
            when="11 November 2026",
            by=ROWAN,
            is_taken_out=True,
        ),
    ),
    earlier=(EarlierCard(words="I like swimming and soup.", by=ROWAN, at=AT),),
)
BABY = replace(
    VOICE,
    ref="v2",
    words=NONE,
    way="By what they did",
    drew=Quote("Two suns over a pool."),
    did=Quote("Stops crying when Hana picks him up."),
    meaning=Quote("He may look for Hana when he is upset."),
    is_about_me=False,
    answers=(),
    earlier=(),
    drawings=(DrawingCard(ref="d1", version=1),),
)
LONG = replace(VOICE, ref="v3", words=Quote("أحب السباحة. " * 1_500), answers=(), earlier=(), is_about_me=False)
KINDS = (
    ("used", "Where it was used", "Say where it was used"),
    ("changed", "What changed because of it", "Say what changed"),
    ("told", "What Noor was told", "Say what Noor was told"),
)


def _voices(*cards: VoiceCard, **changes: Any) -> dict[str, Any]:
    page: dict[str, Any] = {
        "voices": cards,
        "taken_out": (),
        "may_write": True,
        "may_see_labels": True,
        "may_take": True,
    }
    return {"child": CHILD, "page": VoicesPage(answers=KINDS, **{**page, **changes})}


VIEW = ViewCard(
    says="Noor sees it differently.", words=Quote("These are my people."), heard="To Rowan, 12 November 2026"
)
RATING = RatingCard(
    ref="r2",
    version=1,
    says="medium",
    on=date(2026, 11, 3),
    made_by="DC Imre Voss, Eastmarch Police",
    recorded_by=ROWAN,
    reason="Stopped twice with older men.",
    view=VIEW,
    look_again_on=date(2026, 12, 1),
)
NOT_ASKED = replace(
    RATING,
    ref="r1",
    says="high",
    view=ViewCard(
        says="Noor has not been asked yet. Rowan will ask by 1 November 2026.",
        words=NONE,
        is_asked=False,
        is_late=True,
    ),
    is_late=True,
)
LABEL = LabelCard(
    ref="l1",
    version=2,
    kind="Exploitation screening",
    means="How much the police fear that somebody uses this child",
    source="Police screening",
    ratings=(RATING, NOT_ASKED),
    taken_out=(replace(NOT_ASKED, ref="r0", is_taken_out=True),),
)
WAITING = WaitingCard(
    ref="w1",
    version=1,
    what_for="Talking therapy",
    waits_on="They are not ready yet",
    since=date(2026, 10, 1),
    days=54,
    keeps_in_touch="Rowan, youth worker",
    how="A walk on Fridays",
    next_on=date(2026, 11, 20),
    words=Quote("I am ready. Nobody asked me."),
    by=ROWAN,
    is_late=True,
)
PAST = (
    replace(WAITING, ref="w2", is_late=False, ended_on=date(2026, 11, 1), how_ended="She began."),
    replace(WAITING, ref="w3", is_late=False, is_taken_out=True),
)
FORM = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("words", "What did they say?", "textarea"),
        SampleField("way", "How did they say it?", "radioselect", choices=(("spoken", "Spoken"),)),
        SampleField("heard_by", "Who heard it?"),
    )
)
STALE = replace(FORM, is_bound=True, faults=("Somebody else changed this while you were writing.",))
PICTURE = SampleForm((SampleField("picture", "Which picture?", "file"),))
ASKED = {
    "child": CHILD,
    "heading": "What Noor said or showed",
    "lead": "Whatever there was.",
    "first": ("words", "way"),
    "more": "",
    "act": "Save",
    "back": "/",
}
VOICES_HEAD = VoicesHead(
    words=VOICE.words,
    is_quoted=True,
    heard=f"Spoken, to {ROWAN}, 10 November 2026",
    labels=(LABEL.says,),
    waiting=(WAITING.says,),
    may_write=True,
    may_see_voices=True,
    may_see_labels=True,
)
NOTHING_SAID = VoicesHead(
    words=NONE, is_quoted=False, heard="", may_write=True, may_see_voices=True, may_see_labels=False, is_empty=True
)
VOICE_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "voices": ("voices/page.html", _voices(VOICE, BABY, LONG, taken_out=(replace(VOICE, is_taken_out=True),))),
    "voices-read": (
        "voices/page.html",
        _voices(VOICE, BABY, may_write=False, may_see_labels=False, may_take=False, has_more=True),
    ),
    "voices-empty": ("voices/page.html", _voices()),
    "voice-form": ("voices/form.html", {**ASKED, "form": FORM, "standing": None, "came": None, "about": VOICE}),
    "came-form-stale": (
        "voices/form.html",
        {**ASKED, "form": STALE, "standing": None, "came": VOICE.answers[1], "about": VOICE},
    ),
    "voice-form-stale": ("voices/form.html", {**ASKED, "form": STALE, "standing": BABY, "came": None, "about": None}),
    "voice-drawing": ("voices/drawing.html", {"child": CHILD, "about": BABY, "form": PICTURE, "back": "/"}),
    "labels": (
        "voices/labels.html",
        {
            "child": CHILD,
            "page": LabelsPage(
                labels=(LABEL,), waiting=(WAITING,), past=PAST, may_label=True, may_write=True, may_take=True
            ),
        },
    ),
    "labels-none": (
        "voices/labels.html",
        {"child": CHILD, "page": LabelsPage(labels=(), waiting=(), past=(), may_label=False, may_write=False)},
    ),
    "label-kinds": (
        "voices/label_kinds.html",
        {"child": CHILD, "kinds": (("missing", "Risk while missing", "How much they feared"),)},
    ),
    "label-kinds-none": ("voices/label_kinds.html", {"child": CHILD, "kinds": ()}),
    "label-form": ("voices/label_form.html", {**ASKED, "form": FORM, "newest": LABEL.says}),
}
