"""What is open about a parent, and who was left out: no question pushes contact past an open answer about safety."""

import datetime as dt
from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kith.apps.occasions.kinds import UNSAFE, reasons_why_not
from kith.apps.occasions.rules import (
    SPOKEN,
    WEIGHED,
    InNetwork,
    ParentFacts,
    gaps_among,
    open_questions,
)

TODAY = dt.date(2026, 11, 24)
DAYS = st.none() | st.integers(-40, 40).map(lambda days: TODAY + dt.timedelta(days=days))
ANY: dict[str, st.SearchStrategy[Any]] = {
    "safety": st.sampled_from(["", "safe", "not_sure", "unsafe"]),
    "next_on": DAYS,
}
ANY |= {field.name: st.booleans() for field in fields(ParentFacts) if field.default is False}
FACTS = st.builds(ParentFacts, **ANY)
PEOPLE = st.builds(
    InNetwork,
    ref=st.just("a"),
    name=st.just("Comfort"),
    is_parent=st.booleans(),
    is_safe=st.booleans(),
    was_in=st.booleans(),
    why_not=st.sampled_from(["", *reasons_why_not()]),
    look_again_on=DAYS,
)
PUSHING = ("spoken to", "tell them", "ask what they", "who asks them", "try again")


def pushes(words: str) -> bool:
    return any(one in words.casefold() for one in PUSHING)


@given(FACTS)
def test_nothing_asks_for_contact_until_it_is_safe(facts):
    """By the mark and by the words, so that no question forgets to be marked."""
    asked = open_questions(facts, TODAY)
    assert not [one for one in asked if one.pushes_contact != pushes(one.says)]
    if not facts.is_safe:
        assert not [one for one in asked if one.pushes_contact]


@given(FACTS)
def test_safety_is_open_until_both_were_asked_and_there_is_a_way(facts):
    whole = replace(facts, safety="safe", has_ways=True, asked_parent=True, asked_child=True)
    assert whole.is_safe
    for less in ({"has_ways": False}, {"asked_parent": False}, {"asked_child": False}, {"safety": "not_sure"}):
        assert not replace(whole, **less).is_safe


@given(PEOPLE)
def test_nobody_is_pushed_at_who_may_not_be_safe(one):
    for gap in gaps_among([one], TODAY):
        assert gap.pushes_contact == pushes(gap.says)
        if one.why_not == UNSAFE or (one.is_parent and not one.is_safe):
            assert not gap.pushes_contact


@given(PEOPLE)
def test_an_answer_closes_the_question_until_its_day(one):
    answered = replace(one, was_in=False, is_parent=False, why_not="young_person", look_again_on=None)
    assert gaps_among([answered], TODAY) == ()
    again = replace(answered, look_again_on=TODAY)
    assert "said no" in gaps_among([again], TODAY)[0].says


def test_a_father_not_involved_becomes_a_father_asked():
    said = ParentFacts(safety="", said_not_involved=True)
    first = [one.says for one in open_questions(said, TODAY)]
    assert first[0].startswith("Is contact safe")
    assert any("What was checked" in words for words in first)
    safe = replace(said, safety="safe", has_ways=True, asked_parent=True, asked_child=True)
    assert [one.says for one in open_questions(safe, TODAY) if one.part == SPOKEN] == [
        "Nobody has spoken to them. Who does, by the safe way?"
    ]
    heard = replace(safe, said_not_involved=False, spoken=True, worries=True, expected=True, view=True, offers=True)
    assert not [one for one in open_questions(heard, TODAY) if one.pushes_contact]


def test_risk_and_resource_are_filled_both():
    def weighed(**facts: Any) -> int:
        return len([one for one in open_questions(ParentFacts(**facts), TODAY) if one.part == WEIGHED])

    assert [weighed(), weighed(risk=True), weighed(resource=True), weighed(risk=True, resource=True)] == [1, 1, 1, 0]
