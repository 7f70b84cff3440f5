"""What a child says and shows: kept whole, changed without loss, answered, sealed, joined; and never hinted at."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Joining, NewSeal, Offer, decide_sharing, set_seal
from kith.apps.agencies.queries import agency_choices
from kith.apps.audit.services import load, reading
from kith.apps.people.models import PersonName
from kith.apps.records.base import StaleVersion
from kith.apps.voices import queries, services
from kith.apps.voices.projections import AnswerSaid, VoiceCard, VoiceSaid, VoicesHead
from kith.apps.voices.quoting import parted
from kith.apps.voices.rules import CannotRecord
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import BadText
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
from kith.testing.shared_in_stories import YES

pytestmark = pytest.mark.django_db
SAID = VoiceSaid(on=PartialDate.of(TODAY), way="spoken", words="Being asked, not told.")
USED = AnswerSaid(kind="used", what="meeting", words="The review heard it.", on=PartialDate.of(TODAY))
THREE_SCRIPTS = ("I want to stay. " * 400 + "أريد أن أبقى هنا. " * 400 + "我想留下来。" * 1200)[:19_990] + "the end."


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit; Ben does not. Nan is Kit's grandmother."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school"), agency("charity")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("ben"), worker("ivo", agency="charity")],
        )
        kit = child("kit", "Kit Brook")
        made.add([family(kit, person("nan", "Zipporah Vale"), unions=[couple("nan", children=["kit"])])])
        made.add([family(child("lou", "Lou Penhale"))])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


def hear(county: Partnership, said: VoiceSaid = SAID, who: str = "sue") -> str:
    return services.hear_voice(by=county.actor(who), child_ref=county.refs["kit"], said=said, now=NOW)


def change(county: Partnership, ref: str, said: VoiceSaid, *, who: str = "ray", version: int = 1) -> None:
    at: dict[str, Any] = {"by": county.actor(who), "child_ref": county.refs["kit"], "now": NOW}
    services.change_voice(voice_ref=ref, said=said, expected_version=version, **at)


def heard(county: Partnership, who: str = "sue") -> tuple[VoiceCard, ...]:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.voices_page(county.actor(who), county.refs["kit"], called="Kit", now=NOW).voices


def head(county: Partnership, who: str = "sue") -> VoicesHead | None:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.voices_head(county.actor(who), county.refs["kit"], called="Kit", now=NOW)


def seal(county: Partnership, kind: str, ref: str, about: str = "kit") -> None:
    """Only Sue is on its list."""
    kept = NewSeal(kind="therapy", why="Said in therapy", records=((kind, ref),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs[about], seal=kept, now=NOW)


def test_only_the_childs_workers_read_and_write(county):
    hear(county)
    assert [one.words.whole for one in heard(county, "ray")] == ["Being asked, not told."]
    assert head(county, "ben") is None
    with pytest.raises(NothingHere):
        heard(county, "ben")
    with pytest.raises(NothingHere):
        hear(county, who="ben")
    ref = hear(county, replace(SAID, words="Other words"))
    with pytest.raises(NothingHere):
        services.take_out(
            by=county.actor("ben"), child_ref=county.refs["kit"], row_ref=ref, expected_version=1, now=NOW
        )


@pytest.mark.parametrize(
    ("kinds", "voices", "labels"),
    [(("person",), False, False), (("person", "voice"), True, False), (("label",), False, True)],
)
def test_a_share_opens_the_kinds_it_names_and_no_others(county, kinds, voices, labels):
    hear(county, replace(SAID, is_about_me=True))
    charity = next(ref for ref, name in agency_choices() if name == "Charity")
    until = TODAY + dt.timedelta(days=30)
    offer = Offer(
        receiver_ref=charity, kinds=kinds, roles=("practitioner",), level="read", since_on=TODAY, until_on=until
    )
    at = {"by": county.actor("sue"), "subject_ref": county.refs["kit"], "now": NOW}
    decide_sharing(weighed=YES, outcome="shared", offer=offer, **at)
    found = head(county, "ivo")
    assert (found is not None and found.may_see_voices, found is not None and found.may_see_labels) == (voices, labels)
    assert bool(found and found.words) == voices and not (found and found.may_write)
    if not voices:
        with pytest.raises(NothingHere):
            heard(county, "ivo")


def test_words_of_three_scripts_are_kept_whole_and_shown_shortened(county):
    hear(county, replace(SAID, words=THREE_SCRIPTS))
    (one,) = heard(county)
    assert one.words.whole == THREE_SCRIPTS
    assert one.words.begin + one.words.rest == THREE_SCRIPTS and len(one.words.begin) <= 600
    with pytest.raises(BadText, match="20,000"):
        hear(county, replace(SAID, words=THREE_SCRIPTS + "more"))


@pytest.mark.parametrize("sign", ["👩‍👩‍👧‍👦", "🇬🇧", "👍🏽", "é" + "\u0323"])
def test_a_sign_of_several_characters_is_never_parted(sign):
    begin, rest = parted("x" + sign * 100, most=50)
    assert begin + rest == "x" + sign * 100
    assert (begin[1:]).replace(sign, "") == "" and rest.replace(sign, "") == ""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"words": " "}, "said, drew or did"),
        ({"way": "shouted"}, "in which way"),
        ({"on": PartialDate.parse("December 2026")}, "yet to come"),
        ({"meaning": "She misses Nan."}, "what the child did first"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(county, change, says):
    with pytest.raises(CannotRecord, match=says):
        hear(county, replace(SAID, **change))


def test_the_same_press_twice_is_refused_and_a_colleagues_same_words_are_not(county):
    hear(county)
    with pytest.raises(CannotRecord, match="already"):
        hear(county)
    hear(county, who="ray")
    assert len(heard(county)) == 2


def test_what_was_done_and_what_it_may_mean_stay_apart(county):
    said = VoiceSaid(on=PartialDate("2026-11"), way="behaviour", did="Turns to Nan’s voice.", meaning="She feels safe.")
    hear(county, replace(said, heard_by="Gwen, health visitor", is_about_me=True))
    (one,) = heard(county)
    assert (one.did.whole, one.meaning.whole, one.heard_by) == (said.did, said.meaning, "Gwen, health visitor")
    assert (one.when, one.words.whole) == ("November 2026", "")
    introduced = head(county)
    assert introduced.words.whole == said.did and not introduced.is_quoted


def test_the_second_of_two_workers_is_told_and_no_words_are_lost(county):
    ref = hear(county)
    change(county, ref, replace(SAID, words="Being asked. Not told!"))
    with pytest.raises(StaleVersion, match="Somebody else changed this"):
        change(county, ref, replace(SAID, words="Mine"), who="sue")
    change(county, ref, replace(SAID, words="Mine"), who="sue", version=2)
    (one,) = heard(county)
    assert one.words.whole == "Mine"
    before = [("Being asked. Not told!", "Ray Worker, School"), ("Being asked, not told.", "Sue Worker, Council")]
    assert [(each.words, each.by) for each in one.earlier] == before


def test_the_newest_about_me_introduces_the_child(county):
    hear(county, replace(SAID, is_about_me=True, on=PartialDate("2026-10"), words="I am the tall one."))
    newest = hear(county, replace(SAID, is_about_me=True, on=PartialDate("2026-11-02"), words="I swim."))
    hear(county, replace(SAID, words="Not about me."))
    assert head(county).words.whole == "I swim."
    out = {"by": county.actor("ray"), "child_ref": county.refs["kit"], "row_ref": newest, "now": NOW}
    services.take_out(expected_version=1, **out)
    assert head(county).words.whole == "I am the tall one."
    services.put_back(expected_version=2, **out)
    assert head(county).words.whole == "I swim."


def test_what_came_of_it_stands_beside_it_until_it_is_taken_out(county):
    ref = hear(county)
    (one,) = heard(county)
    assert not one.is_used and not one.is_fed_back
    at = {"by": county.actor("ray"), "child_ref": county.refs["kit"], "now": NOW}
    told = AnswerSaid(kind="told", what="talking", words="We ask first now.", on=PartialDate.of(TODAY), reply="Good.")
    for said in (USED, told):
        answer = services.answer_voice(voice_ref=ref, said=said, **at)
    (one,) = heard(county)
    assert one.is_used and one.is_fed_back
    assert [(each.what, each.by, each.reply.whole) for each in one.came("told")] == [
        ("In a talk", "Ray Worker, School", "Good.")
    ]
    with pytest.raises(CannotRecord, match="already"):
        services.answer_voice(voice_ref=ref, said=USED, **at)
    with pytest.raises(CannotRecord, match="one of the answers"):
        services.answer_voice(voice_ref=ref, said=replace(USED, what="letter"), **at)
    services.take_out(row_ref=answer, expected_version=1, **at)
    with pytest.raises(StaleVersion):
        services.put_back(row_ref=answer, expected_version=1, **at)
    assert not heard(county)[0].is_fed_back


def test_a_sealed_voice_is_not_there_for_others_and_neither_is_what_stands_in_it(county):
    ref = hear(county, replace(SAID, is_about_me=True))
    answer = services.answer_voice(
        by=county.actor("sue"), child_ref=county.refs["kit"], voice_ref=ref, said=USED, now=NOW
    )
    seal(county, "voice", ref)
    assert len(heard(county)) == 1 and heard(county, "ray") == ()
    assert head(county, "ray").is_empty
    at = {"by": county.actor("ray"), "child_ref": county.refs["kit"], "now": NOW}
    for row in (ref, answer):
        with pytest.raises(NothingHere):
            services.take_out(row_ref=row, expected_version=1, **at)
    with pytest.raises(NothingHere):
        services.answer_voice(voice_ref=ref, said=replace(USED, words="A guess"), **at)
    with pytest.raises(NothingHere):
        change(county, ref, SAID)


def test_a_sealed_name_in_the_words_takes_them_away_and_a_change_by_others_loses_nothing(county):
    """Ray is off the list of Nan's name: he sees what is left, and what he writes leaves hers as it was."""
    said = replace(SAID, did="Runs to the door.", meaning="Looks for Zipporah.", way="behaviour")
    ref = hear(county, said)
    name = PersonName.objects.get(person__subject__ref=county.refs["nan"])
    seal(county, "name", name.ref, about="nan")
    (one,) = heard(county, "ray")
    assert one.meaning.whole == "" and one.did.whole == "Runs to the door."
    change(county, ref, replace(said, meaning="", did="Runs to the door, twice."))
    (mine,) = heard(county)
    assert (mine.meaning.whole, mine.did.whole) == ("Looks for Zipporah.", "Runs to the door, twice.")
    assert heard(county, "ray")[0].meaning.whole == ""


def test_two_records_of_one_child_have_one_voice_and_part_again(county):
    hear(county)
    county.involve("lou", "sue")
    services.hear_voice(by=county.actor("sue"), child_ref=county.refs["lou"], said=replace(SAID, words="Me"), now=NOW)
    joined = {"merge_ref": "m" * 26, "kept_ref": county.refs["kit"], "merged_ref": county.refs["lou"]}
    for is_joined, count in ((True, 2), (False, 1)):
        with load("test.joined", by=OPERATOR, now=NOW, payload={}):
            services.on_merge(Joining(is_joined=is_joined, **joined), None, now=NOW)
        found = heard(county)
        assert len(found) == count and all(one.words for one in found)


def test_it_is_older_words_that_stand_below(county):
    hear(county, replace(SAID, on=PartialDate.of(TODAY - dt.timedelta(days=3)), words="Before"))
    hear(county, replace(SAID, words="Today"))
    hear(county, replace(SAID, on=PartialDate("2019-21"), words="Spring 2019"))
    assert [one.words.whole for one in heard(county)] == ["Today", "Before", "Spring 2019"]
