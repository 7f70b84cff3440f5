"""The ledger of a child: who may keep and see it, what is refused, and that nothing anybody wrote is lost."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.occasions import queries, services
from kith.apps.occasions.models import LedgerRow, Occasion, SecondParent
from kith.apps.occasions.projections import ChildSaid, LoopCard, NotComingSaid, OccasionSaid, RowSaid
from kith.apps.occasions.saying import CannotKeep
from kith.apps.people.models import PersonName
from kith.apps.records.base import StaleVersion
from kith.kernel.text import BadText
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
OVERDOSE = OccasionSaid(kind="event", on=TODAY, words="In hospital after tablets", plain="A stay in hospital")
TOLD = RowSaid(told_on=TODAY, told_by="Sue", told_words="Kit is safe and sleeps at the hospital tonight.")
DAY = dt.timedelta(days=1)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit, Ben does not; Nan is known, and Uncle Obed too."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "east", "front-door"), agency("school")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("ben"), worker("quin", "quality_assurer")],
        )
        kit = child("kit", "Kit Brook", born="2012-05-01")
        people = (person("dad", "Ivo Brook"), person("mum", "Nell Brook"), person("nan", "Ada Brook"))
        unions = [couple("mum", "dad", children=["kit"]), couple("nan", children=["dad"])]
        made.add([family(kit, *people, unions=unions)])
        made.add([family(child("lou", "Lou Penhale"), person("lou-mum", "Mia Penhale"))])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        made.involve("lou", "sue")
        yield made


def keep(county: Partnership, said: OccasionSaid = OVERDOSE, who: str = "sue", **more) -> str:
    with reading("test", by=county.actor(who), now=NOW):
        return services.keep_occasion(by=county.actor(who), child_ref=county.refs["kit"], said=said, now=NOW, **more)


def write(county: Partnership, occasion: str, whom: str, said: RowSaid, who: str = "sue", version: int = 0) -> None:
    with reading("test", by=county.actor(who), now=NOW):
        services.keep_row(
            by=county.actor(who),
            child_ref=county.refs["kit"],
            occasion_ref=occasion,
            person_ref=county.refs[whom],
            said=said,
            expected_version=version,
            now=NOW,
        )


def page(county: Partnership, who: str = "sue"):
    with reading("test", by=county.actor(who), now=NOW):
        return queries.loop_page(county.actor(who), county.refs["kit"], now=NOW)


def row_of(county: Partnership, whom: str, who: str = "sue"):
    rows = [row for card in page(county, who).occasions for row in card.rows]
    return next(row for row in rows if row.person_ref == county.refs[whom])


def gaps(county: Partnership, who: str = "sue") -> dict[str, str]:
    return {gap.name: gap.says for gap in page(county, who).gaps}


def test_whoever_works_with_the_child_keeps_it_and_nobody_else_sees_it(county):
    write(county, keep(county), "nan", TOLD)
    card = page(county, "ray").occasions[0]
    assert (card.words, card.rows[0].name, card.rows[0].told) == ("In hospital after tablets", "Ada Brook", "yes")
    for who in ("ben", "quin"):
        with pytest.raises(NothingHere):
            page(county, who)
        with pytest.raises(NothingHere):
            keep(county, who=who)


def test_whoever_is_known_and_was_never_told_is_a_standing_question(county):
    assert set(gaps(county)) == {"Ivo Brook", "Nell Brook", "Ada Brook"}
    assert "Is contact safe?" in gaps(county)["Ivo Brook"], "of a parent safety is asked first"
    assert "Who asks them?" in gaps(county)["Ada Brook"]
    occasion = keep(county)
    write(county, occasion, "nan", TOLD)
    assert "Ada Brook" not in gaps(county)
    services.take_out_occasion(
        by=county.actor("sue"), child_ref=county.refs["kit"], occasion_ref=occasion, expected_version=1, now=NOW
    )
    assert "Ada Brook" in gaps(county), "an occasion that was wrong told nobody"


def test_nobody_is_written_down_for_what_was_taken_out(county):
    occasion, by = keep(county), county.actor("sue")
    take = {"by": by, "child_ref": county.refs["kit"], "occasion_ref": occasion, "now": NOW}
    services.take_out_occasion(**take, expected_version=1)
    with pytest.raises(CannotKeep, match=r"taken out on 24 November 2026.*words are kept"):
        write(county, occasion, "nan", TOLD)
    with pytest.raises(CannotKeep, match="taken out"):
        services.ask_child(said=ChildSaid(answer="agreed", asked_on=TODAY, asked_by="Sue"), **take)
    services.put_back_occasion(**take, expected_version=2)
    write(county, occasion, "nan", TOLD)


def test_two_who_write_of_one_person_lose_nothing(county):
    occasion = keep(county)
    write(county, occasion, "nan", TOLD)
    with pytest.raises(StaleVersion, match="What they wrote stands above, and your words are kept"):
        write(county, occasion, "nan", replace(TOLD, told_words="Something else."), who="ray")
    said = row_of(county, "nan", "ray").said
    assert said.told_words == TOLD.told_words
    write(county, occasion, "nan", replace(said, asked_words="Could Kit stay with you?"), who="ray", version=1)
    assert row_of(county, "nan").said.told_words == TOLD.told_words
    assert LedgerRow.objects.count() == 1


def test_words_that_are_closed_to_a_writer_are_not_overwritten(county):
    """Ray does not see a text that holds a sealed name; what he sends back as he saw it leaves it as it was."""
    occasion = keep(county)
    write(county, occasion, "nan", replace(TOLD, told_words="Nell Brook rang from the hospital."))
    name = PersonName.objects.get(person__subject__ref=county.refs["mum"])
    seal = NewSeal(kind="witness", why="She gave evidence.", records=(("name", name.ref),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["mum"], seal=seal, now=NOW)
    seen = row_of(county, "nan", "ray")
    assert (seen.said.told_words, seen.told) == ("", "yes")
    write(county, occasion, "nan", replace(seen.said, asked_words="May Kit come?"), who="ray", version=1)
    both = row_of(county, "nan").said
    assert (both.told_words, both.asked_words) == ("Nell Brook rang from the hospital.", "May Kit come?")
    assert row_of(county, "nan", "ray").said.told_words == "", "writing beside it opens nothing"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"told_on": None}, "on which day they were told"),
        ({"told_on": TODAY + DAY}, "has yet to come"),
        ({"told_by": ""}, "Say who told them"),
        ({"told_words": "", "told_by": "Sue"}, "what they were told"),
        ({"invited_on": TODAY}, "who invited them"),
        ({"why_not": "unsafe"}, "Say in a few words why"),
        ({"why_not": "whereabouts"}, "what was tried"),
        ({"why_not": "nobody"}, "reasons that are offered"),
        ({"why_words": "He shouts."}, "Choose why"),
        ({"why_not": "not_thought_of", "look_again_on": TODAY - DAY}, "from today on"),
    ],
)
def test_a_row_that_cannot_be_is_one_sentence_and_keeps_nothing(county, change, says):
    occasion = keep(county)
    with pytest.raises(CannotKeep, match=says):
        write(county, occasion, "nan", replace(TOLD, **change))
    with pytest.raises(CannotKeep, match="Say whether they were told"):
        write(county, occasion, "nan", RowSaid())
    with pytest.raises(BadText, match="characters long"):
        write(county, occasion, "nan", replace(TOLD, told_words="x" * 2_001))
    assert not LedgerRow.objects.exists()


def test_long_quotes_are_kept_whole(county):
    quote = "She said: “" + "we came as soon as we heard. " * 65 + "”"
    write(county, keep(county), "nan", replace(TOLD, told_words=quote))
    assert row_of(county, "nan").said.told_words == quote


def test_somebody_of_another_family_is_not_there(county):
    with pytest.raises(NothingHere):
        write(county, keep(county), "lou-mum", TOLD)
    with pytest.raises(NothingHere):
        write(county, "0" * 26, "nan", TOLD)


def test_the_child_is_asked_and_every_answer_is_kept(county):
    occasion, by = keep(county), county.actor("sue")
    ask = {"by": by, "child_ref": county.refs["kit"], "occasion_ref": occasion, "now": NOW}
    no = ChildSaid(answer="said_no", asked_on=TODAY, asked_by="Sue", words="Not Dad.", judged="He weighed both sides.")
    with pytest.raises(CannotKeep, match="how you saw"):
        services.ask_child(said=replace(no, judged=""), **ask)
    services.ask_child(said=no, **ask)
    services.ask_child(said=replace(no, answer="some", words="Nan, yes."), **ask)
    with reading("test", by=by, now=NOW):
        seen = queries.occasion_page(by, county.refs["kit"], occasion, now=NOW)
    assert seen.card.answer and seen.card.answer.words == "Nan, yes."
    assert [one.words for one in seen.earlier_answers] == ["Not Dad."]


def answer(county: Partnership, part: str, version: int, **said) -> None:
    with reading("test", by=county.actor("sue"), now=NOW):
        services.keep_parent(
            by=county.actor("sue"),
            child_ref=county.refs["kit"],
            person_ref=county.refs["dad"],
            part=part,
            said=said,
            expected_version=version,
            now=NOW,
        )


def father(county: Partnership):
    with reading("test", by=county.actor("ray"), now=NOW):
        return queries.parent_page(county.actor("ray"), county.refs["kit"], county.refs["dad"], now=NOW)


def test_a_father_not_involved_becomes_a_father_asked(county):
    said = {"not_involved_by": "Nell Brook", "not_involved_on": TODAY - DAY}
    with pytest.raises(CannotKeep, match="what was checked"):
        answer(county, "not_involved", 0, **said)
    answer(county, "not_involved", 0, **said, checked="School has his number.", next_on=TODAY + DAY)
    line = next(one for one in page(county).parents if one.name == "Ivo Brook")
    assert line.stands == "“Not involved”, said by Nell Brook on 23 November 2026"
    assert not [one for one in father(county).questions if one.pushes_contact]
    with pytest.raises(CannotKeep, match="which way"):
        answer(county, "safety", 1, safety="safe")
    asked = {"asked_parent_on": TODAY, "asked_child_on": TODAY}
    answer(county, "safety", 1, safety="safe", ways=["phone", "letter"], **asked)
    assert [one.says for one in father(county).questions if one.pushes_contact] == [
        "Nobody has spoken to them. Who does, by the safe way?"
    ]
    with pytest.raises(StaleVersion):
        answer(county, "spoken", 1, spoken_on=TODAY, spoken_by="Sue")
    answer(county, "spoken", 2, spoken_on=TODAY, spoken_by="Sue", view="I was never asked.", offers="Weekends.")
    line = next(one for one in page(county).parents if one.name == "Ivo Brook")
    assert line.stands == "Spoken to on 24 November 2026 by Sue"
    assert "Ivo Brook" not in gaps(county)
    with pytest.raises(CannotKeep, match="Write both"):
        answer(county, "weighed", 3, risk="He drank last year.")
    assert SecondParent.objects.get().version == 3
    lines = {term: words for part in father(county).parts for term, words in part.lines}
    assert lines["What they think"] == "I was never asked."
    assert "None" not in lines.values(), "what is not answered has no line"


def test_the_response_fits_the_kind(county):
    away = NotComingSaid(
        kind="choosing", response="same_person", look_again_on=TODAY + DAY, seen="He said no.", together="School, GP"
    )
    keep_it = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "person_ref": county.refs["dad"], "now": NOW}
    with pytest.raises(CannotKeep, match="below the kind"):
        services.keep_not_coming(said=away, **keep_it)
    with pytest.raises(CannotKeep, match="Nobody decides this alone"):
        services.keep_not_coming(said=replace(away, kind="trauma", together=""), **keep_it)
    services.keep_not_coming(said=replace(away, kind="trauma"), **keep_it)
    (card,) = page(county).not_coming
    assert card.name == "Ivo Brook" and "One person stays" in card.response
    services.take_out_not_coming(by=county.actor("sue"), child_ref=county.refs["kit"], row_ref=card.ref, now=NOW)
    assert page(county).not_coming[0].is_taken_out


def test_the_same_occasion_is_not_kept_twice(county):
    keep(county)
    with pytest.raises(CannotKeep, match="on record already"):
        keep(county)
    with pytest.raises(CannotKeep, match="yet to come"):
        keep(county, replace(OVERDOSE, on=TODAY + DAY))
    assert Occasion.objects.count() == 1


def on_the_page(county: Partnership, *, who: str = "sue", without: str = ""):
    """The card beside the names of everybody on the child's page."""
    names = {county.refs[key]: key for key in ("kit", "dad", "mum", "nan") if key != without}
    with reading("test", by=county.actor(who), now=NOW):
        return queries.loop_card(county.actor(who), county.refs["kit"], names, now=NOW)


def test_a_childs_page_says_in_short_who_was_told_of_what_is_nearest(county):
    keep(county, replace(OVERDOSE, on=TODAY - 30 * DAY))
    soon, later = keep(county), keep(county, replace(OVERDOSE, kind="appointment", on=TODAY + 9 * DAY))
    write(county, soon, "mum", TOLD)
    write(county, soon, "dad", RowSaid(why_not="unsafe", why_words="The court says so."))
    write(county, later, "nan", TOLD)
    card = on_the_page(county)
    assert (card.ref, card.says, card.on) == (soon, OVERDOSE.words, TODAY)
    assert [(line.name, line.told, line.invited) for line in card.lines] == [("dad", "no", "no"), ("mum", "yes", "")]
    assert "court" not in repr(card)


def test_whoever_is_not_on_the_page_is_not_on_its_card_and_whoever_is_no_worker_has_none(county):
    write(county, keep(county), "mum", TOLD)
    assert on_the_page(county, without="mum").lines == ()
    assert on_the_page(county, who="ben") is None
    with reading("test", by=county.actor("sue"), now=NOW):
        assert queries.loop_card(county.actor("sue"), county.refs["lou"], {}, now=NOW) == LoopCard()
