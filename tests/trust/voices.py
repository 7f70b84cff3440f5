"""What children of the small county said and drew, and a label: of Ivy in the census, of Mina and of the hidden."""

from collections.abc import Callable

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.files.projections import NewFile
from kith.apps.files.services import store_file
from kith.apps.records.base import refs_from
from kith.apps.voices.models import Answer, Drawing, Label, Passage, Rating, View, Voice, Waiting
from kith.kernel.decisions import Level, granted
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership

TODAY = NOW.date()


def what_was_heard(county: Partnership) -> dict[str, str]:
    """Something Ivy said, where it was used, a label of hers with a rating, and a waiting."""
    refs = say(county, "ivy", "I like the sea.")
    return refs | {"row_ref": refs["voice_ref"]}


def voice_of(name: str) -> str:
    """The ref of what somebody said, also in a world in which they are not."""
    return _refs_of(name)()


def drawing_of(name: str) -> str:
    """The ref of what somebody drew, likewise."""
    return _drawing_refs_of(name)()


def _drawing_refs_of(name: str) -> Callable[[], str]:
    return seeded_refs(f"{name} draws")


def _refs_of(name: str) -> Callable[[], str]:
    return seeded_refs(f"{name} says")


def say(county: Partnership, name: str, words: str) -> dict[str, str]:
    """As rows, with refs of their own; every text of them says the words, and so do a picture and its name."""
    with refs_from(_refs_of(name)), load("test.heard", by=OPERATOR, now=NOW, payload={}):
        common = {"subject_id": target_of(county.refs[name]).id, "recorded_at": NOW}
        common["recorded_by_id"] = county.loaded.workers["zed"]
        voice = Voice(said_on=TODAY.isoformat(), sorts_on=TODAY, way="spoken", is_about_me=True, **common)
        voice.save(force_insert=True)
        for part in ("words", "did", "meaning", "heard_by"):
            Passage(of_ref=voice.ref, part=part, text=words, **common).save(force_insert=True)
        came = Answer(voice=voice, kind="used", what="plan", on_date=TODAY.isoformat(), sorts_on=TODAY, **common)
        came.save(force_insert=True)
        for part, text in {"what": "plan", "on": TODAY.isoformat(), "words": words, "by_whom": words}.items():
            Passage(of_ref=came.ref, part=part, text=text, **common).save(force_insert=True)
        before = {"until_version": 2, "replaced_at": NOW}
        Passage(of_ref=came.ref, part="words", text=f"{words} Before.", **before, **common).save(force_insert=True)
        label = Label(kind="exploitation", **common)
        label.save(force_insert=True)
        rating = Rating(label=label, rating="high", on_day=TODAY, made_by=words, reason=words, **common)
        rating.save(force_insert=True)
        View(rating=rating, stance="differently", words=words, on_day=TODAY, **common).save(force_insert=True)
        waiting = Waiting(waits_on="person", since_on=TODAY, next_on=TODAY, **common)
        waiting.save(force_insert=True)
        for part in ("what_for", "keeps_in_touch", "how", "words"):
            Passage(of_ref=waiting.ref, part=part, text=words, **common).save(force_insert=True)
    drawing = _draw(county, name, voice, words)
    rows = {"voice": voice, "answer": came, "label": label, "rating": rating, "waiting": waiting, "drawing": drawing}
    return {f"{name}_ref": row.ref for name, row in rows.items()}


def _draw(county: Partnership, name: str, voice: Voice, words: str) -> Drawing:
    """The bytes of the file are nothing but the words, so that no part of it can leave unseen."""
    child = county.refs[name]
    with refs_from(_drawing_refs_of(name)), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        row = Drawing(voice=voice, kept_for=child, subject_id=voice.subject_id, recorded_at=NOW)
        row.recorded_by_id = voice.recorded_by_id
        file = NewFile(kind="image/png", data=words.encode(), subjects=frozenset([child]), original_name=f"{words}.png")
        asked = granted(Level.WRITE, "R1", "They work with them.")
        row.file_ref = store_file(by=OPERATOR, file=file, decide=lambda _: asked, now=NOW)
        row.save(force_insert=True)
    return row
