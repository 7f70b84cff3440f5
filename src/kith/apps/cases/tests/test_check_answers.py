"""Answers to standing checks: how long each may last, whom they are for, and that no answer hides what is urgent."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Joining, NewSeal, set_seal
from kith.apps.audit.services import load, reading
from kith.apps.cases import services
from kith.apps.cases.answering_checks import CannotAnswer, last_day, sound_answer
from kith.apps.cases.checks import answers, cards_of, checks
from kith.apps.cases.models import CheckAnswer
from kith.apps.cases.projections import CheckAnswerTold, CheckCard, Gap
from kith.apps.cases.queries import with_answers
from kith.apps.people.models import PersonName
from kith.apps.records.base import StaleVersion
from kith.testing.factories import (
    NOW,
    OPERATOR,
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

DAY = dt.timedelta(days=1)
NOT_PUT_OFF = {"clock_late", "ground_over", "look_again"}
ABOUT_SAFETY = {"no_school", "no_health"}
WORDS = {"who": "Nan", "what": "Mum", "when": "3 May 2027", "age": "11", "days": "3"}


def card(check: str = "no_health", about: str = "child") -> CheckCard:
    (found,) = cards_of([Gap(check, WORDS, about)], "Kit")
    return found


CHECK = card()
TOLD = CheckAnswerTold(answer="in_hand", words="Sue rings the surgery.", until=TODAY + 7 * DAY)


def test_every_check_says_how_long_and_why_and_what_is_urgent_cannot_be_put_off():
    assert {name for name in checks() if not card(name).most_days} == NOT_PUT_OFF
    assert {name for name in checks() if card(name).is_urgent} <= NOT_PUT_OFF
    assert all(card(name).because for name in checks())
    assert all(0 < card(name).most_days <= 28 for name in ABOUT_SAFETY)
    for name in NOT_PUT_OFF:
        with pytest.raises(CannotAnswer, match="No answer may put this off"):
            sound_answer(TOLD, card(name), TODAY)


@given(days=st.integers(-400, 400), name=st.sampled_from(sorted(set(checks()) - NOT_PUT_OFF)))
def test_an_answer_comes_back_after_today_and_no_later_than_its_check_allows(days, name):
    check, until = card(name), TODAY + days * DAY
    if TODAY < until <= last_day(check, TODAY):
        assert sound_answer(replace(TOLD, until=until), check, TODAY).until == until
    else:
        with pytest.raises(CannotAnswer, match="from tomorrow on"):
            sound_answer(replace(TOLD, until=until), check, TODAY)


@pytest.mark.parametrize("told", [{"answer": "never"}, {"answer": ""}, {"words": "  "}])
def test_an_answer_is_one_of_those_on_file_with_words(told):
    with pytest.raises(CannotAnswer):
        sound_answer(replace(TOLD, **told), CHECK, TODAY)
    assert len(answers()) > 1


@contextmanager
def a_county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit; Ben does not. Nan is Kit's grandmother."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("ben")],
        )
        kit, nan = child("kit", "Kit Brook"), person("nan", "Zipporah Vale")
        made.add([family(kit, nan, unions=[couple("nan", children=["kit"])]), family(child("lou", "Lou Penhale"))])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


@pytest.fixture
def county(db: None) -> Iterator[Partnership]:
    with a_county() as made:
        yield made


def at(county: Partnership, who: str = "sue", now: dt.datetime = NOW) -> dict[str, Any]:
    return {"by": county.actor(who), "child_ref": county.refs["kit"], "now": now}


def answer(county: Partnership, who: str = "sue", *, version: int = 0, about: str = "child", **told: Any) -> str:
    said, check = replace(TOLD, **told), replace(CHECK, about=about)
    return services.answer_check(check=check, told=said, expected_version=version, **at(county, who))[0]


def shown(county: Partnership, who: str = "sue", now: dt.datetime = NOW, *checks: CheckCard) -> list[str]:
    """The words of the answers that hold."""
    with reading("test", by=county.actor(who), now=now):
        found = with_answers(county.actor(who), county.refs["kit"], checks or (CHECK,), now=now)
    return [one.answer.words if one.answer else "" for one in found]


def test_an_answer_holds_for_everybody_who_reads_up_to_its_day(county):
    answer(county)
    assert shown(county) == shown(county, "ray") == [TOLD.words]
    assert shown(county, now=NOW + 6 * DAY) == [TOLD.words]
    assert shown(county, now=NOW + 7 * DAY) == [""]


def test_an_answer_to_one_says_nothing_of_another(county):
    answer(county, about="a" * 26)
    other = replace(CHECK, about="b" * 26)
    assert shown(county, "sue", NOW, replace(CHECK, about="a" * 26), other, card("no_school")) == [TOLD.words, "", ""]


def test_the_second_of_two_is_told_and_the_newest_counts(county):
    answer(county)
    with pytest.raises(StaleVersion):
        answer(county, "ray", words="I asked already.")
    answer(county, "ray", words="I asked already.", version=1)
    assert shown(county) == ["I asked already."]
    assert CheckAnswer.objects.count() == 2


def test_taking_out_gives_the_answer_before_back_and_can_be_undone(county):
    answer(county)
    ref = answer(county, "ray", words="I asked already.", version=1)
    version = services.take_out_check_answer(answer_ref=ref, expected_version=2, **at(county))
    assert shown(county) == [TOLD.words]
    with pytest.raises(StaleVersion):
        services.put_back_check_answer(answer_ref=ref, expected_version=2, **at(county))
    services.put_back_check_answer(answer_ref=ref, expected_version=version, **at(county))
    assert shown(county) == ["I asked already."]


def test_whoever_does_not_work_with_the_child_neither_answers_nor_takes_out(county):
    ref = answer(county)
    with pytest.raises(NothingHere):
        answer(county, "ben")
    for deed in (services.take_out_check_answer, services.put_back_check_answer):
        with pytest.raises(NothingHere):
            deed(answer_ref=ref, expected_version=1, **at(county, "ben"))


def test_an_answer_whose_words_are_closed_to_the_reader_is_none_to_them(county):
    """Ray is off the list of Nan's name: to him the question stands open, and he can answer it himself."""
    ref = answer(county, words="Zipporah takes him.")
    name = PersonName.objects.get(person__subject__ref=county.refs["nan"])
    kept = NewSeal(kind="therapy", why="Said in therapy", records=(("name", name.ref),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["nan"], seal=kept, now=NOW)
    assert shown(county) == ["Zipporah takes him."] and shown(county, "ray") == [""]
    with pytest.raises(NothingHere):
        services.take_out_check_answer(answer_ref=ref, expected_version=1, **at(county, "ray"))
    answer(county, "ray", words="I ask.")
    assert shown(county, "ray") == ["I ask."]


def test_answers_follow_the_child_when_two_records_are_one_and_part_again(county):
    answer(county)
    joined = {"merge_ref": "m" * 26, "kept_ref": county.refs["lou"], "merged_ref": county.refs["kit"]}
    for is_joined, where in ((True, "lou"), (False, "kit")):
        with load("test.joined", by=OPERATOR, now=NOW, payload={}):
            services.on_merge(Joining(is_joined=is_joined, **joined), None, now=NOW)
        assert CheckAnswer.objects.get().subject.ref == county.refs[where]
