"""Journeys of what children say and what came of it, and of what is asked about them again and again."""

from collections.abc import Mapping

from django.urls import reverse

from kith.apps.cases.models import CheckAnswer
from kith.apps.voices.models import Answer, Voice
from tests.trust.county import CHILDREN
from tests.trust.visitor import Visitor
from tests.trust.voices import drawing_of, voice_of

Refs = Mapping[str, str]
IN_WORDS = "Okafor Threnody knows, at 7 Threnody Yard."


def hearing_children(visitor: Visitor, refs: Refs) -> None:
    """What everybody says, and labels; then words that guess at whoever may be hidden, and what becomes of them."""
    guess = "Okafor Threnody lives at 7 Threnody Yard, EM7 7QZ, with Xanthe Quillfeather"
    for name in (*CHILDREN, "dad", "hidden"):
        for page in ("page", "add", "labels", "add_label", "add_waiting"):
            visitor.get(reverse(f"voices:{page}", args=[refs[name]]))
        for drawing in (drawing_of("mina"), drawing_of("hidden")):
            visitor.get(reverse("voices:drawing", args=[refs[name], drawing]))
    for name in ("mina", "hidden"):
        ref = refs[name]
        said = {"words": guess, "on": "23 November 2026", "way": "spoken", "is_about_me": "on", "version": "0"}
        visitor.post(reverse("voices:add", args=[ref]), **said)
        rated = {"kind": "missing", "rating": "high", "on": "23 November 2026", "made_by": guess, "reason": guess}
        asked = {"who_asks": "Quillfeather", "ask_by": "1 December 2026", "version": "0"}
        visitor.post(reverse("voices:add_label", args=[ref]), **rated, **asked)
        plan = {"what_for": guess, "waits_on": "person", "since": "2 November 2026", "next_on": "1 December 2026"}
        visitor.post(
            reverse("voices:add_waiting", args=[ref]), **plan, keeps_in_touch="Zipporah", how="A walk", version="0"
        )
        for page in ("page", "labels"):
            visitor.get(reverse(f"voices:{page}", args=[ref]))
        visitor.get(reverse("children:child", args=[ref]))
    answering_children(visitor, refs, guess)


def answering_children(visitor: Visitor, refs: Refs, guess: str) -> None:
    """What came of what Mina says and of what whoever is hidden says: written down, corrected, and taken out."""
    came = {"what": "plan", "words": guess, "on": "23 November 2026", "by_whom": "Zipporah", "version": "0"}
    own = Voice.objects.filter(subject__ref=refs["mina"]).order_by("pk").values_list("ref", flat=True)
    for voice in (*own, voice_of("hidden")):
        for page in ("change", "add_drawing"):
            visitor.get(reverse(f"voices:{page}", args=[refs["mina"], voice]))
        visitor.post(reverse("voices:answer", args=[refs["mina"], voice, "used"]), **came)
    for answer in Answer.objects.filter(subject__ref=refs["mina"]).order_by("pk").values_list("ref", flat=True):
        where = reverse("voices:correct", args=[refs["mina"], answer])
        visitor.get(where)
        visitor.post(where, **came | {"words": "Okafor Threnody was there.", "version": "1"})
        visitor.get(reverse("voices:page", args=[refs["mina"]]))
        visitor.post(reverse("voices:undo_correction", args=[refs["mina"], answer]), version="2")
    visitor.get(reverse("voices:page", args=[refs["mina"]]))
    for voice in (*own, voice_of("hidden")):
        visitor.post(reverse("voices:take_out", args=[refs["mina"], voice]), version="1")


def answering_what_is_asked(visitor: Visitor, refs: Refs) -> None:
    """Answers to standing checks about everybody, also to such as nobody is shown; and taking them out."""
    for name in ("mina", "lou", "hidden"):
        ref = refs[name]
        for check, about in (("no_health", "child"), ("no_school", "child"), ("one_source", refs["hidden"])):
            where = reverse("standing:answer_check", args=[ref, check, about])
            visitor.get(where)
            said = {"answer": "in_hand", "words": IN_WORDS, "until": "9 December 2026", "version": "0"}
            visitor.post(where, **said)
            visitor.post(where, **said | {"words": "I ask.", "version": "1"})
        visitor.get(reverse("children:child", args=[ref]))
    for one in CheckAnswer.objects.filter(words=IN_WORDS).order_by("pk"):
        for name in ("mina", "hidden"):
            for route in ("take_out_answer", "put_back_answer"):
                visitor.post(reverse(f"standing:{route}", args=[refs[name], one.ref]), version=str(one.version))
    visitor.get(reverse("children:child", args=[refs["mina"]]))
