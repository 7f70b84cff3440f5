"""A story read in two steps is the story: the same rows, order, links, counts and words as when all of it is read."""

import random
from dataclasses import asdict
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import load, reading
from kith.apps.chronologies import queries
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.chronologies.projections import OpenRow, PlacedStory, Story
from kith.apps.chronologies.projections.placed import SaidOfRow
from kith.apps.people.models import PersonName
from kith.testing.factories import (
    NOW,
    OPERATOR,
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
AT_WORK = {"sue": "council", "ray": "school", "pol": "police"}
DATES = (
    "2026-03-06",
    "2026-03-07",
    "2026-03-08",
    "2026-03",
    "2026",
    "2026-03-06~",
    "../2026-03",
    "2025-11-02",
    "2026-21",
)
FACTS = (
    "Officers attended. Altercation between father and mother.",
    "Mum told HV of a row with dad. Police came.",
    "Late twice in one week.",
    "Was not brought to the dentist.",
    "Zipporah Vale came to fetch her.",
)
WORDS = ("", "", "I was scared.", "I go to Zipporah Vale.")
ACTIONS = ("", "", "NFA", "Spoke to Mum.", "Rang Zipporah Vale.")
TYPES = ("", "police_incident", "parent_change", "attendance", "missed_appointment", "contact_referral")
MAY = ("may_write", "may_take", "may_give", "may_review")


@pytest.fixture
def county():
    """Sue, Ray and Pol of three agencies work with Kit, and Sue with his sister Lou too."""
    with rolled_back():
        made = partnership(
            agencies=[agency(kind) for kind in AT_WORK.values()],
            workers=[worker(name, agency=where) for name, where in AT_WORK.items()],
        )
        kit, lou = child("kit", "Kit Brook"), child("lou", "Lou Brook")
        pair = [couple("nan", children=["kit", "lou"])]
        made.add([family(kit, lou, person("nan", "Zipporah Vale"), unions=pair, centres=["kit", "lou"])])
        for who in AT_WORK:
            made.involve("kit", who)
        made.involve("lou", "sue")
        yield made


def write(county: Partnership, chance: random.Random, count: int) -> list[str]:
    """Rows as any agency may have told, corrected, withdrawn, restricted and answered them; their refs."""
    kit, lou = county.subject_ids["kit"], county.subject_ids["lou"]
    entries: list[Entry] = []
    with load("test.rows", by=OPERATOR, now=NOW, payload={}):
        for number in range(count):
            who = chance.choice(list(AT_WORK))
            teller = chance.choice(("", "", "", "Mum"))
            entry = Entry(
                subject_id=kit,
                agency_id=county.loaded.organisations[AT_WORK[who]],
                row_id=f"{count}-{number}",
                teller=teller,
                beside=chance.choice(entries) if teller and entries else None,
                restriction=chance.choice(("", "", "", "police", "third_party")),
                sorts_on=NOW.date(),
                recorded_by_id=county.loaded.workers[who],
                recorded_at=NOW,
            )
            if chance.random() < 0.15:
                entry.withdrawn_at, entry.withdrawn_by_id = NOW, entry.recorded_by_id
                entry.why_withdrawn = chance.choice(("wrong child", "It was Zipporah Vale."))
            entry.save()
            entries.append(entry)
            _about(chance, entry, kit, lou)
            _tell(chance, entry)
    return [entry.ref for entry in entries]


def _about(chance: random.Random, entry: Entry, kit: int, lou: int) -> None:
    EntryChild(entry=entry, subject_id=kit, role=chance.choice(("happened", "happened", "there"))).save()
    if chance.random() < 0.2:
        EntryChild(entry=entry, subject_id=lou, role="told", stands_in=chance.random() < 0.5).save()


def _tell(chance: random.Random, entry: Entry) -> None:
    versions = chance.choice((1, 1, 2))
    for number in range(1, versions + 1):
        texts: dict[str, Any] = {
            "fact": chance.choice(FACTS),
            "impact": chance.choice(("", "She was tired.")),
            "childs_words": chance.choice(WORDS),
            "action": chance.choice(ACTIONS),
        }
        Telling(
            entry=entry,
            number=number,
            start=chance.choice(DATES),
            end=chance.choice(("", "", "2026-05")),
            type=chance.choice(TYPES),
            rag=chance.choice(("", "red", "amber", "green")),
            effective=chance.choice(("", "helped")),
            authors=dict.fromkeys(texts, entry.recorded_by_id),
            recorded_by_id=entry.recorded_by_id,
            recorded_at=NOW,
            replaced_at=None if number == versions else NOW,
            **texts,
        ).save()


def seal(county: Partnership, chance: random.Random, refs: list[str]) -> None:
    """Now and then a name, some rows, or the sister: each for Sue's eyes alone."""
    name = PersonName.objects.get(text="Zipporah Vale").ref
    rows = tuple(("event", ref) for ref in refs if chance.random() < 0.1)
    for whom, records in (("nan", (("name", name),)), ("kit", rows), ("lou", ())):
        if chance.random() < 0.5 and (records or whom == "lou"):
            kept = NewSeal(kind="therapy", why="Told in trust", records=records)
            set_seal(by=county.actor("sue"), subject_ref=county.refs[whom], seal=kept, now=NOW)


def both(county: Partnership, who: str) -> tuple[PlacedStory, Story]:
    actor, ref = county.actor(who), county.refs["kit"]
    with reading("test", by=actor, now=NOW):
        whole = queries.story_of(actor, ref, called="Kit", now=NOW)
    with reading("test", by=actor, now=NOW):
        return queries.placed_story(actor, ref, called="Kit", now=NOW), whole


def said_of(row: OpenRow) -> dict[str, Any]:
    """Everything that a timeline or its table may ask of a row."""
    asked = [name for name in vars(OpenRow) if not name.startswith("_") and name != "said"]
    words = [name for name in vars(SaidOfRow) if not name.startswith("_")]
    return {name: getattr(row, name) for name in asked} | {name: getattr(row.said, name) or None for name in words}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 40))
def test_read_narrowly_or_whole_it_is_the_same_story_for_everybody(county, chance, count):
    with rolled_back():
        seal(county, chance, write(county, chance, count))
        for who in AT_WORK:
            placed, whole = both(county, who)
            assert [said_of(row) for row in placed.rows] == [said_of(row) for row in whole.rows]
            assert placed.arranged.is_cut == whole.chronology.is_cut
            assert {row.ref: row.answers for row in placed.rows if row.answers} == {
                ref: tuple(card.ref for card in cards) for ref, cards in whole.answers.items()
            }
            assert placed.adds_up("Kit", NOW.date()) == whole.adds_up("Kit", NOW.date())
            assert [getattr(placed, name) for name in MAY] == [getattr(whole, name) for name in MAY]
            assert whole_cards(county, who, placed) == {card.ref: asdict(card) for card in whole.rows}


def whole_cards(county: Partnership, who: str, placed: PlacedStory) -> dict[str, Any]:
    actor = county.actor(who)
    with reading("test", by=actor, now=NOW):
        cards = queries.cards_of(actor, county.refs["kit"], placed.rows, called="Kit", now=NOW)
    return {ref: asdict(card) for ref, card in cards.items()}


def test_no_row_is_had_whole_by_whoever_may_not_see_it(county):
    refs = write(county, random.Random(7), 30)
    mine, _ = both(county, "sue")
    assert len(mine.rows) > 5
    records = tuple(("event", ref) for ref in refs)
    kept = NewSeal(kind="therapy", why="Told in trust", records=records)
    set_seal(by=county.actor("sue"), subject_ref=county.refs["kit"], seal=kept, now=NOW)
    assert whole_cards(county, "ray", mine) == {}
    assert both(county, "ray")[0].rows == ()


def test_a_long_story_takes_no_more_questions_than_a_short_one(county):
    actor, asked = county.actor("sue"), []
    for count in (20, 60):
        write(county, random.Random(count), count)
        with reading("test", by=actor, now=NOW), CaptureQueriesContext(connection) as context:
            story = queries.placed_story(actor, county.refs["kit"], called="Kit", now=NOW)
        asked.append((len(context), len(story.rows)))
    (few, short), (more, long) = asked
    assert more <= few and long > 2 * short
