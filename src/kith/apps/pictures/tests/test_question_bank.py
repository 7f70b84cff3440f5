"""The questions asked at a picture: enough for every age, gentle, easy to read, and known by ids that stay."""

import copy
import re
from collections import Counter
from typing import Any

import pytest

from kith.apps.pictures.question_bank import (
    STAGES,
    age_bands,
    band_at,
    every_question,
    offers,
    questions_for,
    read_ages,
    read_questions,
    stages,
)
from kith.apps.pictures.reading import CannotReadPictureData
from kith.apps.pictures.vocabulary import (
    AGE_BANDS,
    directions,
    file_of,
    item_kinds,
    line_kinds,
    picture_kinds,
)
from kith.kernel.reading_age import complaints, read_text

CHILDREN = ("under_8", "8_to_11", "12_to_17")
LONGEST_UNDER_8 = 10
GRADE_UNDER_8 = 4.0
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
NEVER = re.compile(
    r"not engaged|refus|hard to reach|\bDNA\b|failed to|absent father|broken home|chaotic|service user|\bclient|"
    r"\bjust\b|oops|!|\brisk score|[\U0001f000-\U0001faff]",
    re.IGNORECASE,
)
TAKEN_FOR_GRANTED = re.compile(
    r"\b(?:mum|dad|mother|father|parent|husband|wife|brother|sister|own room|bedroom|your home)(?:s|’s)?\b",
    re.IGNORECASE,
)
LEADING = re.compile(r"\bwhy\b|n’t\b|\bsurely\b|\bof course\b|\bshould you\b", re.IGNORECASE)


def changed(*path: str | int, to: Any) -> Any:
    body: Any = copy.deepcopy(dict(file_of("questions")))
    table = body
    for step in path[:-1]:
        table = table[step]
    table[path[-1]] = to
    return body


def everything_said() -> list[str]:
    """Every text of the data that anybody reads."""
    found = [one.asks for one in every_question().values()]
    for words in (stages(), offers(), item_kinds(), line_kinds(), directions()):
        found += [text for one in words.values() for text in (one.title, one.for_child)]
    for kind in picture_kinds().values():
        found += [kind.title, kind.title_for_child, kind.about, kind.for_child, kind.note]
        found += [text for part in kind.parts for text in (part.title, part.for_workers, part.hint)]
    return found


@pytest.mark.parametrize("band", CHILDREN)
@pytest.mark.parametrize("kind", picture_kinds())
def test_every_picture_has_eight_to_fourteen_questions_of_its_own_for_every_child(kind, band):
    own = [one for one in questions_for(kind, band) if one.kinds]
    assert 8 <= len(own) <= 14
    assert {one.stage for one in own} == set(STAGES)


@pytest.mark.parametrize("kind", picture_kinds())
def test_grown_ups_are_asked_too_at_every_step(kind):
    own = [one for one in questions_for(kind, "grown_up") if one.kinds]
    assert len(own) >= 6
    assert {one.stage for one in own} == set(STAGES)


@pytest.mark.parametrize("band", AGE_BANDS)
@pytest.mark.parametrize("kind", picture_kinds())
def test_nobody_is_asked_the_same_thing_twice(kind, band):
    asked = Counter(one.asks for one in questions_for(kind, band))
    assert {words for words, times in asked.items() if times > 1} == set()


def test_questions_go_from_what_is_good_to_who_does_what():
    asked = questions_for("ecomap", "8_to_11")
    places = [STAGES.index(one.stage) for one in asked]
    assert places == sorted(places)
    first = [bool(one.kinds) for one in asked if one.stage == "discover"]
    assert first == sorted(first, reverse=True)
    assert {one.kinds for one in asked} == {("ecomap",), ()}


def test_every_question_can_be_read_by_whom_it_is_for():
    read = {one.id: (one, read_text(one.asks)) for one in every_question().values()}
    assert {name: found for name, (_, reading) in read.items() if (found := list(complaints(reading)))} == {}
    for young, reading in (pair for pair in read.values() if "under_8" in pair[0].ages):
        assert reading.longest_sentence <= LONGEST_UNDER_8, young
        assert reading.grade <= GRADE_UNDER_8, young


@pytest.mark.parametrize("never", [TAKEN_FOR_GRANTED, LEADING], ids=["taken for granted", "leading"])
def test_no_question_leads_or_takes_a_parent_or_a_home_for_granted(never):
    assert [one.asks for one in every_question().values() if never.search(one.asks)] == []


def test_every_question_ends_as_one_and_has_an_id_that_can_stay():
    assert [one.asks for one in every_question().values() if not one.asks.endswith(("?", "."))] == []
    assert [name for name in every_question() if not ID.fullmatch(name)] == []


def test_words_that_kith_never_uses_stand_nowhere():
    assert [text for text in everything_said() if NEVER.search(text)] == []


def test_steps_and_offers_are_in_words_a_child_can_read():
    said = [one.for_child for one in (*stages().values(), *offers().values())]
    assert list(complaints(read_text("\n".join(said)))) == []


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (0, "under_8"),
        (7, "under_8"),
        (8, "8_to_11"),
        (11, "8_to_11"),
        (12, "12_to_17"),
        (17, "12_to_17"),
        (18, "grown_up"),
    ],
)
def test_an_age_belongs_to_one_band(years, band):
    assert band_at(years) == band
    assert tuple(age_bands()) == AGE_BANDS


FIRST = ("sets", "ecomap", "discover", 0)


@pytest.mark.parametrize(
    ("path", "to", "says"),
    [
        ((*FIRST, "ask"), "Who?", "questions.toml, ecomap, discover 1: “ask” is not known here."),
        ((*FIRST, "ages"), ["7"], "questions.toml, ecomap, discover 1, ages: “7” is not known here."),
        ((*FIRST, "offers"), ["prize"], "questions.toml, ecomap, discover 1, offers: “prize” is not known here."),
        ((*FIRST, "part"), "moon", "questions.toml, ecomap, discover 1, part: “moon” is not known here."),
        ((*FIRST, "id"), "ecomap-line", "questions.toml: “ecomap-line” stands twice."),
        (FIRST, {"id": "x-y"}, "questions.toml, ecomap, discover 1: “ages” is missing."),
        (("sets", "ecomap", "kinds"), ["map"], "questions.toml, ecomap, kinds: “map” is not known here."),
        (("sets", "ecomap", "destiny"), [], "questions.toml, ecomap: “destiny” is not known here."),
        (("sets", "general", "discover", 0, "part"), "inner", "questions.toml, general, discover 1: “part” says where"),
        (("set",), {}, "questions.toml: “set” is not known here."),
    ],
)
def test_a_slip_in_the_questions_is_named_with_its_place(path, to, says):
    with pytest.raises(CannotReadPictureData, match=f"^{re.escape(says)}"):
        read_questions(changed(*path, to=to))


def test_a_question_for_every_picture_cannot_name_a_part():
    told = {"id": "a-b", "ages": ["grown_up"], "asks": "Who?", "offers": ["item"], "part": "inner"}
    with pytest.raises(CannotReadPictureData, match="“inner” is not known here"):
        read_questions(changed("sets", "general", "discover", 0, to=told))


def test_no_age_may_be_left_out():
    ages = {name: told for name, told in file_of("questions")["ages"].items() if name != "under_8"}
    with pytest.raises(CannotReadPictureData, match="“under_8” is missing"):
        read_ages(changed("ages", to=ages))
