"""What relatives sent, what a team was told, how checks were answered: joined, parted, destroyed with their people."""

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from kith.apps.access.models import Subject
from kith.apps.access.services import decide_proposal, merge_subjects, propose_destroying, unmerge
from kith.apps.audit.models import AuditRow
from kith.apps.audit.queries import changes_of, check_record
from kith.apps.audit.services import load, reading
from kith.apps.cases.checks import cards_of
from kith.apps.cases.models import CheckAnswer
from kith.apps.cases.projections import Gap
from kith.apps.cases.queries import with_answers
from kith.apps.occasions import queries
from kith.apps.occasions.models import Representation, RepresentationAnswer, TeamRow
from kith.apps.people.models import Person
from kith.apps.teams.models import TeamPlace
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership
from tests.trust.hidden import hide_relative
from tests.trust.occasions import happened, sent, tell, tell_worker
from tests.trust.teams import works_with

pytestmark = pytest.mark.django_db
LATER, LAST = (NOW + dt.timedelta(hours=h) for h in (1, 2))
LATELY: tuple[type[models.Model], ...] = (Representation, RepresentationAnswer, TeamRow, TeamPlace, CheckAnswer)
WORDS = {"who": "Nan", "what": "Mum", "when": "3 May 2027", "age": "11", "days": "3"}
SAID = "Quoll said it."
WHY = "The same birth certificate."


def answered(county: Partnership, child: str, about: str = "child") -> None:
    with load("test.answered", by=OPERATOR, now=NOW, payload={}):
        row = CheckAnswer(check_name="one_side" if about != "child" else "no_health", about=about, answer="in_hand")
        row.words, row.who, row.until_on = SAID, SAID, TODAY + dt.timedelta(days=7)
        row.subject_id, row.recorded_by_id = county.subject_ids[child], county.loaded.workers["zed"]
        row.recorded_at = NOW
        row.save(force_insert=True)


def stored() -> dict[str, dict[Any, dict[str, Any]]]:
    """Every row of these tables, by table and key."""
    return {model.__name__: {row["id"]: row for row in model._default_manager.values()} for model in LATELY}


def how_many() -> dict[str, int]:
    return {name: len(rows) for name, rows in stored().items()}


def join(county: Partnership, kept: str, other: str) -> None:
    """Where it takes two people, Zed is the second."""
    kept_ref, merged_ref = county.refs[kept], county.refs[other]
    done = merge_subjects(by=county.actor("pru"), kept_ref=kept_ref, merged_ref=merged_ref, why=WHY, now=NOW)
    if done.is_waiting:
        decide_proposal(by=county.actor("zed"), proposal_ref=done.ref, agrees=True, now=NOW)


def part(county: Partnership) -> None:
    from_merge = apps.get_model("access", "Merge").objects.get(undone_at=None)
    unmerge(by=county.actor("pru"), merge_ref=from_merge.ref, why="They are two after all.", now=LATER)


def loop(county: Partnership, child: str) -> Any:
    with reading("test", by=county.actor("zed"), now=NOW):
        return queries.loop_page(county.actor("zed"), county.refs[child], now=NOW)


def answers_shown(county: Partnership, child: str, check: str, about: str) -> list[str]:
    (card,) = cards_of([Gap(check, WORDS, about)], "Mina")
    with reading("test", by=county.actor("zed"), now=NOW):
        (shown,) = with_answers(county.actor("zed"), county.refs[child], [card], now=NOW)
    return [shown.answer.words] if shown.answer else []


@pytest.fixture
def adult(county: Partnership) -> Partnership:
    """Of Mina's uncle and of the friend: words they sent, a worker of theirs who was told, a check about them."""
    works_with(county, "mina", "friend")
    tell(county, "mina", "friend", SAID)
    answered(county, "mina", county.refs["friend"])
    return county


@pytest.fixture
def children(county: Partnership) -> Partnership:
    """Lou has a ledger, words from her mother, a worker who was told, and an answered check; Mina has her own."""
    county.involve("lou", "zed")
    happened(county, "lou")
    sent(county, "lou", "lou-mum", SAID)
    tell_worker(county, "lou", county.actor("pru").ref, SAID)
    answered(county, "lou")
    return county


def test_of_two_adults_who_are_one_everything_is_there_once_and_about_the_one(adult):
    before = how_many()
    join(adult, "mum", "friend")
    assert how_many() == before, "nothing is copied and nothing is lost"
    page = loop(adult, "mina")
    assert [(card.name, card.words) for card in page.sent if card.words == SAID] == [("Grace Okafor", SAID)]
    told = [row.said.told_words for card in page.occasions for row in card.team]
    assert told.count(SAID) == 1
    assert TeamPlace.objects.get(name="Rhoda Vantongeren").with_subject_id == adult.subject_ids["mum"]
    assert answers_shown(adult, "mina", "one_side", adult.refs["mum"]) == [SAID]


def test_two_adults_who_are_parted_have_again_what_was_theirs_and_nothing_else(adult):
    answered(adult, "mina", adult.refs["mum"])
    before = stored()
    join(adult, "mum", "friend")
    assert stored() != before
    part(adult)
    assert stored() == before
    assert answers_shown(adult, "mina", "one_side", adult.refs["friend"]) == [SAID]


def test_of_two_children_who_are_one_everything_is_there_once_and_goes_back(children):
    before = stored()
    join(children, "mina", "lou")
    assert {name: len(rows) for name, rows in before.items()} == how_many()
    page = loop(children, "mina")
    assert [card.words for card in page.sent].count(SAID) == 1
    assert [row.said.told_words for card in page.occasions for row in card.team].count(SAID) == 1
    assert answers_shown(children, "mina", "no_health", "child") == [SAID]
    part(children)
    assert stored() == before
    assert [card.words for card in loop(children, "mina").sent].count(SAID) == 0


@pytest.fixture
def doomed(county: Partnership) -> Partnership:
    """A grandmother entered by mistake, of whom every one of these tables says something."""
    ref = hide_relative(county, sensitivity=0)
    county.subject_ids["hidden"] = Subject.objects.get(ref=ref).pk
    county.refs["hidden"] = ref
    answered(county, "mina", ref)
    with load("test.said", by=OPERATOR, now=NOW, payload={}):
        Representation.objects.filter(person__ref=ref).update(words=SAID, reach=SAID)
    return county


def destroy(county: Partnership) -> None:
    ref = county.refs["hidden"]
    seen = Person.objects.get(subject__ref=ref).version
    proposal = propose_destroying(
        by=county.actor("pru"),
        subject_ref=ref,
        ground="entered_wrongly",
        why="Somebody else was meant.",
        seen=seen,
        now=NOW,
    )
    decide_proposal(by=county.actor("max"), proposal_ref=proposal, agrees=True, now=LAST)


def test_whoever_is_destroyed_leaves_no_row_and_no_word_in_them(doomed):
    key, ref = doomed.subject_ids["hidden"], doomed.refs["hidden"]
    assert Representation.objects.filter(person=key).exists() and TeamPlace.objects.filter(with_subject=key).exists()
    others = {model.__name__: model._default_manager.count() for model in LATELY}
    destroy(doomed)
    left = str(stored())
    assert ref not in left and SAID not in left and "Rhoda Vantongeren" not in left
    assert "She was told at the door." not in left
    assert TeamRow.objects.filter(subject__ref=doomed.refs["mina"]).exists(), "what was told to others stays"
    assert others != how_many()


def test_the_audit_record_keeps_its_hashes_and_no_key_to_what_they_said(doomed):
    ref = doomed.refs["hidden"]
    before = dict(AuditRow.objects.values_list("pk", "hash"))
    destroy(doomed)
    after = dict(AuditRow.objects.values_list("pk", "hash"))
    assert {key: after[key] for key in before} == before
    assert check_record().faults == ()
    assert changes_of(ref) == ()
