"""Where a child stands: one line out of what was recorded and the steps of the path, corrected and undone."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.cases import services
from kith.apps.cases.continuum import Recorded, backs_of, spells_of
from kith.apps.cases.models import Standing
from kith.apps.cases.path import Taken
from kith.apps.cases.projections import ChildStatus, StandingPage, StandingTold, StepTaken
from kith.apps.cases.queries import child_status, standing_form, standing_page
from kith.apps.cases.services import CannotStand
from kith.apps.records.base import StaleVersion
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, rolled_back, worker

MARCH, JUNE, SEPTEMBER = dt.date(2026, 3, 2), dt.date(2026, 6, 1), dt.date(2026, 9, 9)


def told(kind: str, since: dt.date, ground: str = "", words: str = "") -> StandingTold:
    return StandingTold(kind=kind, ground=ground, since=since, words=words)


def row(kind: str, since: dt.date, until: dt.date | None = None, ground: str = "", ref: str = "r") -> Recorded:
    return Recorded(ref=f"{ref} {kind} {since}", kind=kind, ground=ground, since=since, until=until)


def line(recorded: list[Recorded], *taken: tuple[str, dt.date]) -> list[tuple[str, str, dt.date, dt.date | None]]:
    spells = spells_of(recorded, [Taken(step=step, on=on) for step, on in taken])
    return [(one.kind, one.ground, one.since, one.until) for one in spells]


def test_what_was_recorded_and_the_path_are_one_line():
    recorded = [row("early_help", MARCH), row("looked_after", SEPTEMBER, ground="section_20")]
    assert line(recorded, ("assessment", JUNE), ("in_care", SEPTEMBER)) == [
        ("early_help", "", MARCH, SEPTEMBER),
        ("looked_after", "section_20", SEPTEMBER, None),
    ]


def test_a_new_ground_is_a_new_time_and_the_path_takes_none_away():
    recorded = [row("looked_after", MARCH, ground="section_20"), row("looked_after", JUNE, ground="care_order")]
    expected = [("looked_after", "section_20", MARCH, JUNE), ("looked_after", "care_order", JUNE, None)]
    assert line(recorded) == expected
    assert line(recorded, ("in_care", SEPTEMBER)) == expected


def test_an_end_leads_back_to_help_for_everybody_and_the_step_back_is_shown():
    recorded = [row("early_help", MARCH, JUNE), row("family_help", SEPTEMBER)]
    assert line(recorded) == [
        ("early_help", "", MARCH, JUNE),
        ("universal", "", JUNE, SEPTEMBER),
        ("family_help", "", SEPTEMBER, None),
    ]
    (back,) = backs_of(spells_of(recorded, []))
    assert (back.of, back.to, back.since, back.until) == ("early_help", "universal", JUNE, SEPTEMBER)


def test_nobody_who_recorded_nothing_stands_anywhere_but_at_the_beginning():
    assert line([]) == []
    assert line([], ("strategy", MARCH), ("no_enquiry", JUNE)) == []


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "front-door"), agency("school", kind="school")],
            workers=[worker("ana"), worker("tess", agency="school"), worker("ben")],
        )
        made.add([family(child("kit", "Kit Brook"), person("mum", "Mother Brook"))])
        made.involve("kit", "ana")
        made.involve("kit", "tess")
        yield made


def begin(county: Partnership, said: StandingTold, who: str = "ana") -> str:
    return services.begin_standing(by=county.actor(who), child_ref=county.refs["kit"], told=said, now=NOW)


def status(county: Partnership, who: str = "ana") -> ChildStatus | None:
    with reading("test", by=county.actor(who), now=NOW):
        return child_status(county.actor(who), county.refs["kit"], now=NOW)


def page(county: Partnership, who: str = "ana") -> StandingPage:
    with reading("test", by=county.actor(who), now=NOW):
        return standing_page(county.actor(who), county.refs["kit"], now=NOW)


def stands(county: Partnership) -> str:
    seen = status(county)
    assert seen
    assert seen.line
    return seen.line.now


@pytest.mark.django_db
def test_beginning_ending_and_undoing_each(county):
    ref = begin(county, told("child_protection", JUNE, "neglect"))
    assert stands(county) == "Child protection"
    at = {"by": county.actor("ana"), "child_ref": county.refs["kit"], "standing_ref": ref, "now": NOW}
    with pytest.raises(StaleVersion):
        services.end_standing(**at, until=SEPTEMBER, expected_version=7)
    with pytest.raises(CannotStand, match="before it began"):
        services.end_standing(**at, until=MARCH, expected_version=1)
    services.end_standing(**at, until=SEPTEMBER, expected_version=1)
    assert stands(county) == "Universal help"
    services.reopen_standing(**at, expected_version=2)
    services.take_out_standing(**at, expected_version=3)
    assert stands(county) == "Universal help"
    services.put_back_standing(**at, expected_version=4)
    assert stands(county) == "Child protection"
    events = set(AuditRow.objects.filter(event__startswith="cases.standing").values_list("event", flat=True))
    assert {event.rpartition(".")[2] for event in events} == {"begun", "ended", "reopened", "taken_out", "put_back"}


@pytest.mark.django_db
def test_a_correction_keeps_both_and_undoing_it_gives_the_first_back(county):
    wrong = begin(county, told("family_help", SEPTEMBER, "section_17", "Since the summer."))
    at = {"by": county.actor("ana"), "child_ref": county.refs["kit"], "now": NOW}
    said = told("family_help", JUNE, "section_17")
    right = services.correct_standing(**at, standing_ref=wrong, told=said, expected_version=1)
    cards = {card.ref: card for card in page(county).cards}
    assert cards[wrong].is_taken_out
    assert cards[wrong].is_corrected
    assert cards[wrong].words == "Since the summer."
    assert [(one.says, one.since) for one in page(county).spells] == [("Child in need, section 17", JUNE)]
    services.take_out_standing(**at, standing_ref=right, expected_version=1)
    assert [(one.says, one.since) for one in page(county).spells] == [("Child in need, section 17", SEPTEMBER)]


@pytest.mark.django_db
def test_what_the_law_gives_to_the_council_the_school_reads_and_does_not_record(county):
    ref = begin(county, told("looked_after", JUNE, "police_protection"))
    with pytest.raises(CannotStand, match="children’s social care"):
        begin(county, told("looked_after", SEPTEMBER, "section_20"), who="tess")
    with pytest.raises(CannotStand):
        services.take_out_standing(
            by=county.actor("tess"), child_ref=county.refs["kit"], standing_ref=ref, expected_version=1, now=NOW
        )
    begin(county, told("sen_support", JUNE), who="tess")
    seen = status(county, "tess")
    assert seen
    assert seen.line
    assert [mark.says for mark in seen.line.marks] == ["SEN support"]
    assert {card.says: card.may_change for card in page(county, "tess").cards} == {
        "SEN support": True,
        "Looked after, police protection": False,
    }


@pytest.mark.django_db
def test_whoever_does_not_work_with_the_child_finds_nothing(county):
    begin(county, told("early_help", JUNE))
    assert status(county, "ben") is None
    with pytest.raises(NothingHere):
        page(county, "ben")
    with pytest.raises(NothingHere):
        begin(county, told("early_help", SEPTEMBER), who="ben")
    assert Standing.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said",
    [
        told("nowhere_known", JUNE),
        told("looked_after", JUNE, "section_17"),
        told("early_help", NOW.date() + dt.timedelta(days=1)),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(county, said):
    with pytest.raises(CannotStand):
        begin(county, said)
    assert not Standing.objects.exists()


@pytest.mark.django_db
def test_the_same_twice_is_said_to_be_on_record(county):
    begin(county, told("early_help", JUNE))
    with pytest.raises(CannotStand, match="on record already"):
        begin(county, told("early_help", JUNE))


@pytest.mark.django_db
def test_of_education_only_the_newest_stands_and_orders_stand_beside_each_other(county):
    for kind, since in (
        ("sen_support", MARCH),
        ("ehcp", JUNE),
        ("supervision_order", JUNE),
        ("special_guardianship", SEPTEMBER),
    ):
        begin(county, told(kind, since))
    seen = status(county)
    assert seen
    assert seen.line
    assert [mark.says for mark in seen.line.marks] == [
        "Education, health and care plan",
        "Supervision order",
        "Special guardianship order",
    ]
    assert seen.line.legal.startswith("Supervision order since 1 Jun 2026.")


@pytest.mark.django_db
def test_a_step_of_the_path_moves_the_line(county):
    services.take_step(
        by=county.actor("ana"),
        child_ref=county.refs["kit"],
        said=StepTaken(step="early_help", on=JUNE),
        expected_version=0,
        now=NOW,
    )
    assert stands(county) == "Early help"


@pytest.mark.django_db
def test_whoever_wrote_a_sealed_word_by_chance_goes_on_reading_it_and_may_correct_it(county):
    county.involve("kit", "ben")
    ref = begin(county, told("early_help", MARCH, words="With Mother Brook"), "tess")
    seal = NewSeal(kind="safe_address", why="She is in danger.")
    set_seal(by=county.actor("ana"), subject_ref=county.refs["mum"], seal=seal, now=NOW)
    assert page(county, "tess").cards[0].words == "With Mother Brook"
    with reading("test", by=county.actor("tess"), now=NOW):
        assert standing_form(county.actor("tess"), county.refs["kit"], standing_ref=ref, now=NOW).told
    assert page(county, "ben").cards[0].words == ""
