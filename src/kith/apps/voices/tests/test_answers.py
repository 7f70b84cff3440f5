"""What came of a voice: corrected without loss, undone as a whole, taken out and put back, and cut like its voice."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.people.models import PersonName
from kith.apps.records.base import StaleVersion
from kith.apps.voices import queries, services
from kith.apps.voices.models import Passage
from kith.apps.voices.projections import AnswerCard, AnswerSaid, VoiceSaid
from kith.apps.voices.rules import CannotRecord
from kith.apps.voices.services.answering import NOTHING_TO_UNDO
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    NOW,
    TODAY,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
SAID = VoiceSaid(on=PartialDate.of(TODAY), way="spoken", words="Being asked, not told.")
TOLD = AnswerSaid(kind="told", what="talking", words="We ask first now.", on=PartialDate("2026-11"), reply="Good.")


@pytest.fixture
def county() -> Iterator[Partnership]:
    with a_county() as made:
        yield made


@contextmanager
def a_county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit; Ben does not. Nan is Kit's grandmother."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("ben")],
        )
        kit, nan = child("kit", "Kit Brook"), person("nan", "Zipporah Vale")
        made.add([family(kit, nan, unions=[couple("nan", children=["kit"])])])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


def at(county: Partnership, who: str = "ray") -> dict[str, Any]:
    return {"by": county.actor(who), "child_ref": county.refs["kit"], "now": NOW}


def tell(county: Partnership, said: AnswerSaid = TOLD) -> str:
    """By Sue."""
    voice = services.hear_voice(said=SAID, **at(county, "sue"))
    return services.answer_voice(voice_ref=voice, said=said, **at(county, "sue"))


def correct(county: Partnership, ref: str, said: AnswerSaid, *, who: str = "ray", version: int = 1) -> int:
    return services.correct_answer(answer_ref=ref, said=said, expected_version=version, **at(county, who))


def undo(county: Partnership, ref: str, version: int) -> None:
    services.undo_correction(answer_ref=ref, expected_version=version, **at(county))


def came(county: Partnership, who: str = "sue") -> AnswerCard:
    with reading("test", by=county.actor(who), now=NOW):
        (one,) = queries.voices_page(county.actor(who), county.refs["kit"], called="Kit", now=NOW).voices
    (card,) = (*one.answers, *one.answers_out)
    return card


def stands(card: AnswerCard) -> tuple[str, ...]:
    return card.what, card.when, card.words, card.reply.whole, card.by


BEFORE = ("In a talk", "November 2026", "We ask first now.", "Good.", "Sue Worker, Council")


def test_a_correction_keeps_what_stood_before_below_it_with_who_had_written_it(county):
    ref = tell(county)
    assert stands(came(county)) == BEFORE
    correct(county, ref, replace(TOLD, what="letter", words="We ask first.", on=PartialDate.of(TODAY), by_whom="Jo"))
    card = came(county)
    assert stands(card)[:3] == ("In a letter or a message", "24 November 2026", "We ask first.")
    assert (card.reply.whole, card.by, card.last_by) == ("Good.", "Jo", "Ray Worker, School")
    assert {(one.words, one.by) for one in card.earlier} == {
        (words, "Sue Worker, Council") for words in ("In a talk", "November 2026", "We ask first now.")
    }


def test_undoing_gives_all_of_it_back_and_keeps_what_was_undone(county):
    ref = tell(county)
    version = correct(county, ref, replace(TOLD, what="letter", words="Wrong", reply="", by_whom="Jo"))
    undo(county, ref, version)
    card = came(county)
    assert stands(card) == BEFORE
    assert {one.words for one in card.earlier} == {"In a letter or a message", "Wrong", "Jo"}
    for again in (version, version + 1):
        with pytest.raises((StaleVersion, CannotRecord)):
            undo(county, ref, again)
    assert stands(came(county)) == BEFORE


def test_what_was_only_written_once_has_no_correction_to_undo(county):
    ref = tell(county)
    with pytest.raises(CannotRecord, match=NOTHING_TO_UNDO):
        undo(county, ref, 1)
    services.take_out(row_ref=ref, expected_version=1, **at(county))
    services.put_back(row_ref=ref, expected_version=2, **at(county))
    with pytest.raises(CannotRecord, match=NOTHING_TO_UNDO):
        undo(county, ref, 3)
    assert stands(came(county)) == BEFORE


def test_the_second_of_two_is_told_and_sees_what_stands_now(county):
    ref = tell(county)
    correct(county, ref, replace(TOLD, words="First"))
    with pytest.raises(StaleVersion):
        correct(county, ref, replace(TOLD, words="Second"), who="sue")
    with reading("test", by=county.actor("sue"), now=NOW):
        offered = queries.correction_form(county.actor("sue"), county.refs["kit"], ref, now=NOW)
    assert offered.version == 2 and offered.standing and offered.standing.words == "First"
    assert offered.standing.last_by == "Ray Worker, School"
    correct(county, ref, replace(TOLD, words="Second"), who="sue", version=2)
    assert [one.words for one in came(county).earlier] == ["First", "We ask first now."]


def test_what_is_taken_out_stays_in_sight_and_cannot_be_corrected(county):
    ref = tell(county)
    services.take_out(row_ref=ref, expected_version=1, **at(county))
    card = came(county)
    assert card.is_taken_out and stands(card) == BEFORE
    with pytest.raises(NothingHere):
        correct(county, ref, TOLD, version=2)
    services.put_back(row_ref=ref, expected_version=2, **at(county))
    assert not came(county).is_taken_out


def test_nobody_else_corrects_and_a_sealed_voice_closes_what_came_of_it(county):
    ref = tell(county)
    with pytest.raises(NothingHere):
        correct(county, ref, TOLD, who="ben")
    with reading("test", by=county.actor("sue"), now=NOW):
        (voice,) = queries.voices_page(county.actor("sue"), county.refs["kit"], called="Kit", now=NOW).voices
    kept = NewSeal(kind="therapy", why="Said in therapy", records=(("voice", voice.ref),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["kit"], seal=kept, now=NOW)
    for deed in (lambda: correct(county, ref, TOLD), lambda: undo(county, ref, 1)):
        with pytest.raises(NothingHere):
            deed()
    assert correct(county, ref, replace(TOLD, words="Ours"), who="sue") == 2


def test_words_closed_to_whoever_corrects_stay_as_they_are_and_so_do_earlier_ones(county):
    """Ray is off the list of Nan's name: what he leaves empty was never empty, and stays Sue's."""
    ref = tell(county, replace(TOLD, words="Zipporah was there."))
    correct(county, ref, replace(TOLD, words="Zipporah came."), who="sue")
    name = PersonName.objects.get(person__subject__ref=county.refs["nan"])
    kept = NewSeal(kind="therapy", why="Said in therapy", records=(("name", name.ref),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["nan"], seal=kept, now=NOW)
    seen = came(county, "ray")
    assert (seen.words, seen.earlier) == ("", ())
    correct(county, ref, replace(TOLD, words="", reply="Fine."), version=2)
    assert (came(county).words, came(county).reply.whole) == ("Zipporah came.", "Fine.")
    assert {one.by for one in came(county).earlier} == {"Sue Worker, Council"}
    assert "Zipporah" not in repr(came(county, "ray"))


WORDS = st.sampled_from(["One", "Two", "Three"])


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.tuples(st.booleans(), WORDS, st.sampled_from(["", "A", "B"])), max_size=6))
def test_no_text_is_ever_lost_and_one_stands_in_each_part(steps):
    """Whatever order of corrections and undoings: a state comes back exactly, and every text is still there."""
    with a_county() as county:
        ref = tell(county)
        version, states, written = 1, [stands(came(county))], {"We ask first now.", "Good."}
        for is_undo, words, reply in steps:
            if is_undo and len(set(states)) < 2:
                with pytest.raises(CannotRecord):
                    undo(county, ref, version)
            elif is_undo:
                undo(county, ref, version)
                version, states = version + 1, [states[-2]]
            else:
                version = correct(county, ref, replace(TOLD, words=words, reply=reply), version=version)
                states, written = [states[-1], stands(came(county))], written | {words, reply} - {""}
            assert stands(came(county)) == states[-1]
        texts = Passage.objects.filter(of_ref=ref, part__in=("words", "reply"))
        assert set(texts.values_list("text", flat=True)) == written
        standing = list(texts.filter(replaced_at=None).values_list("part", flat=True))
        assert len(standing) == len(set(standing))
